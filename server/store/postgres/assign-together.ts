import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import { type ConversationState, STATE } from '../queries/conversation-row.ts';
import { count, type Operation, RunAgain, rows, run, takeChanges } from '../queries/operation.ts';
import { prepare } from '../queries/prepare.ts';
import type { TeamEntryTable } from '../queries/tables.ts';
import { toTeamEntry } from '../queries/team-entries.ts';
import { lengthMs, queuedMs } from '../queries/waits.ts';
import type { AssignConversation } from '../routing-store.ts';
import type { Handed } from '../team-store.ts';

/*
 * The decisions of a look with as many statements as one of them takes (assign-conversation.ts says what each is). Lists are
 * given as one JSON text, so that the statements stay the same. Rows are locked in one order: conversations, then agents.
 */

/** What somebody else holds is left out instead of waited for. */
const lockFree = prepare<{ ids: string }>()((db, p) => ({
  compile: () =>
    sql<ConversationState>`
      select ${sql.join(STATE.map((name) => sql.ref(name)))} from conversation
      where id in (select json_array_elements_text(${p.ids}::json))
      order by id for update skip locked`.compile(db),
}));
const lockAgents = prepare<{ ids: string }>()((db, p) => ({
  compile: () =>
    sql<{ id: string; name: string }>`
      select id, name from agent where id in (select json_array_elements_text(${p.ids}::json))
      order by id for update`.compile(db),
}));
const limits = prepare<{ ids: string }>()((db, p) => ({
  compile: () =>
    sql<{ agent_id: string; department_id: string }>`
      select agent_id, department_id from agent_department
      where capacity is not null and agent_id in (select json_array_elements_text(${p.ids}::json))`.compile(db),
}));
/** As take-room.ts for each of them, all or nothing for an agent. */
const takeRooms = prepare<{ wanted: string }>()((db, p) => ({
  compile: () =>
    sql<{ id: string }>`
      update agent set load = load + room.weight, idle_since = room.at, given_at = room.at
      from json_to_recordset(${p.wanted}::json) as room("agentId" text, weight bigint, at bigint)
      where agent.id = room."agentId" and availability = 'available' and lease_until > room.at
        and load + extra + room.weight <= capacity
      returning agent.id`.compile(db),
}));
const addAssignments = prepare<{ given: string }>()((db, p) => ({
  compile: () =>
    sql`
      insert into assignment (conversation_no, number, agent_id, reason, at)
      select no, assignment, "agentId", reason, at from json_to_recordset(${p.given}::json)
        as given(no bigint, assignment bigint, "agentId" text, reason text, at bigint)`.compile(db),
}));
const leaveQueues = prepare<{ given: string }>()((db, p) => ({
  compile: () =>
    sql`
      update episode set queue_ms = coalesce(queue_ms, 0) + given."queueMs", last_agent_id = given."agentId"
      from json_to_recordset(${p.given}::json)
        as given(no bigint, episode bigint, "queueMs" bigint, "agentId" text)
      where episode.conversation_no = given.no and episode.number = given.episode`.compile(db),
}));
const addEntries = prepare<{ given: string }>()((db, p) => ({
  compile: () =>
    sql`
      insert into entry (conversation_no, seq, at, kind, author, author_id, episode)
      select no, seq, at, 'assigned', 'agent', "agentId", episode from json_to_recordset(${p.given}::json)
        as given(no bigint, seq bigint, at bigint, "agentId" text, episode bigint)`.compile(db),
}));
const addReasons = prepare<{ given: string }>()((db, p) => ({
  compile: () =>
    sql`
      insert into team_entry (conversation_no, number, at, after_seq, kind, how, to_id, body)
      select no, "teamHead", at, seq, 'reason', 'routed', "agentId", reason from json_to_recordset(${p.given}::json)
        as given(no bigint, "teamHead" bigint, at bigint, seq bigint, "agentId" text, reason text)`.compile(db),
}));
const assignAll = prepare<{ given: string }>()((db, p) => ({
  compile: () =>
    sql`
      update conversation set
        status = 'active', version = version + 1, agent_id = given."agentId", assignment = given.assignment,
        head = given.seq, change = given.change, wait_queue_ms = given."waitQueueMs", room = given.weight,
        team_head = given."teamHead", assigned_at = given.at, answer_by = given."answerBy",
        offer_agent_id = null, offer_until = null, offer_reason = null, held = 0
      from json_to_recordset(${p.given}::json) as given(
        no bigint, "agentId" text, assignment bigint, seq bigint, change bigint, "waitQueueMs" bigint, weight bigint,
        "teamHead" bigint, at bigint, "answerBy" bigint)
      where conversation.no = given.no`.compile(db),
}));

interface Given {
  no: number;
  episode: number;
  agentId: string;
  reason: string;
  at: number;
  answerBy: number | null;
  weight: number;
  assignment: number;
  seq: number;
  teamHead: number;
  queueMs: number;
  waitQueueMs: number;
  change: number;
}

type Plain = { input: AssignConversation; state: ConversationState };
type Answer = Handed | { result: 'stale' } | 'held' | undefined;

