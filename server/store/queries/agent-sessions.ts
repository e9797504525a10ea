import { AGENT_SESSION_LIFE_MS_MAX } from '../../../protocol/wire/limits.ts';
import { listOf } from './list-of.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insert = prepare<{ id: string; agentId: string; at: number }>()((db, p) =>
  db.insertInto('agent_session').values({ id: p.id, agent_id: p.agentId, made_at: p.at, seen_at: p.at }),
);
const deleteOld = prepare<{ agentId: string; madeSince: number }>()((db, p) =>
  db.deleteFrom('agent_session').where('agent_id', '=', p.agentId).where('made_at', '<', p.madeSince),
);
const find = prepare<{ id: string; idleSince: number; madeSince: number }>()((db, p) =>
  db
    .selectFrom('agent_session')
    .select(['agent_id', 'seen_at'])
    .where('id', '=', p.id)
    .where('seen_at', '>=', p.idleSince)
    .where('made_at', '>=', p.madeSince),
);
const touch = prepare<{ id: string; at: number }>()((db, p) =>
  db.updateTable('agent_session').set({ seen_at: p.at }).where('id', '=', p.id).where('seen_at', '<', p.at),
);
const end = prepare<{ id: string }>()((db, p) => db.deleteFrom('agent_session').where('id', '=', p.id));
const live = prepare<{ ids: string; idleSince: number; madeSince: number }>()((db, p, dialect) =>
  db
    .selectFrom('agent_session')
    .select('id')
    .where('id', 'in', listOf(p.ids, dialect))
    .where('seen_at', '>=', p.idleSince)
    .where('made_at', '>=', p.madeSince),
);

/** Also drops this agent's sessions that are too old to be any good. */
export function* addSession(input: { id: string; agentId: string; at: number }): Operation<void> {
  yield* run(deleteOld, { agentId: input.agentId, madeSince: input.at - AGENT_SESSION_LIFE_MS_MAX });
  yield* run(insert, input);
}

export function* findSession(input: {
  id: string;
  idleSince: number;
  madeSince: number;
}): Operation<{ agentId: string; seenAt: number } | undefined> {
  const found = yield* row(find, input);
  return found && { agentId: found.agent_id, seenAt: found.seen_at };
}

export function* touchSession(input: { id: string; at: number }): Operation<void> {
  yield* run(touch, input);
}

export function* endSession(id: string): Operation<void> {
  yield* run(end, { id });
}

export function* listLiveSessions(input: { ids: string[]; idleSince: number; madeSince: number }): Operation<string[]> {
  const found = yield* rows(live, { ...input, ids: JSON.stringify(input.ids) });
  return found.map((one) => one.id);
}
