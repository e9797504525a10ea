import type { Clock } from '../../protocol/kit/clock.ts';
import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';
import type { Tell } from './tell.ts';

export interface SweepFollowUpsParts {
  store: Pick<Store, 'listOverdue' | 'takeOverdue'>;
  clock: Clock;
  tell: Tell;
}

/** K3: what is over its due time is told once, to its owner and to those who direct. Nearly always there is nothing to write. */
export async function sweepFollowUps({ store, clock, tell }: SweepFollowUpsParts): Promise<void> {
  const now = clock.now();
  const ids = await store.listOverdue({ now, limit: SWEEP_ROWS_MAX });
  if (ids.length === 0) return;
  const taken = await store.takeOverdue({ ids, now });
  tell(taken.map((followUp) => ({ tell: 'followUp', followUp, why: 'overdue' })));
}
