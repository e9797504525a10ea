import type { Random } from '../kit/random.ts';
import { RECONNECT_DELAY_MS_MAX, RECONNECT_DELAY_MS_MIN } from '../wire/limits.ts';

/**
 * How long to wait before try number `attempt` (1, 2, …), ms. Full jitter: evenly between the least delay and a
 * ceiling that doubles each time, so that a thousand clients of a restarted relay do not come back in one beat.
 */
export function backoffMs(attempt: number, random: Random, maxMs = RECONNECT_DELAY_MS_MAX): number {
  const ceiling = Math.min(maxMs, RECONNECT_DELAY_MS_MIN * 2 ** Math.min(attempt, 16));
  return Math.round(RECONNECT_DELAY_MS_MIN + random() * (ceiling - RECONNECT_DELAY_MS_MIN));
}
