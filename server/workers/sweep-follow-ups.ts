import type { Clock } from '../../protocol/kit/clock.ts';
import type { FollowUp } from '../../protocol/wire/feedback.ts';
import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';
import type { Tell } from './tell.ts';

export interface SweepFollowUpsParts {
  store: Pick<Store, 'listOverdue' | 'takeOverdue'>;
  clock: Clock;
  tell: Tell;
  /** Left out: nobody gets a mail. */
  mailOverdue?: (followUp: FollowUp) => Promise<void>;
}

/** K3: what is over its due time is told once, to its owner and to those who direct. Nearly always there is nothing to write. */
export async function sweepFollowUps({ store, clock, tell, mailOverdue }: SweepFollowUpsParts): Promise<void> {
  const now = clock.now();
  const ids = await store.listOverdue({ now, limit: SWEEP_ROWS_MAX });
  if (ids.length === 0) return;
  const taken = await store.takeOverdue({ ids, now });
  tell(taken.map((followUp) => ({ tell: 'followUp', followUp, why: 'overdue' })));
  for (const followUp of taken) await mailOverdue?.(followUp);
}
