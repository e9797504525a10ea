import type { SkippedAgent, Why } from '../../protocol/wire/why.ts';
import { duration, languageName } from './format.ts';
import { isolate } from './isolated.tsx';
import { inLanguage } from './language.ts';

export const whyWords = inLanguage('why', {
  by: {
    least_share: '',
    longest_idle: 'longest without one',
    round_robin: 'next in turn',
    known: 'the visitor knows them',
  } satisfies Record<Why['by'], string>,
  load: (load: number, capacity: number) => `${load} of ${capacity}`,
  idle: (length: string) => `idle ${length}`,
  speaks: (language: string) => `speaks ${language}`,
  priority: (level: number) => `priority ${level}`,
  relaxed: 'waited too long for a closer match',
  skipped: (name: string, why: string) => `${name} skipped: ${why}`,
  skippedMore: (count: number) => `${count} more skipped`,
  full: 'full',
  missed: 'missed it',
  site: 'another site',
  department: 'another department',
  lacks: (what: string) => `no ${what}`,
});

/** Why routing gave it to this agent, in one sentence with its names isolated (R9): "Ana: 2 of 4, idle 6 min, speaks Portuguese; Bo skipped: full". */
export function spellWhy(name: string, why: Why): string {
  const told = [
    whyWords.load(why.load, why.capacity),
    whyWords.idle(duration(largestUnit(why.idleMs))),
    whyWords.by[why.by],
    why.language === null ? '' : whyWords.speaks(isolate(languageName(why.language))),
    ...why.skills.map(({ skill, level }) => isolate(`${skill} ${level}`)),
    why.priority > 0 ? whyWords.priority(why.priority) : '',
    why.relaxed > 0 ? whyWords.relaxed : '',
  ].filter((part) => part !== '');
  const skipped = why.skipped.map((one) => whyWords.skipped(isolate(one.name), spellSkipped(one)));
  const more = why.skippedMore > 0 ? [whyWords.skippedMore(why.skippedMore)] : [];
  return [`${isolate(name)}: ${told.join(', ')}`, ...skipped, ...more].join('; ');
}

function spellSkipped(one: SkippedAgent): string {
  if (one.why !== 'lacks') return one.why === 'full' ? whyWords.full : whyWords.missed;
  const { lack } = one;
  if (lack === 'site') return whyWords.site;
  if (lack === 'department') return whyWords.department;
  return whyWords.lacks(isolate('skill' in lack ? `${lack.skill} ${lack.level}` : languageName(lack.language)));
}

const STEPS_MS = [3_600_000, 60_000, 1_000];

/** Down to whole hours, minutes or seconds: how long somebody was idle needs no second unit. */
function largestUnit(ms: number): number {
  const step = STEPS_MS.find((length) => ms >= length) ?? 1_000;
  return Math.max(0, Math.floor(ms / step) * step);
}
