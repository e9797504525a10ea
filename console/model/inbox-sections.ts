import type { ConversationSummary } from '../../protocol/wire/model.ts';

/** `held`: came while it was closed, or was kept at closing time; nobody is given it before it opens (H7). */
export type SectionName = 'yours' | 'snoozed' | 'waiting' | 'held' | 'colleagues' | 'closed';

export interface Section {
  name: SectionName;
  conversations: ConversationSummary[];
}

/** I have it, or was let in. */
export function isServedBy(summary: ConversationSummary, meId: string): boolean {
  return summary.status === 'active' && (summary.agent?.id === meId || summary.participants.includes(meId));
}

/** K4: one's own that may rest until then; whoever waits for an answer is never out of sight. */
export type IsSnoozed = (conversationId: string) => boolean;

function sectionOf(summary: ConversationSummary, meId: string, isSnoozed: IsSnoozed): SectionName {
  if (summary.status === 'closed') return 'closed';
  if (summary.status === 'queued') return summary.held ? 'held' : 'waiting';
  if (!isServedBy(summary, meId)) return 'colleagues';
  return summary.waitingSince === null && summary.unread === 0 && isSnoozed(summary.id) ? 'snoozed' : 'yours';
}

/** Sections that hold something, in reading order. Within each, who waits longest is on top. */
export function sectionsOf(
  summaries: Iterable<ConversationSummary>,
  meId: string,
  isSnoozed: IsSnoozed = () => false,
): Section[] {
  const found: Record<SectionName, ConversationSummary[]> = {
    yours: [],
    snoozed: [],
    waiting: [],
    held: [],
    colleagues: [],
    closed: [],
  };
  for (const summary of summaries) found[sectionOf(summary, meId, isSnoozed)].push(summary);
  found.yours.sort(byWait);
  for (const line of [found.waiting, found.held]) line.sort((a, b) => a.queuedAt - b.queuedAt || byId(a, b));
  found.colleagues.sort(byWait);
  found.snoozed.sort(byWait);
  found.closed.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0) || byId(a, b));
  return (['yours', 'waiting', 'held', 'colleagues', 'snoozed', 'closed'] as const)
    .map((name) => ({ name, conversations: found[name] }))
    .filter((section) => section.conversations.length > 0);
}

/** Who waits comes before who does not; the longest wait first; then the latest word. */
function byWait(a: ConversationSummary, b: ConversationSummary): number {
  const wait = (a.waitingSince ?? Number.POSITIVE_INFINITY) - (b.waitingSince ?? Number.POSITIVE_INFINITY);
  if (wait !== 0 && !Number.isNaN(wait)) return wait;
  return b.lastAt - a.lastAt || byId(a, b);
}

function byId(a: ConversationSummary, b: ConversationSummary): number {
  return a.id < b.id ? -1 : 1;
}
