import type { Random } from '../../protocol/kit/random.ts';
import { ROUTING_PLAN_DEFAULT } from '../../protocol/wire/routing.ts';
import type { Settings } from '../../server/domain/routing/standing.ts';
import type { Candidate, Waiting } from '../../server/domain/routing/team.ts';

/** A team and its queue as a large shop would have them: everybody differs, and nobody has room until somebody ends. */
export interface Crowd {
  agents: Candidate[];
  waiting: Waiting[];
  settings: Settings;
  now: number;
}

export interface CrowdSize {
  agents: number;
  waiting: number;
}

const MINUTE_MS = 60_000;
const NOW = 1_800_000_000_000;
const DEPARTMENTS = 8;
const SKILLS = 12;
const LANGUAGES = ['en', 'de', 'fr', 'pt', 'es', 'ja'];
const SITES = 4;

const SETTINGS: Settings = {
  plan: { ...ROUTING_PLAN_DEFAULT, targetMs: 10 * MINUTE_MS, knownAgentMs: 5 * MINUTE_MS },
  departments: new Map(),
};

export function makeCrowd({ agents, waiting }: CrowdSize, random: Random): Crowd {
  const below = (count: number) => Math.floor(random() * count);
  const some = (count: number, max: number) =>
    [...new Set(Array.from({ length: 1 + below(max) }, () => below(count)))].toSorted((one, other) => one - other);
  return {
    now: NOW,
    settings: SETTINGS,
    agents: Array.from({ length: agents }, (_, n) => ({
      id: `a${String(n).padStart(6, '0')}`,
      name: `Agent ${n}`,
      ...{ capacity: 4, load: 4, idleSince: NOW - below(MINUTE_MS), givenAt: NOW - below(MINUTE_MS) },
      profile: {
        siteIds: [],
        departments: some(DEPARTMENTS, 3).map((one) => ({ departmentId: `d${one}`, capacity: null })),
        skills: some(SKILLS, 4).map((one) => ({ skill: `k${one}`, level: 1 + below(5) })),
        languages: some(LANGUAGES.length, 2).map((one) => LANGUAGES[one] ?? 'en'),
      },
    })),
    waiting: Array.from({ length: waiting }, (_, n) => {
      const queuedAt = NOW - below(15 * MINUTE_MS);
      const knows = random() < 0.2;
      return {
        conversationId: `c${String(n).padStart(6, '0')}`,
        ...{ version: 1, queuedAt, enteredAt: queuedAt, priority: random() < 0.1 ? 1 + below(3) : 0 },
        knownAgentId: knows ? `a${String(below(agents)).padStart(6, '0')}` : null,
        missed: random() < 0.05 ? [`a${String(below(agents)).padStart(6, '0')}`] : [],
        needs: {
          siteId: `s${below(SITES)}`,
          departmentId: random() < 0.8 ? `d${below(DEPARTMENTS)}` : null,
          skills: random() < 0.4 ? [{ skill: `k${below(SKILLS)}`, level: 1 + below(3), required: random() < 0.3 }] : [],
          language: { tag: LANGUAGES[below(LANGUAGES.length)] ?? 'en', required: false },
        },
      };
    }),
  };
}
