import type { Entry } from '../../../protocol/wire/model.ts';
import type { Changed, NotFound } from '../store.ts';
import { lockConversation } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { keepEmail, lockVisitorOf } from './visitor-lock.ts';

const moveOn = prepare<{ no: number; seq: number; change: number; email: string }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.seq, change: p.change, email: p.email }).where('no', '=', p.no),
);

export function* setContact(input: {
  conversationId: string;
  email: string;
  at: number;
}): Operation<Changed | NotFound> {
  const { conversationId, email, at } = input;
  yield* lockVisitorOf(conversationId);
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const seq = state.head + 1;
  const contact: Entry = { kind: 'contact', seq, at, email };
  yield* addEntry(state.no, contact, state.visitor_id);
  yield* keepEmail(state.visitor_id, email);
  const change = yield* takeChange();
  yield* run(moveOn, { no: state.no, seq, change, email });
  const { visitor_id: visitorId, agent_id: agentId } = state;
  return { result: 'changed', conversationId, visitorId, agentId, entries: [contact], change };
}
