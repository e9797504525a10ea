import { AGENT_SESSION_IDLE_MS_MAX, AGENT_SESSION_LIFE_MS_MAX } from '../../protocol/wire/limits.ts';

/** What a session must not be older than to be good at `now` (A6): last touched, and made. */
export function sessionLimits(now: number): { idleSince: number; madeSince: number } {
  return { idleSince: now - AGENT_SESSION_IDLE_MS_MAX, madeSince: now - AGENT_SESSION_LIFE_MS_MAX };
}
