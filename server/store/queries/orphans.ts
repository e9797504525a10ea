import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const orphans = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('agent', 'agent.id', 'conversation.agent_id')
    .select(['conversation.id as conversationId', 'conversation.version'])
    .where('conversation.status', '=', 'active')
    // Who was made to look on while she served can write to nobody (T1): nobody else could either, as long as it is hers.
    .where((eb) => eb.or([eb('agent.lease_until', '<=', p.now), eb('agent.role', '=', 'viewer')]))
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
