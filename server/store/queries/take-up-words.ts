import { sql } from 'kysely';
import { locked } from './conversation-row.ts';
import { readChange } from './installation.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { type NewLine, nextLine, putLines } from './put-lines.ts';

const CONVERSATIONS_AT_ONCE = 50;
/** More than this is simply many. */
const COUNTED_MAX = 1_000;

const state = prepare()((db, _, dialect) =>
  locked(db.selectFrom('find_state').select('change').where('one', '=', 1), dialect),
);
const changed = prepare<{ after: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('visitor_identity', 'visitor_identity.visitor_id', 'conversation.visitor_id')
    .leftJoin('find_place', 'find_place.conversation_no', 'conversation.no')
    .select([
      'conversation.no',
      'conversation.change',
      'conversation.site_id as siteId',
      'conversation.opened_at as openedAt',
      'conversation.head',
      'conversation.team_head as teamHead',
      'conversation.email',
      'visitor.label',
      'visitor_identity.name',
      'visitor_identity.email as identityEmail',
      'find_place.seq',
      'find_place.number',
      'find_place.person',
      'find_place.person_no as personNo',
    ])
    .where('conversation.change', '>', p.after)
    .orderBy('conversation.change')
    .limit(p.limit),
);
const messages = prepare<{ no: number; after: number; limit: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .select(['seq as place', 'at', 'author', 'author_id as authorId', 'body'])
    .where('conversation_no', '=', p.no)
    .where('seq', '>', p.after)
    .where('kind', '=', sql.lit('message'))
    .orderBy('seq')
    .limit(p.limit),
);
const notes = prepare<{ no: number; after: number; limit: number }>()((db, p) =>
  db
    .selectFrom('team_entry')
    .select(['number as place', 'at', 'by_id as authorId', 'body'])
    .where('conversation_no', '=', p.no)
    .where('number', '>', p.after)
    .where('kind', '=', sql.lit('note'))
    .orderBy('number')
    .limit(p.limit),
);
export const dropWords = prepare<{ line: number }>()((db, p, dialect) => ({
  compile: () =>
    dialect === 'sqlite'
      ? sql`delete from find_words where rowid = ${p.line}`.compile(db)
      : sql`update find_line set words = null where no = ${p.line}`.compile(db),
}));
export const dropLine = prepare<{ line: number }>()((db, p) => db.deleteFrom('find_line').where('no', '=', p.line));
const keepPlaces = prepare<{ places: string }>()((db, p, dialect) => ({
  compile: () =>
    sql`insert into find_place (conversation_no, seq, number, person, person_no)
      ${
        dialect === 'sqlite'
          ? sql`select json_extract(value, '$.no'), json_extract(value, '$.seq'), json_extract(value, '$.number'),
              json_extract(value, '$.person'), json_extract(value, '$.personNo') from json_each(${p.places}) where true`
          : sql`select no, seq, number, person, "personNo" from json_to_recordset(${p.places}::json)
              as place(no bigint, seq bigint, number bigint, person text, "personNo" bigint)`
      }
      on conflict (conversation_no) do update set
        seq = excluded.seq, number = excluded.number, person = excluded.person, person_no = excluded.person_no`.compile(
      db,
    ),
}));
const moveOn = prepare<{ change: number }>()((db, p) =>
  db.updateTable('find_state').set({ change: p.change }).where('one', '=', 1),
);
const untaken = prepare<{ after: number }>()((db, p) =>
  db
    .selectFrom((eb) =>
      eb.selectFrom('conversation').select('no').where('change', '>', p.after).limit(sql.lit(COUNTED_MAX)).as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n')),
);
const stateNow = prepare()((db) => db.selectFrom('find_state').select('change').where('one', '=', 1));

interface Place {
  no: number;
  seq: number;
  number: number;
  person: string | null;
  personNo: number | null;
}

type Changed = NonNullable<typeof changed.row>;

/** What one turn is going to write. */
interface Taken {
  lines: NewLine[];
  places: Place[];
  nextLine: number;
}

/** Follows the feed of changes (S5), a bounded piece in each transaction; killed anywhere, it goes on where it was. */
export function* takeUpWords(input: { limit: number }): Operation<{ taken: number; more: boolean }> {
  const after = yield* lockTaking();
  const head = yield* readChange();
  if (head === after) return { taken: 0, more: false };
  const found = yield* rows(changed, { after, limit: CONVERSATIONS_AT_ONCE });
  const all: Taken = { lines: [], places: [], nextLine: yield* nextLine() };
  let left = input.limit;
  let upTo = after;
  for (const one of found) {
    const taken = yield* takeUp(one, left, all);
    left -= taken;
    // It may have more to say than fits: its change stays ahead of us, and the next turn goes on with it.
    if (left <= 0) break;
    upTo = one.change;
  }
  yield* putLines(all.lines);
  if (all.places.length > 0) yield* run(keepPlaces, { places: JSON.stringify(all.places) });
  const isAll = left > 0 && found.length < CONVERSATIONS_AT_ONCE;
  yield* run(moveOn, { change: isAll ? head : upTo });
  return { taken: input.limit - left, more: !isAll };
}

function* takeUp(one: Changed, limit: number, all: Taken): Operation<number> {
  const { no, siteId } = one;
  const place: Place = { no, seq: one.seq ?? 0, number: one.number ?? 0, person: one.person, personNo: one.personNo };
  const said = one.head > place.seq ? yield* rows(messages, { no, after: place.seq, limit }) : [];
  for (const { place: seq, at, author, authorId, body } of said) {
    place.seq = seq;
    // It was removed before anybody could look for it.
    if (body === '') continue;
    const agentId = author === 'agent' ? authorId : null;
    const text = body ?? '';
    addLine(all, { conversationNo: no, kind: 'message', place: seq, at, text, siteId, author, agentId });
  }
  const isNoted = said.length < limit && one.teamHead > place.number;
  const noted = isNoted ? yield* rows(notes, { no, after: place.number, limit: limit - said.length }) : [];
  for (const { place: number, at, authorId, body } of noted) {
    const by = { siteId, author: 'agent', agentId: authorId } as const;
    addLine(all, { conversationNo: no, kind: 'note', place: number, at, text: body ?? '', ...by });
    place.number = number;
  }
  yield* takePerson(one, place, all);
  all.places.push(place);
  return said.length + noted.length;
}

/** Who she is may change: then the old line goes. */
function* takePerson(one: Changed, place: Place, all: Taken): Operation<void> {
  const person = [one.label, one.name, one.email, one.identityEmail].filter(Boolean).join(' ');
  if (person === place.person) return;
  if (place.personNo !== null) {
    yield* run(dropWords, { line: place.personNo });
    yield* run(dropLine, { line: place.personNo });
  }
  const who = { siteId: one.siteId, author: null, agentId: null };
  place.personNo = addLine(all, {
    conversationNo: one.no,
    kind: 'person',
    place: 0,
    at: one.openedAt,
    text: person,
    ...who,
  });
  place.person = person;
}

function addLine(all: Taken, line: Omit<NewLine, 'no'>): number {
  const no = all.nextLine;
  all.nextLine += 1;
  all.lines.push({ no, ...line });
  return no;
}

/** Until the commit nobody takes up words. */
export function* lockTaking(): Operation<number> {
  return (yield* row(state, {}))?.change ?? 0;
}

export function* countUntaken(): Operation<number> {
  const { change } = (yield* row(stateNow, {})) ?? { change: 0 };
  return Number((yield* row(untaken, { after: change }))?.n ?? 0);
}
