import type { HeldBecause } from '../../../protocol/wire/composer.ts';
import { PLANNED_LATE_MS_MAX } from '../../../protocol/wire/limits-of-composer.ts';
import type { ConversationState } from '../conversation.ts';

/** An answer for later, as it was written. */
export interface PlannedState {
  agentId: string;
  /** Whether its author may still write to visitors. */
  mayWrite: boolean;
  sendAt: number;
  /** The last entry that its author could know. */
  baseSeq: number;
}

/**
 * At its time (D7): it leaves only while the talk is still the one that it was written for. Otherwise it asks its author, who may
 * send it as it is, change it, or drop it. `visitorSeq`: the visitor's latest message, 0 where she wrote none.
 */
export function decidePlanned(
  state: Pick<ConversationState, 'status' | 'agentId' | 'participants'>,
  planned: PlannedState,
  visitorSeq: number,
  now: number,
): { do: 'send' } | { do: 'hold'; because: HeldBecause } {
  const because = reasonOf(state, planned, visitorSeq, now);
  return because === null ? { do: 'send' } : { do: 'hold', because };
}

function reasonOf(
  state: Pick<ConversationState, 'status' | 'agentId' | 'participants'>,
  { agentId, mayWrite, sendAt, baseSeq }: PlannedState,
  visitorSeq: number,
  now: number,
): HeldBecause | null {
  if (state.status === 'closed') return 'closed';
  if (!mayWrite) return 'viewing';
  const isIn = state.status === 'active' && (state.agentId === agentId || state.participants.includes(agentId));
  if (!isIn) return 'reassigned';
  if (visitorSeq > baseSeq) return 'visitor_wrote';
  return now - sendAt > PLANNED_LATE_MS_MAX ? 'late' : null;
}
