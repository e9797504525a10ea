import type { Clock } from '../../protocol/kit/clock.ts';
import { CLOSING_STORE_MS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';

/**
 * A database that does not answer must not keep a relay that was told to stop. What was acknowledged is stored by then;
 * `left` says that it was not waited for.
 */
export function closeStore(store: Pick<Store, 'close'>, clock: Clock): Promise<'closed' | 'left'> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(CLOSING_STORE_MS_MAX, () => resolve('left'));
    store.close().then(() => {
      cancel();
      resolve('closed');
    }, reject);
  });
}
