import { sql } from 'kysely';
import { type BriefState, toAppended } from '../queries/append-message.ts';
import { lastTextOf } from '../queries/last-text.ts';
import { count, type Operation, RunAgain, rows, run, takeChanges } from '../queries/operation.ts';
import { prepare } from '../queries/prepare.ts';
import { readByWriting } from '../queries/read-by-writing.ts';
import type { Appended, AppendMessage } from '../store.ts';

/*
 * Visitors' messages to many conversations with as many statements as one of them takes. Lists are given as one JSON
 * text, so that the statements stay the same.
 */

/** What somebody else holds is left out instead of waited for, so that one slow write does not keep all the others. */
const lockFree = prepare<{ ids: string }>()((db, p) => ({
  compile: () =>
    sql<BriefState & { id: string }>`
      select id, no, visitor_id, agent_id, status, version, head from conversation
      where id in (select json_array_elements_text(${p.ids}::json))
      order by id for update skip locked`.compile(db),
}));
const knownOf = prepare<{ sent: string }>()((db, p) => ({
  compile: () =>
    sql<{ author_id: string; client_id: string }>`
      select entry.author_id, entry.client_id
      from json_to_recordset(${p.sent}::json) as sent("authorId" text, "clientId" text)
      join entry on entry.client_id = sent."clientId" and entry.author_id = sent."authorId"
      where entry.client_id is not null`.compile(db),
}));
const insertAll = prepare<{ sent: string }>()((db, p) => ({
  compile: () =>
    sql`
      insert into entry (conversation_no, seq, at, kind, author, author_id, client_id, body)
      select no, seq, at, 'message', 'visitor', "authorId", "clientId", body
      from json_to_recordset(${p.sent}::json)
        as sent(no bigint, seq bigint, at bigint, "authorId" text, "clientId" text, body text)
      on conflict do nothing`.compile(db),
}));
/** As one message after the other would leave each line; M1: only the first one can start the wait. */
const moveAll = prepare<{ lines: string }>()((db, p) => ({
  compile: () =>
    sql`
      update conversation set
        head = line.head, change = line.change, last_text = line.text, last_author = 'visitor', last_at = line.at,
        unread = unread + line.added,
        wait_started_at = coalesce(wait_started_at, line."firstAt"),
        wait_started_seq = coalesce(wait_started_seq, line."firstSeq"),
        visitor_delivered = line.head, visitor_read = ${readByWriting(sql`line.head`)}
      from json_to_recordset(${p.lines}::json) as line(
        no bigint, head bigint, change bigint, text text, at bigint, added bigint, "firstAt" bigint, "firstSeq" bigint)
      where conversation.no = line.no`.compile(db),
}));

interface Placed {
  input: AppendMessage;
  /** As the message finds it: those before it in the list are counted. */
  state: BriefState;
  change: number;
}

/**
 * Appends what is plain: a new message to a conversation that is open and as decided on. `held` where another write has
 * the conversation just now; `undefined` for every other one: appendMessage says what became of those.
 */
export function* appendTogether(inputs: readonly AppendMessage[]): Operation<(Appended | 'held' | undefined)[]> {
  const ids = JSON.stringify([...new Set(inputs.map((input) => input.conversationId))]);
  const states = new Map((yield* rows(lockFree, { ids })).map((state) => [state.id, state] as const));
  const sent = inputs.map(({ message: { authorId, clientId } }) => ({ authorId, clientId }));
  const known = yield* rows(knownOf, { sent: JSON.stringify(sent) });
  const places = placeAll(inputs, states, new Set(known.map((one) => keyOf(one.author_id, one.client_id))));
  const placed = places.filter((place) => typeof place === 'object');
  if (placed.length > 0) yield* store(placed);
  const answers: (Appended | 'held' | undefined)[] = [];
  for (const place of places) answers.push(typeof place === 'object' ? yield* toAnswer(place) : place);
  return answers;
}

function* store(placed: readonly Placed[]): Operation<void> {
  yield* insertEntries(placed);
  const before = (yield* takeChanges(placed.length)) - placed.length;
  for (const [index, one] of placed.entries()) one.change = before + 1 + index;
  yield* moveLines(placed);
}

/** In the order they came, which is the order in which they count (S4). */
function placeAll(
  inputs: readonly AppendMessage[],
  states: Map<string, BriefState>,
  taken: Set<string>,
): (Placed | 'held' | undefined)[] {
  return inputs.map((input) => {
    const { conversationId, expectVersion, message } = input;
    const state = states.get(conversationId);
    const key = keyOf(message.authorId, message.clientId);
    if (!state) return 'held';
    if (state.version !== expectVersion || state.status === 'closed' || taken.has(key) || message.file)
      return undefined;
    if (message.quote !== undefined) return undefined;
    taken.add(key);
    states.set(conversationId, { ...state, head: state.head + 1 });
    return { input, state, change: 0 };
  });
}

function* insertEntries(placed: readonly Placed[]): Operation<void> {
  const entries = placed.map(({ input: { message }, state }) => ({
    no: state.no,
    seq: state.head + 1,
    at: message.at,
    authorId: message.authorId,
    clientId: message.clientId,
    body: message.body,
  }));
  const inserted = yield* count(insertAll, { sent: JSON.stringify(entries) });
  // One was stored elsewhere since we looked: there must be no hole where it would have stood (S4).
  if (inserted < entries.length) throw new RunAgain();
}

/** One move of each line, however many messages it got. */
function* moveLines(placed: readonly Placed[]): Operation<void> {
  const groups = new Map<number, Placed[]>();
  for (const one of placed) groups.set(one.state.no, [...(groups.get(one.state.no) ?? []), one]);
  const lines = [...groups].map(([no, group]) => {
    const [first, last] = [group[0] as Placed, group.at(-1) as Placed];
    return {
      no,
      head: last.state.head + 1,
      change: last.change,
      text: lastTextOf(last.input.message.body),
      at: last.input.message.at,
      added: group.length,
      firstAt: first.input.message.at,
      firstSeq: first.state.head + 1,
    };
  });
  yield* run(moveAll, { lines: JSON.stringify(lines) });
}

function toAnswer({ input, state, change }: Placed): Operation<Appended> {
  return toAppended(input.conversationId, state, input.message, change);
}

/** Neither holds a space. */
function keyOf(authorId: string, clientId: string): string {
  return `${authorId} ${clientId}`;
}
