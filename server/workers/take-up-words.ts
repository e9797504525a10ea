import type { Clock } from '../../protocol/kit/clock.ts';
import { FIND_LOOK_MS, FIND_REST_TIMES, FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';
import { every } from './every.ts';
import type { ReportFailure } from './tell.ts';

export interface TakeUpParts {
  store: Pick<Store, 'takeUpWords' | 'refoldWords'>;
  clock: Clock;
  onFailure: ReportFailure;
}

/**
 * L5: what was written is found a moment later. A long history is taken up piece by piece, with a rest after each, so that
 * people who write meanwhile hardly notice. So is an index that was cut by another folding brought to ours, and what is new comes
 * before it.
 */
export function createFindWorker({ store, clock, onFailure }: TakeUpParts) {
  let stopped = true;
  /** The folding is the program's: once all lines have it, they have it for as long as this process runs. */
  let isFolded = false;

  async function look(): Promise<void> {
    try {
      for (let more = true; more && !stopped; ) {
        const startedAt = clock.now();
        ({ more } = await store.takeUpWords({ limit: FIND_TAKEN_MAX }));
        if (!more && !isFolded) {
          ({ more } = await store.refoldWords({ limit: FIND_TAKEN_MAX }));
          isFolded = !more;
        }
        if (more) await pause(Math.max(1, FIND_REST_TIMES * (clock.now() - startedAt)));
      }
    } catch (error) {
      onFailure('find:words', error);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => clock.after(ms, resolve));
  }

  const ticks = every(clock, FIND_LOOK_MS, look);
  return {
    start() {
      stopped = false;
      ticks.start();
    },
    stop(): Promise<void> {
      stopped = true;
      return ticks.stop();
    },
  };
}
