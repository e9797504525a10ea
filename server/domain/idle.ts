import type { IdleSettings } from '../../protocol/wire/settings.ts';

export type IdleDecision = { do: 'leave' } | { do: 'warn'; closesAt: number } | { do: 'close' };

/**
 * C13: a conversation of which the last word is the agent's. The visitor is warned once, and has from the warning on the
 * whole time that the owner set, whatever the relay's own delays were. Any word of anybody starts it all anew.
 */
export function decideIdle(
  silent: { lastAt: number; warnedAt: number | null },
  { warnAfterMs, closeAfterMs }: Pick<IdleSettings, 'warnAfterMs' | 'closeAfterMs'>,
  now: number,
): IdleDecision {
  const leftMs = closeAfterMs - warnAfterMs;
  if (silent.warnedAt !== null && silent.warnedAt >= silent.lastAt) {
    return now - silent.warnedAt >= leftMs ? { do: 'close' } : { do: 'leave' };
  }
  return now - silent.lastAt >= warnAfterMs ? { do: 'warn', closesAt: now + leftMs } : { do: 'leave' };
}
