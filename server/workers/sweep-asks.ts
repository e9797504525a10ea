import type { Clock } from '../../protocol/kit/clock.ts';
import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';
import { tellEntries } from '../usecases/finish.ts';
import type { Tell } from './tell.ts';

export interface SweepAsksParts {
  store: Pick<Store, 'listLapsedAsks' | 'endAsk'>;
  clock: Clock;
  tell: Tell;
}

/** T5: nobody answered in time, so it stays with the one who asked. An answer that was faster makes this `stale`. */
export async function sweepAsks({ store, clock, tell }: SweepAsksParts): Promise<void> {
  const at = clock.now();
  const lapsed = await store.listLapsedAsks({ now: at, limit: SWEEP_ROWS_MAX });
  const results = await Promise.allSettled(
    lapsed.map(({ conversationId, version: expectVersion }) =>
      store.endAsk({ conversationId, expectVersion, how: 'timed_out', byAgentId: null, at }),
    ),
  );
  for (const result of results) {
    if (result.status === 'fulfilled' && result.value.result === 'changed') tell(tellEntries(result.value));
  }
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
