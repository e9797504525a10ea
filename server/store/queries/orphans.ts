import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const orphans = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('agent', 'agent.id', 'conversation.agent_id')
    .select(['conversation.id as conversationId', 'conversation.version'])
    .where('conversation.status', '=', 'active')
    .where('agent.lease_until', '<=', p.now)
    .orderBy('conversation.queued_at')
    .orderBy('conversation.no')
    .limit(p.limit),
);

export function* listOrphans(input: {
  now: number;
  limit: number;
}): Operation<{ conversationId: string; version: number }[]> {
  return yield* rows(orphans, input);
}
