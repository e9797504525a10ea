import type { RoutingSnapshot } from '../store.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const queue = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['id as conversationId', 'version', 'queued_at as queuedAt'])
    .where('status', '=', 'queued')
    // H7: what came while it was closed waits for the opening.
    .where('held', '=', 0)
    .orderBy('queued_at')
    .orderBy('no')
    .limit(p.limit),
);
const ready = prepare<{ now: number }>()((db, p) =>
  db
    .selectFrom('agent')
    .select(['id', 'name', 'capacity', 'load', 'idle_since as idleSince'])
    .where('availability', '=', 'available')
    .where('lease_until', '>', p.now)
    .orderBy('id'),
);
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

export function* readRouting(input: { now: number; limit: number }): Operation<RoutingSnapshot> {
  return { queued: yield* rows(queue, input), agents: yield* rows(ready, input) };
}

export function* listOrphans(input: {
  now: number;
  limit: number;
}): Operation<{ conversationId: string; version: number }[]> {
  return yield* rows(orphans, input);
}
