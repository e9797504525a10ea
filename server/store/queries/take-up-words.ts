import { sql } from 'kysely';
import type { FindKind } from '../../../protocol/wire/find.ts';
import { locked } from './conversation-row.ts';
import { type Marked, markList, wordText, wordVector } from './find-words.ts';
import { readChange } from './installation.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

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
const insertLine = prepare<Line>()((db, p) =>
  db
    .insertInto('find_line')
    .values({ conversation_no: p.no, kind: p.kind, place: p.place, at: p.at } as never)
    .returning('find_line.no as line'),
);
const insertWords = prepare<{ line: number; words: string; marks: string; vector: string }>()((db, p, dialect) => ({
  compile: () =>
    dialect === 'sqlite'
      ? sql`insert into find_words (rowid, words, marks) values (${p.line}, ${p.words}, ${p.marks})`.compile(db)
      : sql`update find_line set words = (${p.vector})::tsvector where no = ${p.line}`.compile(db),
}));
export const dropWords = prepare<{ line: number }>()((db, p, dialect) => ({
  compile: () =>
    dialect === 'sqlite'
      ? sql`delete from find_words where rowid = ${p.line}`.compile(db)
      : sql`update find_line set words = null where no = ${p.line}`.compile(db),
}));
export const dropLine = prepare<{ line: number }>()((db, p) => db.deleteFrom('find_line').where('no', '=', p.line));
const keepPlace = prepare<Place>()((db, p) => {
  const place = { seq: p.seq, number: p.number, person: p.person, person_no: p.personNo };
  return db
    .insertInto('find_place')
    .values({ conversation_no: p.no, ...place })
    .onConflict((c) => c.column('conversation_no').doUpdateSet(place));
});
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

interface Line {
  no: number;
  kind: FindKind;
  place: number;
  at: number;
}

interface Place {
  no: number;
  seq: number;
  number: number;
  person: string | null;
  personNo: number | null;
}

type Changed = NonNullable<typeof changed.row>;

/** Follows the feed of changes (S5), a bounded piece in each transaction; killed anywhere, it goes on where it was. */
export function* takeUpWords(input: { limit: number }): Operation<{ taken: number; more: boolean }> {
  const after = yield* lockTaking();
  const head = yield* readChange();
  if (head === after) return { taken: 0, more: false };
  const found = yield* rows(changed, { after, limit: CONVERSATIONS_AT_ONCE });
  let left = input.limit;
  let upTo = after;
  for (const one of found) {
    const taken = yield* takeUp(one, left);
    left -= taken;
    // It may have more to say than fits: its change stays ahead of us, and the next turn goes on with it.
    if (left <= 0) break;
    upTo = one.change;
  }
  const isAll = left > 0 && found.length < CONVERSATIONS_AT_ONCE;
  yield* run(moveOn, { change: isAll ? head : upTo });
  return { taken: input.limit - left, more: !isAll };
}

function* takeUp(one: Changed, limit: number): Operation<number> {
  const { no, siteId } = one;
  const place: Place = { no, seq: one.seq ?? 0, number: one.number ?? 0, person: one.person, personNo: one.personNo };
  const said = yield* rows(messages, { no, after: place.seq, limit });
  for (const { place: seq, at, author, authorId, body } of said) {
    place.seq = seq;
    // It was removed before anybody could look for it.
    if (body === '') continue;
    const agentId = author === 'agent' ? authorId : null;
    yield* addLine({ no, kind: 'message', place: seq, at }, body ?? '', { kind: 'message', siteId, author, agentId });
  }
  const noted = said.length < limit ? yield* rows(notes, { no, after: place.number, limit: limit - said.length }) : [];
  for (const { place: number, at, authorId, body } of noted) {
    const marks: Marked = { kind: 'note', siteId, author: 'agent', agentId: authorId };
    yield* addLine({ no, kind: 'note', place: number, at }, body ?? '', marks);
    place.number = number;
  }
  yield* takePerson(one, place);
  yield* run(keepPlace, place);
  return said.length + noted.length;
}

/** Who she is may change: then the old line goes. */
function* takePerson(one: Changed, place: Place): Operation<void> {
  const person = [one.label, one.name, one.email, one.identityEmail].filter(Boolean).join(' ');
  if (person === place.person) return;
  if (place.personNo !== null) {
    yield* run(dropWords, { line: place.personNo });
    yield* run(dropLine, { line: place.personNo });
  }
  const line: Line = { no: one.no, kind: 'person', place: 0, at: one.openedAt };
  place.personNo = yield* addLine(line, person, { kind: 'person', siteId: one.siteId, author: null, agentId: null });
  place.person = person;
}

function* addLine(line: Line, text: string, marked: Marked): Operation<number> {
  const made = yield* row(insertLine, line);
  if (!made) throw new Error('A line that was inserted has no number.');
  yield* putWords(made.line, text, marked);
  return made.line;
}

export function* putWords(line: number, text: string, marked: Marked): Operation<void> {
  const marks = markList(marked);
  const words = { words: wordText(text), marks: marks.join(' '), vector: wordVector(text, marks) };
  yield* run(insertWords, { line, ...words });
}

/** Until the commit nobody takes up words. */
export function* lockTaking(): Operation<number> {
  return (yield* row(state, {}))?.change ?? 0;
}

export function* countUntaken(): Operation<number> {
  const { change } = (yield* row(stateNow, {})) ?? { change: 0 };
  return Number((yield* row(untaken, { after: change }))?.n ?? 0);
}
