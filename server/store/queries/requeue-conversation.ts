import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { TeamEntry } from '../../../protocol/wire/team.ts';
import type { Changed, Stale } from '../store.ts';
import type { RequeueConversation } from '../team-store.ts';
import { type ConversationState, lockExpected } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { withMiss } from './missed-by.ts';
import { moveOpening } from './openings.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { releaseAgent } from './release-agent.ts';
import { addTeamEntry } from './team-entries.ts';

/** `queued_at` stays: whoever waited keeps the place (M4). Colleagues who wrote beside the agent are out, too. */
const requeue = prepare<{
  no: number;
  seq: number;
  change: number;
  teamHead: number;
  departmentId: string | null;
  missed: string | null;
  at: number;
}>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      status: 'queued',
      version: sql`version + 1`,
      agent_id: null,
      head: p.seq,
      change: p.change,
      team_head: p.teamHead,
      entered_at: p.at,
      room: 0,
      assigned_at: null,
      answer_by: null,
      department_id: p.departmentId,
      missed: p.missed,
      participants: '[]',
      ask_kind: null,
      ask_to: null,
      ask_by: null,
      ask_until: null,
    })
    .where('no', '=', p.no),
);

/** Answers with the agent who lost it, so that this agent can be told. */
export function* requeueConversation(input: RequeueConversation): Operation<Changed | Stale> {
  const { conversationId, at, reason = 'agent_gone' } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'active') return { result: 'stale' };
  const { no, episode, visitor_id: visitorId, agent_id: agentId } = state;
  const seq = state.head + 1;
  const queued: Entry = { kind: 'queued', seq, at, episode, reason };
  yield* addEntry(no, queued, input.byAgentId ?? null);
  yield* releaseAgent(state, 'requeued', at);
  const isByHand = reason === 'returned' || reason === 'moved';
  const team = !isByHand ? [] : yield* tellWhy(state, input, seq);
  const change = yield* takeChange();
  const departmentId = input.department?.id ?? state.department_id;
  if (input.department) yield* moveOpening(no, episode, departmentId);
  // T9, R19: not back to the one who gave it away or missed it, while somebody else is there.
  const missed = reason === 'agent_gone' ? state.missed : withMiss(state.missed, agentId ?? '');
  yield* run(requeue, { no, seq, change, teamHead: state.team_head + team.length, departmentId, missed, at });
  return { result: 'changed', conversationId, visitorId, agentId, entries: [queued], team, change };
}

function* tellWhy(state: ConversationState, input: RequeueConversation, seq: number): Operation<TeamEntry[]> {
  const where = { no: state.no, number: state.team_head + 1, afterSeq: seq, at: input.at };
  const moved = {
    kind: 'moved',
    by_id: input.byAgentId ?? null,
    how: input.byVisitor ? 'visitor' : null,
    body: input.note ?? null,
    department: input.department?.name ?? null,
  } as const;
  const entry = yield* addTeamEntry(where, moved);
  return entry ? [entry] : [];
}
