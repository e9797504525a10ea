import type { EarlierConversation } from '../../../protocol/wire/thread.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';
import { samePerson } from './same-person.ts';

/** Of the same person and site, whichever of her profiles wrote it. */
const before = prepare<{ conversationId: string }>()((db, p) =>
  db
    .selectFrom('conversation as this')
    .innerJoin('visitor as me', 'me.id', 'this.visitor_id')
    .innerJoin('visitor as same', (join) => join.on(samePerson))
    .innerJoin('conversation', 'conversation.visitor_id', 'same.id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .select([
      'conversation.id as conversationId',
      'conversation.opened_at as openedAt',
      'conversation.closed_at as closedAt',
      'agent.name as agent',
    ])
    .where('this.id', '=', p.conversationId)
    .whereRef('conversation.no', '<', 'this.no')
    // J12: of what was emptied there is nothing to read.
    .where('conversation.erased_at', 'is', null)
    .orderBy('conversation.no', 'desc')
    .limit(1),
);

export function* findEarlier(input: { conversationId: string }): Operation<EarlierConversation | undefined> {
  return yield* row(before, input);
}
