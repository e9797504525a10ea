import type { Cause } from '../../../protocol/wire/measures.ts';
import type { Outcome, Party } from '../../../protocol/wire/model.ts';

/** Who goes so soon after coming did not wait for anybody (M7). */
const PAGE_LEFT_MS_MAX = 10_000;

export interface Left {
  outcome: Outcome | null;
  closedBy: Party | 'system' | null;
  /** It began while it was closed. */
  closedThen: boolean;
  openedAt: number;
  closedAt: number | null;
}

/** M7: the one cause of an episode that somebody left; null: nobody left it. The first that holds. */
export function causeOf({ outcome, closedBy, closedThen, openedAt, closedAt }: Left): Cause | null {
  const isLeft =
    outcome === 'abandoned_in_queue' || outcome === 'abandoned_before_answer' || outcome === 'left_after_answer';
  if (!isLeft || closedAt === null) return null;
  // The relay ends an unanswered one only at closing time (H7).
  if (closedThen || closedBy === 'system') return 'outside_hours';
  if (closedAt - openedAt <= PAGE_LEFT_MS_MAX) return 'page_left';
  return outcome === 'abandoned_in_queue' ? 'queue_too_long' : 'agent_silent';
}
