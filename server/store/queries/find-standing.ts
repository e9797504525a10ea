import type { LongStanding } from '../../../protocol/wire/thread.ts';
import { participantsOf } from './conversation-row.ts';
import { readCard } from './entries.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';

const stands = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .select([
      'conversation.head',
      'conversation.opened_at as openedAt',
      'conversation.status',
      'conversation.episode',
      'conversation.agent_id as agentId',
      'agent.name as agentName',
      'conversation.participants',
      'conversation.email',
      'conversation.score',
    ])
    .where('conversation.id', '=', p.id),
);

/** What its entries come to, without reading them: the row keeps up with each. */
export function* findStanding(conversationId: string): Operation<LongStanding | undefined> {
  const found = yield* row(stands, { id: conversationId });
  if (!found) return undefined;
  const { agentId, agentName, ...rest } = found;
  const participants = [];
  for (const id of participantsOf(found)) participants.push(yield* readCard(id));
  return { ...rest, agent: agentId === null ? null : { id: agentId, name: agentName ?? '' }, participants };
}
