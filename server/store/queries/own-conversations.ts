import type { OwnConversation } from '../../../protocol/wire/front.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const ofVisitor = prepare<{ visitorId: string; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .select([
      'conversation.id as conversationId',
      'conversation.opened_at as openedAt',
      'conversation.closed_at as closedAt',
      'conversation.last_at as lastAt',
      'conversation.last_text as lastText',
      'agent.name as agent',
    ])
    .where('conversation.visitor_id', '=', p.visitorId)
    .where('conversation.erased_at', 'is', null)
    .orderBy('conversation.no', 'desc')
    .limit(p.limit),
);

export function* listOwnConversations(input: { visitorId: string; limit: number }): Operation<OwnConversation[]> {
  return yield* rows(ofVisitor, input);
}
