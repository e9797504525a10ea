import { STALE_TRIES_MAX, UNAVAILABLE_RETRY_MS } from '../../protocol/wire/limits.ts';
import type { Done } from './context.ts';
import { refused } from './finish.ts';

/**
 * Loads, decides and stores again while somebody else was faster (S3). After STALE_TRIES_MAX tries it answers `unavailable`:
 * so many changes in a row are no accident, and the client may ask again.
 */
export async function retryStale<T>(attempt: () => Promise<Done<T> | 'stale'>): Promise<Done<T>> {
  for (let tries = 0; tries < STALE_TRIES_MAX; tries += 1) {
    const result = await attempt();
    if (result !== 'stale') return result;
  }
  return refused('unavailable', { retryAfterMs: UNAVAILABLE_RETRY_MS });
}
