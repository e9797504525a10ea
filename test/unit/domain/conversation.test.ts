// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { RATING_WINDOW_MS, REOPEN_WINDOW_MS } from '../../../protocol/wire/limits.ts';
import {
  type Actor,
  type ConversationState,
  decideClose,
  decideContact,
  decideMessage,
  decideRating,
  decideReceipt,
  decideTyping,
} from '../../../server/domain/conversation.ts';

const NOW = 1_000_000_000;
const owner: Actor = { kind: 'visitor', id: 'v1' };
const stranger: Actor = { kind: 'visitor', id: 'v2' };
const ana: Actor = { kind: 'agent', id: 'a1', role: 'agent' };
const ben: Actor = { kind: 'agent', id: 'a2', role: 'agent' };
const boss: Actor = { kind: 'agent', id: 'a3', role: 'admin' };

const queued: ConversationState = {
  visitorId: 'v1',
  status: 'queued',
  agentId: null,
  assignment: 0,
  episode: 1,
  closedAt: null,
  waitingSince: NOW - 5_000,
  firstResponseMs: null,
  participants: [],
};
const lost: ConversationState = { ...queued, assignment: 1 };
const active: ConversationState = { ...queued, status: 'active', agentId: 'a1', assignment: 1 };
const shared: ConversationState = { ...active, participants: ['a2'] };
const closed: ConversationState = { ...active, status: 'closed', closedAt: NOW, waitingSince: null };

const refuse = (error: string) => ({ do: 'refuse', error });

describe('decideMessage', () => {
  it.each([
    ['C3 the visitor writes while waiting', queued, owner, { do: 'append' }],
    ['C3 the visitor writes to the agent', active, owner, { do: 'append' }],
    ['C3 the serving agent answers', active, ana, { do: 'append' }],
    ['C2 a stranger learns nothing, whatever the state', queued, stranger, refuse('not_found')],
    ['C2 a stranger learns nothing of an end', closed, stranger, refuse('not_found')],
    ['C4 an agent whom nobody assigned', queued, ana, refuse('forbidden')],
    ['C4 an agent who lost it to the queue', lost, ana, refuse('reassigned')],
    ['C4 an agent while another one serves it', active, ben, refuse('reassigned')],
    ['C4 not even an admin writes beside the serving agent', active, boss, refuse('reassigned')],
    ['C4 a colleague who was let in writes, too', shared, ben, { do: 'append' }],
    ['C4 and only she', shared, boss, refuse('reassigned')],
    ['C4 not while it waits again', { ...lost, participants: ['a2'] }, ben, refuse('reassigned')],
    ['C4 the agent after the end', closed, ana, refuse('conversation_closed')],
  ] as const)('%s', (_title, state, actor, expected) => {
    expect(decideMessage(state, actor, NOW, true)).toEqual(expected);
  });

  it('C5 the visitor reopens up to the last millisecond of the window, not one later', () => {
    expect(decideMessage(closed, owner, NOW + REOPEN_WINDOW_MS, true)).toEqual({ do: 'reopen' });
    expect(decideMessage(closed, owner, NOW + REOPEN_WINDOW_MS + 1, true)).toEqual(refuse('conversation_closed'));
  });

  it('C5 only the latest conversation can be reopened, so that nobody has two open ones', () => {
    expect(decideMessage(closed, owner, NOW, false)).toEqual(refuse('conversation_closed'));
  });
});

describe('decideClose', () => {
  it.each([
    ['C7 the visitor ends her own', active, owner, { do: 'close', by: 'visitor', outcome: 'abandoned_before_answer' }],
    ['C7 the serving agent ends it', active, ana, { do: 'close', by: 'agent', outcome: 'unresolved' }],
    ['C7 an admin ends a waiting one', queued, boss, { do: 'close', by: 'agent', outcome: 'unresolved' }],
    ['C7 an agent may not end a waiting one', queued, ana, refuse('forbidden')],
    ['C7 an agent who lost it may not end it', lost, ana, refuse('reassigned')],
    ['C7 nobody ends what another agent serves', active, boss, refuse('reassigned')],
    ['C2 a stranger learns nothing', active, stranger, refuse('not_found')],
    ['C8 ending twice is a repeat for the visitor', closed, owner, { do: 'repeat' }],
    ['C8 ending twice is a repeat for the agent', closed, ana, { do: 'repeat' }],
    ['C2 a stranger learns nothing of an end', closed, stranger, refuse('not_found')],
  ] as const)('%s', (_title, state, actor, expected) => {
    expect(decideClose(state, actor)).toEqual(expected);
  });

  it('M7 the outcome that an agent names is kept', () => {
    expect(decideClose(active, ana, 'spam')).toEqual({ do: 'close', by: 'agent', outcome: 'spam' });
  });
});

describe('decideRating', () => {
  it('C9 is open from the end to the last millisecond of the window, not one later', () => {
    expect(decideRating(closed, 'v1', 1, NOW)).toEqual({ do: 'rate' });
    expect(decideRating(closed, 'v1', 1, NOW + RATING_WINDOW_MS)).toEqual({ do: 'rate' });
    expect(decideRating(closed, 'v1', 1, NOW + RATING_WINDOW_MS + 1)).toEqual(refuse('rating_closed'));
  });

  it.each([
    ['C9 not before the end', active, 'v1', 1, refuse('rating_closed')],
    ['C9 not an earlier episode', { ...closed, episode: 2 }, 'v1', 1, refuse('rating_closed')],
    ['C9 not an episode to come', closed, 'v1', 2, refuse('rating_closed')],
    ['C2 not by a stranger, who learns nothing', closed, 'v2', 1, refuse('not_found')],
  ] as const)('%s', (_title, state, visitorId, episode, expected) => {
    expect(decideRating(state, visitorId, episode, NOW)).toEqual(expected);
  });
});

describe('decideContact, decideTyping, decideReceipt', () => {
  it('C10 the visitor leaves an address while the conversation is open', () => {
    expect(decideContact(queued, 'v1')).toEqual({ do: 'set' });
    expect(decideContact(active, 'v1')).toEqual({ do: 'set' });
    expect(decideContact(closed, 'v1')).toEqual(refuse('conversation_closed'));
    expect(decideContact(queued, 'v2')).toEqual(refuse('not_found'));
  });

  it('C11 typing is told by those who could write now', () => {
    expect(decideTyping(queued, owner)).toEqual({ do: 'tell' });
    expect(decideTyping(active, ana)).toEqual({ do: 'tell' });
    expect(decideTyping(active, ben)).toEqual(refuse('reassigned'));
    expect(decideTyping(queued, ana)).toEqual(refuse('forbidden'));
    expect(decideTyping(closed, owner)).toEqual(refuse('conversation_closed'));
    expect(decideTyping(active, stranger)).toEqual(refuse('not_found'));
  });

  it('C12 "read" comes from the serving agent, of a closed one from any', () => {
    expect(decideReceipt(active, owner)).toEqual({ do: 'raise' });
    expect(decideReceipt(active, ana)).toEqual({ do: 'raise' });
    expect(decideReceipt(active, ben)).toEqual(refuse('reassigned'));
    expect(decideReceipt(queued, ana)).toEqual(refuse('forbidden'));
    expect(decideReceipt(closed, ben)).toEqual({ do: 'raise' });
    expect(decideReceipt(closed, stranger)).toEqual(refuse('not_found'));
  });
});
