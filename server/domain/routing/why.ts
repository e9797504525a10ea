import type { RoutingSettings } from '../../../protocol/wire/routing.ts';
import type { Why } from '../../../protocol/wire/why.ts';
import { preferencesOf, speaks } from './fit.ts';
import type { Candidate, Waiting } from './team.ts';

export interface WhyInput {
  waiting: Waiting;
  agent: Candidate;
  skipped: Pick<Why, 'skipped' | 'skippedMore'>;
  choice: RoutingSettings['choice'];
  kept: boolean;
  held: number;
  now: number;
}

/** R9: what spoke for her, and why others who might have had it did not. Bounded: at most WHY_SKIPPED_MAX names. */
export function explain(input: WhyInput): Why {
  const { waiting, agent, now } = input;
  const needs = waiting.needs ?? {};
  const wanted = needs.language;
  const preferences = preferencesOf(needs);
  return {
    load: agent.load,
    capacity: agent.capacity,
    idleMs: Math.max(0, now - agent.idleSince),
    waitedMs: Math.max(0, now - waiting.queuedAt),
    by: input.kept ? 'known' : input.choice,
    skills: (needs.skills ?? []).flatMap(({ skill, level }) => {
      const own = agent.profile?.skills.find((one) => one.skill === skill);
      return own && own.level >= level ? [own] : [];
    }),
    language: wanted && speaks(agent.profile, wanted.tag) ? wanted.tag : null,
    priority: waiting.priority ?? 0,
    relaxed: Math.max(0, preferences.length - input.held),
    ...input.skipped,
  };
}
