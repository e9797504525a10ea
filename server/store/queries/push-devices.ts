import type { NewPushDevice } from '../notice-store.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

type Row = Omit<NewPushDevice, 'max'>;

const byEndpoint = prepare<{ endpoint: string }>()((db, p) =>
  db.selectFrom('push_device').select('id').where('endpoint', '=', p.endpoint),
);
const insert = prepare<Row>()((db, p) =>
  db.insertInto('push_device').values({
    ...{ id: p.id, agent_id: p.agentId, session_id: p.sessionId, endpoint: p.endpoint, p256dh: p.p256dh },
    ...{ auth: p.auth, name: p.name, added_at: p.at, visible_until: 0 },
  }),
);
const take = prepare<Omit<Row, 'endpoint'>>()((db, p) =>
  db
    .updateTable('push_device')
    .set({ agent_id: p.agentId, session_id: p.sessionId, p256dh: p.p256dh, auth: p.auth, name: p.name })
    .where('id', '=', p.id),
);
const dropOpen = prepare<{ id: string; agentId: string }>()((db, p) =>
  db
    .deleteFrom('push_outbox')
    .where('device_id', '=', p.id)
    .where((eb) =>
      eb.exists(eb.selectFrom('push_device').select('id').where('id', '=', p.id).where('agent_id', '<>', p.agentId)),
    ),
);
const ofSession = prepare<{ sessionId: string; endpoint: string }>()((db, p) =>
  db.deleteFrom('push_device').where('session_id', '=', p.sessionId).where('endpoint', '<>', p.endpoint),
);
const list = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('push_device')
    .select(['id', 'name', 'added_at', 'session_id'])
    .where('agent_id', '=', p.agentId)
    .orderBy('added_at', 'desc')
    .orderBy('id'),
);
const remove = prepare<{ id: string; agentId: string }>()((db, p) =>
  db.deleteFrom('push_device').where('id', '=', p.id).where('agent_id', '=', p.agentId),
);
const drop = prepare<{ id: string }>()((db, p) => db.deleteFrom('push_device').where('id', '=', p.id));
const agents = prepare()((db) => db.selectFrom('push_device').select('agent_id').distinct());
const visible = prepare<{ sessionId: string; until: number }>()((db, p) =>
  db.updateTable('push_device').set({ visible_until: p.until }).where('session_id', '=', p.sessionId),
);

/** Somebody else who signs in at a browser takes its row over; what was on its way to the one before goes. */
export function* addPushDevice({ max, ...device }: NewPushDevice): Operation<void> {
  const { agentId, sessionId, endpoint } = device;
  yield* run(ofSession, { sessionId, endpoint });
  const held = yield* row(byEndpoint, { endpoint });
  if (held) {
    yield* run(dropOpen, { id: held.id, agentId });
    yield* run(take, { ...device, id: held.id });
  } else yield* run(insert, device);
  const all = yield* rows(list, { agentId });
  for (const { id } of all.slice(max)) yield* run(drop, { id });
}

export function* removePushDevice(input: { id: string; agentId: string }): Operation<boolean> {
  return (yield* count(remove, input)) === 1;
}

export function* dropPushDevice(id: string): Operation<void> {
  yield* run(drop, { id });
}

export function* listPushDevices(
  agentId: string,
): Operation<{ id: string; name: string; addedAt: number; sessionId: string }[]> {
  const found = yield* rows(list, { agentId });
  return found.map(({ id, name, added_at, session_id }) => ({ id, name, addedAt: added_at, sessionId: session_id }));
}

export function* listPushedAgents(): Operation<string[]> {
  return (yield* rows(agents, {})).map(({ agent_id }) => agent_id);
}

export function* setVisible(input: { sessionId: string; until: number }): Operation<void> {
  yield* run(visible, input);
}