/**
 * Gives what is plain: it waits as decided on, no limit of a department is to be counted, and its agent has room for all that
 * she is given here. `held` where another write has the conversation just now; `undefined` for every other one:
 * assignConversation says what became of those.
 */
export function* assignTogether(inputs: readonly AssignConversation[]): Operation<Answer[]> {
  const states = yield* rows(lockFree, { ids: textOf(inputs.map((input) => input.conversationId)) });
  const plain = yield* withoutLimits(pickPlain(inputs, new Map(states.map((state) => [state.id, state]))));
  const names = yield* takeAgents(plain);
  const given = plain.flatMap((one) => (names.has(one.input.agentId) ? [toGiven(one)] : []));
  if (given.length > 0) yield* store(given);
  const byNo = new Map(given.map((one) => [one.no, one]));
  const plainOnes = new Map(plain.map((one) => [one.input, one.state]));
  const there = new Map(states.map((state) => [state.id, state]));
  return inputs.map((input) => {
    const state = plainOnes.get(input);
    const one = state && byNo.get(state.no);
    if (state && one) return toAnswer(one, state, names.get(one.agentId) ?? '');
    const found = there.get(input.conversationId);
    if (!found) return 'held';
    return found.version === input.expectVersion ? undefined : { result: 'stale' };
  });
}

/** The first one for each conversation that still waits as it was decided on. */
function pickPlain(inputs: readonly AssignConversation[], states: Map<string, ConversationState>): Plain[] {
  return inputs.flatMap((input) => {
    const state = states.get(input.conversationId);
    const isPlain =
      state?.version === input.expectVersion &&
      state.status === 'queued' &&
      state.offer_agent_id === null &&
      (state.department_id === null || (input.departmentLimit ?? null) === null);
    if (!state || !isPlain) return [];
    states.delete(input.conversationId);
    return [{ input, state }];
  });
}

/** R20: what a membership limits is counted one by one. */
function* withoutLimits(plain: readonly Plain[]): Operation<Plain[]> {
  const inDepartments = plain.filter(({ state }) => state.department_id !== null);
  if (inDepartments.length === 0) return [...plain];
  const ids = textOf([...new Set(inDepartments.map(({ input }) => input.agentId))]);
  const limited = new Set((yield* rows(limits, { ids })).map((one) => `${one.agent_id} ${one.department_id}`));
  return plain.filter(({ input, state }) => !limited.has(`${input.agentId} ${state.department_id}`));
}

/** The names of those whose room was taken. */
function* takeAgents(plain: readonly Plain[]): Operation<Map<string, string>> {
  const wanted = new Map<string, { agentId: string; weight: number; at: number }>();
  for (const { input } of plain) {
    const { agentId, weight = 1, at } = input;
    wanted.set(agentId, { agentId, weight: (wanted.get(agentId)?.weight ?? 0) + weight, at });
  }
  if (wanted.size === 0) return new Map();
  const locked = yield* rows(lockAgents, { ids: textOf([...wanted.keys()]) });
  const taken = new Set((yield* rows(takeRooms, { wanted: textOf([...wanted.values()]) })).map(({ id }) => id));
  return new Map(locked.flatMap(({ id, name }) => (taken.has(id) ? [[id, name]] : [])));
}

function toGiven({ input, state }: Plain): Given {
  const { agentId, reason, at, answerBy = null, weight = 1 } = input;
  return {
    ...{ no: state.no, episode: state.episode, agentId, reason, at, answerBy, weight, change: 0 },
    assignment: state.assignment + 1,
    seq: state.head + 1,
    teamHead: state.team_head + 1,
    queueMs: lengthMs(state.entered_at, at),
    waitQueueMs: queuedMs(state, at),
  };
}

function* store(all: readonly Given[]): Operation<void> {
  const given = textOf(all);
  yield* run(addAssignments, { given });
  yield* run(leaveQueues, { given });
  yield* run(addEntries, { given });
  yield* run(addReasons, { given });
  const before = (yield* takeChanges(all.length)) - all.length;
  for (const [index, one] of all.entries()) one.change = before + 1 + index;
  // They are locked: fewer would mean that a row went away beneath us.
  if ((yield* count(assignAll, { given: textOf(all) })) < all.length) throw new RunAgain();
}

function toAnswer(one: Given, state: ConversationState, name: string): Handed {
  const { seq, at, episode, agentId, change } = one;
  const agent = { id: agentId, name };
  const assigned: Entry = { kind: 'assigned', seq, at, episode, agent };
  const stored: TeamEntryTable = {
    ...{ conversation_no: one.no, number: one.teamHead, at, after_seq: seq, by_id: null, to_id: agentId },
    ...{ client_id: null, body: one.reason, department: null, mentions: null },
    kind: 'reason',
    how: 'routed',
  };
  const { id: conversationId, visitor_id: visitorId } = state;
  const team = [toTeamEntry(stored, null, agent)];
  return { result: 'changed', conversationId, visitorId, agentId, entries: [assigned], team, change };
}

function textOf(list: readonly unknown[]): string {
  return JSON.stringify(list);
}
