import type { Cause } from '../../../protocol/wire/measures.ts';
import type { Outcome, Party } from '../../../protocol/wire/model.ts';
import type { GoneHow } from './gone.ts';

/** Who goes so soon after coming did not wait for anybody (M7). */
const PAGE_LEFT_MS_MAX = 10_000;

export interface Left {
  outcome: Outcome | null;
  closedBy: Party | 'system' | null;
  /** It began while it was closed. */
  closedThen: boolean;
  openedAt: number;
  closedAt: number | null;
  /** Her last connection went then, and she was not seen again before the end. */
  goneAt: number | null;
  goneHow: GoneHow | null;
}

/** M7: the one cause of an episode that somebody left; null: nobody left it. The first that holds. */
export function causeOf(left: Left): Cause | null {
  const { outcome, closedBy, closedThen, openedAt, closedAt } = left;
  const isLeft =
    outcome === 'abandoned_in_queue' || outcome === 'abandoned_before_answer' || outcome === 'left_after_answer';
  if (!isLeft || closedAt === null) return null;
  if (closedThen) return 'outside_hours';
  // Who ended it herself was there to do it, whatever became of her connection.
  const gone = closedBy === 'visitor' ? null : left.goneHow;
  if (gone === 'lost') return 'connection_lost';
  const wentAt = gone === 'left' && left.goneAt !== null ? left.goneAt : closedBy === 'system' ? null : closedAt;
  if (wentAt !== null && wentAt - openedAt <= PAGE_LEFT_MS_MAX) return 'page_left';
  // The relay ends an unanswered one only at closing time (H7).
  if (closedBy === 'system') return 'outside_hours';
  return outcome === 'abandoned_in_queue' ? 'queue_too_long' : 'agent_silent';
}
