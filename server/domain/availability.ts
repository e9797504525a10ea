import type { Availability, Role } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';

/** Reasons that are the relay's own, beside the team's list (T11). The console has words for them. */
export const VIEWING = 'viewing';
const INACTIVE = 'inactive';
/** Until the owner says otherwise. */
export const AWAY_REASONS_USUAL: readonly string[] = ['Lunch', 'Break', 'Training', 'After-work'];

export type AvailabilityDecision =
  | { do: 'set'; availability: Availability; awayReason: string | null }
  | { do: 'refuse'; error: 'forbidden' | 'invalid_payload' };

/** Who only looks cannot be available; a reason belongs to being away, and is one that the team knows. */
export function decideAvailability(
  role: Role,
  availability: Availability,
  reason: string | null,
  known: readonly string[],
): AvailabilityDecision {
  if (!may({ role }, 'conversation:serve')) {
    return availability === 'away' ? { do: 'set', availability, awayReason: VIEWING } : refuse('forbidden');
  }
  if (availability === 'available') return { do: 'set', availability, awayReason: null };
  if (reason !== null && reason !== VIEWING && !known.includes(reason)) return refuse('invalid_payload');
  return { do: 'set', availability, awayReason: reason };
}

export interface Idle {
  agentId: string;
  seenAt: number | null;
}

export type IdleDecision = { do: 'warn'; awayAt: number } | { do: 'away'; awayReason: string } | { do: 'wait' };

/**
 * Nobody touched any of the agent's consoles (T12): first a word, and `warningMs` later, away. A sign of life comes at
 * most once a minute, so it may be later than `idleMs` by that, never earlier.
 */
export function decideIdle(idle: Idle, idleMs: number, warningMs: number, now: number): IdleDecision {
  // Present without any session: signed out a moment ago; the lease takes care of that.
  if (idle.seenAt === null) return { do: 'wait' };
  const awayAt = idle.seenAt + idleMs;
  if (now >= awayAt) return { do: 'away', awayReason: INACTIVE };
  return now >= awayAt - warningMs ? { do: 'warn', awayAt } : { do: 'wait' };
}

function refuse(error: 'forbidden' | 'invalid_payload'): AvailabilityDecision {
  return { do: 'refuse', error };
}
