import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Stale } from '../store.ts';
import type { Handed, MoveWaiting } from '../team-store.ts';
import { lockExpected } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { releaseOffer } from './offers.ts';
import { moveOpening } from './openings.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { forgetPromise } from './queue.ts';
import { addTeamEntry } from './team-entries.ts';

/** `queued_at` and `entered_at` stay: it waits as long as it did (M1, M4). It goes only where it is open, so nothing is held (H7). */
const move = prepare<{ no: number; seq: number; change: number; teamHead: number; departmentId: string }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      version: sql`version + 1`,
      head: p.seq,
      change: p.change,
      team_head: p.teamHead,
      department_id: p.departmentId,
      held: 0,
      room: 0,
      offer_agent_id: null,
      offer_until: null,
      offer_reason: null,
    })
    .where('no', '=', p.no),
);

export function* moveWaiting(input: MoveWaiting): Operation<Handed | Stale> {
  const { conversationId, at, note, department } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued') return { result: 'stale' };
  const { no, episode, visitor_id: visitorId } = state;
  const seq = state.head + 1;
  const queued: Entry = { kind: 'queued', seq, at, episode, reason: 'moved' };
  yield* addEntry(no, queued, null);
  yield* releaseOffer(state, at);
  const where = { no, number: state.team_head + 1, afterSeq: seq, at };
  const told = yield* addTeamEntry(where, { kind: 'moved', how: 'visitor', body: note, department: department.name });
  yield* moveOpening(no, episode, department.id);
  yield* forgetPromise(no, episode, at);
  const change = yield* takeChange();
  yield* run(move, { no, seq, change, teamHead: where.number, departmentId: department.id });
  return {
    result: 'changed',
    conversationId,
    visitorId,
    agentId: null,
    entries: [queued],
    team: told ? [told] : [],
    change,
  };
}
