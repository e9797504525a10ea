import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { RATING_WINDOW_MS, REOPEN_WINDOW_MS } from '../../protocol/wire/limits.ts';
import type { ConversationStatus, Outcome, Party } from '../../protocol/wire/model.ts';
import { type Holder, may } from '../../protocol/wire/permissions.ts';
import { decideOutcome } from './outcome.ts';

/** What the decisions look at; the store's conversation fits. Instants in ms. */
export interface ConversationState {
  visitorId: string;
  status: ConversationStatus;
  agentId: string | null;
  /** How often it was assigned: more than 0 while it is queued means that somebody lost it. */
  assignment: number;
  episode: number;
  closedAt: number | null;
  waitingSince: number | null;
  firstResponseMs: number | null;
  /** Colleagues who were invited and came in: they write, too (C4). */
  participants: readonly string[];
}

/** Who acts. */
export type Actor = { kind: 'visitor'; id: string } | ({ kind: 'agent'; id: string } & Holder);

export interface Refused {
  do: 'refuse';
  error: Extract<ErrorCode, 'not_found' | 'forbidden' | 'conversation_closed' | 'reassigned' | 'rating_closed'>;
}

export type MessageDecision = { do: 'append' } | { do: 'reopen' } | Refused;
export type CloseDecision = { do: 'close'; by: Party; outcome: Outcome } | { do: 'repeat' } | Refused;
export type RatingDecision = { do: 'rate' } | Refused;

/**
 * A message (C2–C6). `latest`: whether this is the visitor's latest conversation, since only that one can be reopened.
 */
export function decideMessage(state: ConversationState, actor: Actor, now: number, latest: boolean): MessageDecision {
  if (actor.kind === 'agent') {
    if (state.status === 'closed') return refuse('conversation_closed');
    return writes(state, actor) ? { do: 'append' } : refuse(strangerError(state));
  }
  if (state.visitorId !== actor.id) return refuse('not_found');
  if (state.status !== 'closed') return { do: 'append' };
  // C5: inside the window the same talk goes on as a new episode; later, or beside a newer one, it stays closed.
  return latest && isWithin(state.closedAt, REOPEN_WINDOW_MS, now) ? { do: 'reopen' } : refuse('conversation_closed');
}

/** An end (C7, C8). `given`: the outcome an agent named, if any. */
export function decideClose(
  state: ConversationState,
  actor: Actor,
  given?: Extract<Outcome, 'resolved' | 'unresolved' | 'spam'>,
  isGone = false,
): CloseDecision {
  if (actor.kind === 'visitor' && state.visitorId !== actor.id) return refuse('not_found');
  if (state.status === 'closed') return { do: 'repeat' };
  if (actor.kind === 'agent' && !mayEnd(state, actor)) return refuse(strangerError(state));
  return { do: 'close', by: actor.kind, outcome: decideOutcome(state, actor.kind, given, isGone) };
}

/** A rating (C9): of the episode that ended last, for a day, and until then it may be changed. */
export function decideRating(
  state: ConversationState,
  visitorId: string,
  episode: number,
  now: number,
  windowMs: number = RATING_WINDOW_MS,
): RatingDecision {
  if (state.visitorId !== visitorId) return refuse('not_found');
  const open = state.status === 'closed' && state.episode === episode && isWithin(state.closedAt, windowMs, now);
  return open ? { do: 'rate' } : refuse('rating_closed');
}

/** Typing (C11): only those who could send a message that joins the talk now. */
export function decideTyping(state: ConversationState, actor: Actor): { do: 'tell' } | Refused {
  if (actor.kind === 'visitor' && state.visitorId !== actor.id) return refuse('not_found');
  if (state.status === 'closed') return refuse('conversation_closed');
  return actor.kind === 'visitor' || writes(state, actor) ? { do: 'tell' } : refuse(strangerError(state));
}

/**
 * Receipts (C12): the visitor's own; the team's from those who write to her, so that "read" never means a passer-by.
 * Of a closed one any agent may clear the unread count.
 */
export function decideReceipt(state: ConversationState, actor: Actor): { do: 'raise' } | Refused {
  if (actor.kind === 'visitor') return state.visitorId === actor.id ? { do: 'raise' } : refuse('not_found');
  return state.status === 'closed' || writes(state, actor) ? { do: 'raise' } : refuse(strangerError(state));
}

/** An address to answer to (C10): while the conversation is open. */
export function decideContact(state: ConversationState, visitorId: string): { do: 'set' } | Refused {
  if (state.visitorId !== visitorId) return refuse('not_found');
  return state.status === 'closed' ? refuse('conversation_closed') : { do: 'set' };
}

function serves(state: ConversationState, agent: { id: string }): boolean {
  return state.status === 'active' && state.agentId === agent.id;
}

/** C4: the serving agent and whom she let in. */
function writes(state: ConversationState, agent: { id: string }): boolean {
  return serves(state, agent) || (state.status === 'active' && state.participants.includes(agent.id));
}

function mayEnd(state: ConversationState, agent: { id: string } & Holder): boolean {
  return serves(state, agent) || (state.status === 'queued' && may(agent, 'conversation:end'));
}

/** C4: an agent who lost it is told so; where nobody ever served it there was nothing to lose. */
function strangerError(state: ConversationState): 'reassigned' | 'forbidden' {
  return state.assignment > 0 ? 'reassigned' : 'forbidden';
}

function isWithin(since: number | null, windowMs: number, now: number): boolean {
  return since !== null && now - since <= windowMs;
}

function refuse(error: Refused['error']): Refused {
  return { do: 'refuse', error };
}
