import type { ConversationSummary } from '../../protocol/wire/model.ts';

/** In reading order. `held`: came while it was closed, or was kept at closing time; nobody is given it before it opens (H7). */
const SECTIONS = ['yours', 'waiting', 'held', 'colleagues', 'snoozed', 'closed'] as const;
export type SectionName = (typeof SECTIONS)[number];

const RANKS = new Map(SECTIONS.map((name, rank) => [name, rank]));

export function rankOf(section: SectionName): number {
  return RANKS.get(section) ?? 0;
}

/** I have it, or was let in. */
export function isServedBy(summary: ConversationSummary, meId: string): boolean {
  return summary.status === 'active' && (summary.agent?.id === meId || summary.participants.includes(meId));
}

/** K4: one's own that may rest until then; whoever waits for an answer is never out of sight. */
export function sectionOf(summary: ConversationSummary, meId: string, isSnoozed: boolean): SectionName {
  if (summary.status === 'closed') return 'closed';
  if (summary.status === 'queued') return summary.held ? 'held' : 'waiting';
  if (!isServedBy(summary, meId)) return 'colleagues';
  return summary.waitingSince === null && summary.unread === 0 && isSnoozed ? 'snoozed' : 'yours';
}
