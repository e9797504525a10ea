import { sql } from 'kysely';
import type { LeasedPush, LeasePushes, QueuePushes } from '../notice-store.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const devices = prepare<{ agentId: string }>()((db, p) =>
  db.selectFrom('push_device').select('id').where('agent_id', '=', p.agentId).orderBy('id'),
);
const recent = prepare<{ deviceId: string; since: number }>()((db, p) =>
  db
    .selectFrom('push_outbox')
    .select(sql<number>`count(*)`.as('pushes'))
    .where('device_id', '=', p.deviceId)
    .where('made_at', '>', p.since),
);
const insert = prepare<{ id: string; deviceId: string; cause: string; document: string; at: number }>()((db, p) =>
  db
    .insertInto('push_outbox')
    .values({
      ...{ id: p.id, device_id: p.deviceId, cause: p.cause, document: p.document, made_at: p.at },
      ...{ open: 1, due_at: p.at, tries: 0, lease_until: 0 },
    })
    .onConflict((c) => c.columns(['device_id', 'cause']).doNothing()),
);

export function* queuePushes(input: QueuePushes): Operation<number> {
  const { agentId, cause, limit, at, newId } = input;
  const document = JSON.stringify(input.document);
  let made = 0;
  for (const { id: deviceId } of yield* rows(devices, { agentId })) {
    if (input.deviceId !== undefined && input.deviceId !== deviceId) continue;
    const before = Number((yield* row(recent, { deviceId, since: limit.since }))?.pushes ?? 0);
    if (before >= limit.max) continue;
    made += yield* count(insert, { id: newId(), deviceId, cause, document, at });
  }
  return made;
}

const due = prepare<{ now: number; limit: number }>()((db, p, dialect) => {
  const found = db
    .selectFrom('push_outbox')
    .select(['id', 'device_id', 'document', 'made_at', 'tries'])
    .where('open', '=', sql.lit(1))
    .where('due_at', '<=', p.now)
    .where('lease_until', '<=', p.now)
    .orderBy('due_at')
    .limit(p.limit);
  return dialect === 'postgres' ? found.forUpdate().skipLocked() : found;
});
const anyDue = prepare<{ now: number }>()((db, p) =>
  db
    .selectFrom('push_outbox')
    .select('id')
    .where('open', '=', sql.lit(1))
    .where('due_at', '<=', p.now)
    .where('lease_until', '<=', p.now)
    .limit(1),
);
const lease = prepare<{ id: string; until: number; tries: number }>()((db, p) =>
  db.updateTable('push_outbox').set({ lease_until: p.until, tries: p.tries }).where('id', '=', p.id),
);
const deviceOf = prepare<{ id: string; madeSince: number }>()((db, p) =>
  db
    .selectFrom('push_device')
    .innerJoin('agent_session', 'agent_session.id', 'push_device.session_id')
    .select(['push_device.agent_id', 'endpoint', 'p256dh', 'auth', 'visible_until', 'seen_at'])
    .where('push_device.id', '=', p.id)
    .where('agent_session.made_at', '>=', p.madeSince),
);
const drop = prepare<{ id: string }>()((db, p) => db.deleteFrom('push_outbox').where('id', '=', p.id));

export function* isPushDue(now: number): Operation<boolean> {
  return (yield* row(anyDue, { now })) !== undefined;
}

export function* leasePushes(input: LeasePushes): Operation<LeasedPush[]> {
  const leased: LeasedPush[] = [];
  for (const one of yield* rows(due, { now: input.now, limit: input.limit })) {
    const device = yield* row(deviceOf, { id: one.device_id, madeSince: input.madeSince });
    // The session is over: nobody is signed in there any more.
    if (!device) {
      yield* run(drop, { id: one.id });
      continue;
    }
    const tries = one.tries + 1;
    yield* run(lease, { id: one.id, until: input.until, tries });
    const { agent_id: agentId, visible_until: visibleUntil, seen_at: seenAt, endpoint, p256dh, auth } = device;
    leased.push({
      ...{ id: one.id, deviceId: one.device_id, agentId, endpoint, p256dh, auth, visibleUntil, seenAt, tries },
      ...{ document: JSON.parse(one.document), madeAt: one.made_at },
    });
  }
  return leased;
}

const settle = prepare<{ id: string; tries: number; open: number; dueAt: number }>()((db, p) =>
  db
    .updateTable('push_outbox')
    .set({ open: p.open, due_at: p.dueAt, lease_until: 0 })
    .where('id', '=', p.id)
    .where('tries', '=', p.tries)
    .where('open', '=', sql.lit(1)),
);

export function* settlePush(input: { id: string; tries: number; dueAt: number | null }): Operation<boolean> {
  const { id, tries, dueAt } = input;
  return (yield* count(settle, { id, tries, open: dueAt === null ? 0 : 1, dueAt: dueAt ?? 0 })) === 1;
}

const dropOld = prepare<{ before: number; limit: number }>()((db, p) =>
  db
    .deleteFrom('push_outbox')
    .where('id', 'in', (eb) =>
      eb.selectFrom('push_outbox').select('id').where('made_at', '<', p.before).orderBy('made_at').limit(p.limit),
    ),
);

export function* dropOldPushes(input: { before: number; limit: number }): Operation<number> {
  return yield* count(dropOld, input);
}
