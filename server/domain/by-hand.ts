import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { PARTICIPANTS_MAX } from '../../protocol/wire/limits.ts';
import type { Ask, Availability, ConversationStatus, Role } from '../../protocol/wire/model.ts';
import { type Holder, may } from '../../protocol/wire/permissions.ts';

/** What people move by hand looks at (docs/team.md, T rules); the store's conversation fits. */
export interface HandState {
  status: ConversationStatus;
  agentId: string | null;
  assignment: number;
  participants: readonly string[];
  ask: { kind: Ask['kind']; toId: string; byId: string; until: number } | null;
}

export interface Hand {
  id: string;
  role: Role;
  rights?: Holder['rights'];
}

/** The colleague who is asked. */
export interface Asked extends Hand {
  availability: Availability;
  present: boolean;
}

export interface HandRefused {
  do: 'refuse';
  error: Extract<
    ErrorCode,
    'forbidden' | 'not_found' | 'reassigned' | 'conversation_closed' | 'agent_absent' | 'ask_open' | 'ask_over'
  >;
  hint?: string;
}

/** `repeat`: it is so already; the same answer again, told to nobody. */
export type TakeDecision =
  | { do: 'take'; how: 'picked' | 'transferred' | 'taken_over' }
  | { do: 'repeat' }
  | HandRefused;
export type ReturnDecision = { do: 'return' } | HandRefused;
export type AskDecision = { do: 'ask' } | HandRefused;
export type AcceptDecision = { do: 'take' } | { do: 'join' } | { do: 'repeat' } | HandRefused;
export type EndAskDecision = { do: 'end'; how: 'declined' | 'cancelled' } | HandRefused;

/** T3: whoever serves visitors takes one that waits, also above the capacity: people know what they do. */
export function decidePick(state: HandState, agent: Hand): TakeDecision {
  if (state.status === 'closed') return refuse('conversation_closed');
  if (state.status === 'queued') return { do: 'take', how: 'picked' };
  return state.agentId === agent.id ? { do: 'repeat' } : refuse('reassigned', 'Somebody else was faster.');
}

/** T8: who directs takes it from whoever has it. */
export function decideTakeover(state: HandState, agent: Hand): TakeDecision {
  if (state.status !== 'active' || state.agentId === agent.id) return decidePick(state, agent);
  return may(agent, 'conversation:direct') ? { do: 'take', how: 'taken_over' } : refuse('forbidden');
}

/** T9: the serving agent gives it back, or who directs takes it from her. */
export function decideReturn(state: HandState, agent: Hand): ReturnDecision {
  return holds(state, agent) ? { do: 'return' } : refuse(strangerError(state));
}

/** T9: to another department it goes as back to the queue; it may not be there already. */
export function decideMove(state: HandState, agent: Hand, isKnown: boolean): ReturnDecision {
  if (!holds(state, agent)) return refuse(strangerError(state));
  return isKnown ? { do: 'return' } : refuse('not_found', 'There is no such department.');
}

/** T4, T6: one question at a time, to somebody who can answer it now. */
export function decideAsk(state: HandState, agent: Hand, kind: Ask['kind'], asked: Asked | undefined): AskDecision {
  if (!holds(state, agent)) return refuse(strangerError(state));
  if (state.ask) return refuse('ask_open', 'Wait for the answer, or take the question back.');
  if (!asked) return refuse('not_found');
  if (asked.id === state.agentId) return refuse('forbidden', 'This agent has the conversation.');
  if (kind === 'invite') {
    if (state.participants.includes(asked.id)) return refuse('forbidden', 'This agent is in already.');
    if (state.participants.length >= PARTICIPANTS_MAX) return refuse('forbidden', `At most ${PARTICIPANTS_MAX} more.`);
  }
  const can = may(asked, 'conversation:serve') && asked.availability === 'available' && asked.present;
  return can ? { do: 'ask' } : refuse('agent_absent', 'Choose somebody who is available.');
}

/** A late yes is no yes: the one who asked was told that nobody came. */
export function decideAccept(state: HandState, agent: Hand, now: number): AcceptDecision {
  const { ask } = state;
  if (state.status === 'active' && ask?.toId === agent.id && now < ask.until) {
    return { do: ask.kind === 'transfer' ? 'take' : 'join' };
  }
  if (state.status === 'active' && !ask && (state.agentId === agent.id || state.participants.includes(agent.id))) {
    return { do: 'repeat' };
  }
  return refuse('ask_over');
}

export function decideDecline(state: HandState, agent: Hand): EndAskDecision {
  return state.ask?.toId === agent.id ? { do: 'end', how: 'declined' } : refuse('ask_over');
}

export function decideCancel(state: HandState, agent: Hand): EndAskDecision {
  if (!state.ask) return refuse('ask_over');
  const own = state.ask.byId === agent.id || holds(state, agent);
  return own ? { do: 'end', how: 'cancelled' } : refuse('forbidden');
}

/** T7: only who was invited; the serving agent transfers, returns or ends. */
export function decideLeave(state: HandState, agent: Hand): { do: 'leave' } | HandRefused {
  return state.participants.includes(agent.id) ? { do: 'leave' } : refuse('forbidden', 'You are not in it.');
}

/** Serves it, or directs those who do. */
function holds(state: HandState, agent: Hand): boolean {
  return state.status === 'active' && (state.agentId === agent.id || may(agent, 'conversation:direct'));
}

function strangerError(state: HandState): 'conversation_closed' | 'reassigned' | 'forbidden' {
  if (state.status === 'closed') return 'conversation_closed';
  return state.assignment > 0 ? 'reassigned' : 'forbidden';
}

function refuse(error: HandRefused['error'], hint?: string): HandRefused {
  return hint === undefined ? { do: 'refuse', error } : { do: 'refuse', error, hint };
}
