import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { LOW_SCORE_MAX } from '../../protocol/wire/notices.ts';
import { isServedBy } from './inbox-sections.ts';

type RingCause = 'assigned' | 'message' | 'lost' | 'queued' | 'low_rating';

/** Whose news it is. */
export interface Hearer {
  meId: string;
  /** I answer now what waits for this department, or for anybody. */
  takes(departmentId: string | null): boolean;
}

/** What a change in the list is worth telling: NT2, as the relay decides it for those who have no console open. */
export function decideRing(
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  { meId, takes }: Hearer,
): RingCause | null {
  const wasMine = before !== undefined && isServedBy(before, meId);
  if (after.status === 'queued') {
    // Given back to the queue or to a colleague while its visitor waits: I have missed it (NT10).
    if (wasMine) return after.waitingSince !== null ? 'lost' : null;
    const isNew = before?.status !== 'queued' || before.departmentId !== after.departmentId;
    return isNew && takes(after.departmentId) ? 'queued' : null;
  }
  if (isLow(after) && before && before.score !== after.score && after.agent?.id === meId) return 'low_rating';
  if (!isServedBy(after, meId)) return null;
  if (!wasMine) return 'assigned';
  const wrote = after.head > before.head && after.lastAuthor === 'visitor';
  return wrote && after.unread > before.unread ? 'message' : null;
}

/** Nobody who answered without a name has a score here (K9). */
function isLow({ score }: ConversationSummary): boolean {
  return score !== null && score > 0 && score <= LOW_SCORE_MAX;
}
