import { sql } from 'kysely';
import type { Entry, JoinedEntry, LeftEntry } from '../../../protocol/wire/model.ts';
import type { TeamEntry } from '../../../protocol/wire/team.ts';
import type { AskColleague, EndAsk, Handed, HandWrite } from '../team-store.ts';
import { type ConversationState, lockExpected, participantsOf } from './conversation-row.ts';
import { addEntry, readCard } from './entries.ts';
import { type Operation, rows, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { addTeamEntry } from './team-entries.ts';

type Result = Handed | { result: 'stale' };

interface Question {
  no: number;
  kind: string | null;
  to: string | null;
  by: string | null;
  until: number | null;
  teamHead: number;
  change: number;
}

const keepAsk = prepare<Question>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      version: sql`version + 1`,
      change: p.change,
      team_head: p.teamHead,
      ask_kind: p.kind,
      ask_to: p.to,
      ask_by: p.by,
      ask_until: p.until,
    } as never)
    .where('no', '=', p.no),
);
const keepParticipants = prepare<{ no: number; seq: number; change: number; participants: string }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({ version: sql`version + 1`, head: p.seq, change: p.change, participants: p.participants })
    .where('no', '=', p.no),
);
const forgetAsk = prepare<{ no: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({ ask_kind: null, ask_to: null, ask_by: null, ask_until: null })
    .where('no', '=', p.no),
);
const lapsed = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['id as conversationId', 'version'])
    .where('ask_until', 'is not', null)
    .where('ask_until', '<=', p.now)
    .orderBy('ask_until')
    .limit(p.limit),
);

export function* askColleague(input: AskColleague): Operation<Result> {
  const { kind, agentId: by, toAgentId: to, note, until, at } = input;
  const state = yield* lockExpected(input.conversationId, input.expectVersion);
  if (state?.status !== 'active' || state.ask_kind !== null) return { result: 'stale' };
  const teamHead = state.team_head + 1;
  const where = { no: state.no, number: teamHead, afterSeq: state.head, at };
  const asked = yield* addTeamEntry(where, { kind: 'asked', how: kind, by_id: by, to_id: to, body: note });
  const change = yield* takeChange();
  yield* run(keepAsk, { no: state.no, kind, to, by, until, teamHead, change });
  return handed(state, [], asked ? [asked] : [], change);
}

export function* endAsk(input: EndAsk): Operation<Result> {
  const { how, byAgentId, at } = input;
  const state = yield* lockExpected(input.conversationId, input.expectVersion);
  if (!state || state.ask_kind === null) return { result: 'stale' };
  const teamHead = state.team_head + 1;
  const where = { no: state.no, number: teamHead, afterSeq: state.head, at };
  const end = { kind: 'ask_ended', how: `${state.ask_kind} ${how}`, by_id: byAgentId, to_id: state.ask_to } as const;
  const ended = yield* addTeamEntry(where, end);
  const change = yield* takeChange();
  yield* run(keepAsk, { no: state.no, kind: null, to: null, by: null, until: null, teamHead, change });
  return handed(state, [], ended ? [ended] : [], change);
}

export function* joinConversation(input: HandWrite): Operation<Result> {
  const state = yield* lockExpected(input.conversationId, input.expectVersion);
  if (state?.status !== 'active') return { result: 'stale' };
  const others = participantsOf(state).filter((one) => one !== input.agentId);
  if (state.ask_to === input.agentId) yield* run(forgetAsk, { no: state.no });
  return yield* move(state, 'joined', input, [...others, input.agentId]);
}

export function* leaveConversation(input: HandWrite): Operation<Result> {
  const state = yield* lockExpected(input.conversationId, input.expectVersion);
  const there = state ? participantsOf(state) : [];
  if (!state || !there.includes(input.agentId)) return { result: 'stale' };
  return yield* move(state, 'left', input, [...there.filter((one) => one !== input.agentId)]);
}

export function* listLapsedAsks(input: {
  now: number;
  limit: number;
}): Operation<{ conversationId: string; version: number }[]> {
  return yield* rows(lapsed, input);
}

function* move(
  state: ConversationState,
  kind: 'joined' | 'left',
  { agentId, at }: HandWrite,
  participants: string[],
): Operation<Result> {
  const seq = state.head + 1;
  const entry: JoinedEntry | LeftEntry = { kind, seq, at, episode: state.episode, agent: yield* readCard(agentId) };
  yield* addEntry(state.no, entry, agentId);
  const change = yield* takeChange();
  yield* run(keepParticipants, { no: state.no, seq, change, participants: JSON.stringify(participants) });
  return handed(state, [entry], [], change);
}

function handed(state: ConversationState, entries: Entry[], team: TeamEntry[], change: number): Handed {
  const { id: conversationId, visitor_id: visitorId, agent_id: agentId } = state;
  return { result: 'changed', conversationId, visitorId, agentId, entries, team, change };
}
