import { locked } from './conversation-row.ts';
import { count, type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { freeRoom } from './room-by-hand.ts';

/** In the order of agents, so that two who end some of them never wait for each other. */
const ended = prepare<{ now: number; limit: number }>()((db, p, dialect) =>
  locked(db.selectFrom('wrap_up').selectAll().where('until', '<=', p.now).orderBy('agent_id').limit(p.limit), dialect),
);
const ofAgent = prepare<{ agentId: string; limit: number }>()((db, p, dialect) =>
  locked(
    db.selectFrom('wrap_up').selectAll().where('agent_id', '=', p.agentId).orderBy('conversation_no').limit(p.limit),
    dialect,
  ),
);
const ofConversation = prepare<{ no: number }>()((db, p, dialect) =>
  locked(db.selectFrom('wrap_up').selectAll().where('conversation_no', '=', p.no).orderBy('agent_id'), dialect),
);
const remove = prepare<{ no: number; agentId: string }>()((db, p) =>
  db.deleteFrom('wrap_up').where('conversation_no', '=', p.no).where('agent_id', '=', p.agentId),
);
const list = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('wrap_up')
    .innerJoin('conversation', 'conversation.no', 'wrap_up.conversation_no')
    .select(['conversation.id as conversationId', 'wrap_up.until'])
    .where('wrap_up.agent_id', '=', p.agentId)
    .orderBy('wrap_up.until'),
);

interface Held {
  conversation_no: number;
  agent_id: string;
  room: number;
}

export function* endWrapUps(input: { agentId: string | null; now: number; limit: number }): Operation<string[]> {
  const { agentId, now, limit } = input;
  const found = agentId === null ? yield* rows(ended, { now, limit }) : yield* rows(ofAgent, { agentId, limit });
  return yield* giveBack(found, now);
}

export function* endWrapUpsOf(no: number, at: number): Operation<void> {
  yield* giveBack(yield* rows(ofConversation, { no }), at);
}

export function* listWrapUps(agentId: string): Operation<{ conversationId: string; until: number }[]> {
  return yield* rows(list, { agentId });
}

function* giveBack(found: Held[], at: number): Operation<string[]> {
  const agentIds = new Set<string>();
  for (const { conversation_no: no, agent_id: agentId, room } of found) {
    if ((yield* count(remove, { no, agentId })) === 0) continue;
    yield* freeRoom(agentId, room, at);
    agentIds.add(agentId);
  }
  return [...agentIds];
}
