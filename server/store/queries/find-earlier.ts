import type { EarlierConversation } from '../../../protocol/wire/thread.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';

const before = prepare<{ conversationId: string }>()((db, p) =>
  db
    .selectFrom('conversation as this')
    .innerJoin('conversation', 'conversation.visitor_id', 'this.visitor_id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .select([
      'conversation.id as conversationId',
      'conversation.opened_at as openedAt',
      'conversation.closed_at as closedAt',
      'agent.name as agent',
    ])
    .where('this.id', '=', p.conversationId)
    .whereRef('conversation.no', '<', 'this.no')
    .orderBy('conversation.no', 'desc')
    .limit(1),
);

export function* findEarlier(input: { conversationId: string }): Operation<EarlierConversation | undefined> {
  return yield* row(before, input);
}
