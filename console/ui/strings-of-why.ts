import type { SkippedAgent, Why } from '../../protocol/wire/why.ts';

const WHO: Record<Why['by'], string> = {
  least_share: '',
  longest_idle: 'longest without one',
  round_robin: 'next in turn',
  known: 'the visitor knows her or him',
};

/** Why routing gave it to this agent, in one sentence (R9): "Ana: 2 of 4, idle 6 min, speaks Portuguese; Bo skipped: full". */
export function spellWhy(name: string, why: Why): string {
  const told = [
    `${why.load} of ${why.capacity}`,
    `idle ${spellLength(why.idleMs)}`,
    WHO[why.by],
    why.language === null ? '' : `speaks ${languageName(why.language)}`,
    ...why.skills.map(({ skill, level }) => `${skill} ${level}`),
    why.priority > 0 ? `priority ${why.priority}` : '',
    why.relaxed > 0 ? 'waited too long for a closer match' : '',
  ].filter((part) => part !== '');
  const skipped = why.skipped.map((one) => `${one.name} skipped: ${spellSkipped(one)}`);
  const more = why.skippedMore > 0 ? [`${why.skippedMore} more skipped`] : [];
  return [`${name}: ${told.join(', ')}`, ...skipped, ...more].join('; ');
}

function spellSkipped(one: SkippedAgent): string {
  if (one.why !== 'lacks') return one.why === 'full' ? 'full' : 'missed it';
  const { lack } = one;
  if (lack === 'site') return 'another site';
  if (lack === 'department') return 'another department';
  return 'skill' in lack ? `no ${lack.skill} ${lack.level}` : `no ${languageName(lack.language)}`;
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function spellLength(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3_600)} h`;
}
