import { sql } from 'kysely';
import type { AnswerDue } from '../routing-store.ts';
import { lockExpected } from './conversation-row.ts';
import { count, type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { addStaffFact } from './staff-facts.ts';

/** R19: why the relay set somebody to away. The console has words for it. */
const MISSED = 'missed';

const countMiss = prepare<{ agentId: string }>()((db, p) =>
  db.updateTable('agent').set({ misses: sql`misses + 1` }).where('id', '=', p.agentId),
);
const sendAway = prepare<{ agentId: string; missesMax: number; reason: string }>()((db, p) =>
  db
    .updateTable('agent')
    .set({ availability: 'away', away_reason: p.reason, misses: 0 })
    .where('id', '=', p.agentId)
    .where('availability', '=', 'available')
    .where('misses', '>=', p.missesMax),
);
const forget = prepare<{ agentId: string }>()((db, p) =>
  db.updateTable('agent').set({ misses: 0 }).where('id', '=', p.agentId).where('misses', '>', 0),
);
const due = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select([
      'id as conversationId',
      'version',
      'department_id as departmentId',
      'agent_id as agentId',
      'assigned_at as assignedAt',
      'wait_started_at as waitingSince',
    ])
    .where('answer_by', 'is not', null)
    .where('answer_by', '<=', p.now)
    .orderBy('answer_by')
    .orderBy('no')
    .limit(p.limit),
);
const settle = prepare<{ no: number }>()((db, p) =>
  db.updateTable('conversation').set({ answer_by: null }).where('no', '=', p.no),
);

/** True when it was one too many, and the agent is away now. */
export function* addMiss(input: { agentId: string; missesMax: number | null; at: number }): Operation<boolean> {
  const { agentId, missesMax, at } = input;
  yield* run(countMiss, { agentId });
  if (missesMax === null) return false;
  if ((yield* count(sendAway, { agentId, missesMax, reason: MISSED })) === 0) return false;
  yield* addStaffFact(agentId, at, 'away', MISSED);
  return true;
}

function* forgetMisses(agentId: string): Operation<void> {
  yield* run(forget, { agentId });
}

export function* listAnswersDue(input: { now: number; limit: number }): Operation<AnswerDue[]> {
  const found = yield* rows(due, input);
  return found.map((one) => ({ ...one, agentId: one.agentId ?? '', assignedAt: one.assignedAt ?? 0 }));
}

export function* settleAnswer(input: {
  conversationId: string;
  expectVersion: number;
  agentId: string;
}): Operation<void> {
  const state = yield* lockExpected(input.conversationId, input.expectVersion);
  if (!state) return;
  yield* run(settle, { no: state.no });
  yield* forgetMisses(input.agentId);
}
