import { MESSAGE_EDIT_MS } from '../../protocol/wire/limits.ts';
import type { Party } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { type Actor, type ConversationState, decideMessage, type Refused as NotWriting } from './conversation.ts';

/** A message as it is now. */
export interface Said {
  author: Party;
  authorId: string;
  at: number;
  body: string;
  isFile: boolean;
}

/** `repeat`: it is so already. */
export type RevisionDecision =
  | { do: 'revise' }
  | { do: 'repeat' }
  | NotWriting
  | { do: 'refuse'; error: 'forbidden' | 'edit_closed'; hint: string };

const LATE = `Its author may do this within ${MESSAGE_EDIT_MS / 60_000} minutes of sending it.`;

/** Other words for one's own message (C18). They go to the other side, so only who may write now may edit. */
export function decideEdit(
  state: ConversationState,
  actor: Actor,
  said: Said,
  body: string,
  now: number,
): RevisionDecision {
  if (!isOwn(actor, said)) return refuse('forbidden', 'Only its author edits a message.');
  if (isRemoved(said)) return refuse('edit_closed', 'It was removed.');
  if (said.isFile) return refuse('forbidden', 'A file cannot be edited. Remove it and send another one.');
  if (said.body === body) return { do: 'repeat' };
  if (isLate(said, now)) return refuse('edit_closed', LATE);
  const writing = decideMessage(state, actor, now, false);
  return writing.do === 'refuse' ? writing : { do: 'revise' };
}

/** One's own, in any state of the conversation: to take words back one need not be let in. For safety, anybody's (C18). */
export function decideRemoval(actor: Actor, said: Said, now: number): RevisionDecision {
  if (isRemoved(said)) return { do: 'repeat' };
  if (actor.kind === 'agent' && may(actor, 'message:remove')) return { do: 'revise' };
  if (!isOwn(actor, said)) return refuse('forbidden', 'Your role may not remove what others wrote: message:remove.');
  return isLate(said, now) ? refuse('edit_closed', LATE) : { do: 'revise' };
}

function isOwn(actor: Actor, said: Said): boolean {
  return said.author === actor.kind && said.authorId === actor.id;
}

/** No message is sent without words. */
function isRemoved(said: Said): boolean {
  return said.body === '';
}

function isLate(said: Said, now: number): boolean {
  return now - said.at > MESSAGE_EDIT_MS;
}

function refuse(error: 'forbidden' | 'edit_closed', hint: string): RevisionDecision {
  return { do: 'refuse', error, hint };
}
