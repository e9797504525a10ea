import type { PersonNote } from '../../../protocol/wire/people.ts';
import { PERSON_NOTES_MAX, PERSON_TAGS_MAX } from '../../../protocol/wire/people-limits.ts';
import type { NewPersonNote } from '../people-store.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { rootOf } from './person-root.ts';
import { prepare } from './prepare.ts';
import { lockVisitor } from './visitor-lock.ts';

const ofPerson = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('person_note')
    .innerJoin('agent', 'agent.id', 'person_note.by_id')
    .select(['person_note.id', 'by_id', 'agent.name', 'body', 'person_note.made_at', 'edited_at'])
    .where('visitor_id', '=', p.visitorId)
    .orderBy('person_note.made_at', 'desc')
    .orderBy('person_note.id', 'desc'),
);
const counted = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('person_note')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('visitor_id', '=', p.visitorId),
);
const insert = prepare<NewPersonNote>()((db, p) =>
  db
    .insertInto('person_note')
    .values({ id: p.id, visitor_id: p.visitorId, by_id: p.byId, body: p.body, made_at: p.at, edited_at: null }),
);
const find = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('person_note').select(['visitor_id as visitorId', 'by_id as byId']).where('id', '=', p.id),
);
const change = prepare<{ id: string; body: string; at: number }>()((db, p) =>
  db.updateTable('person_note').set({ body: p.body, edited_at: p.at }).where('id', '=', p.id),
);
const remove = prepare<{ id: string }>()((db, p) => db.deleteFrom('person_note').where('id', '=', p.id));
const tagsOf = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('person_tag').select('tag').where('visitor_id', '=', p.visitorId).orderBy('tag'),
);
const addTag = prepare<{ visitorId: string; tag: string; byId: string; at: number }>()((db, p) =>
  db
    .insertInto('person_tag')
    .values({ visitor_id: p.visitorId, tag: p.tag, by_id: p.byId, at: p.at })
    .onConflict((c) => c.doNothing()),
);
const removeTag = prepare<{ visitorId: string; tag: string }>()((db, p) =>
  db.deleteFrom('person_tag').where('visitor_id', '=', p.visitorId).where('tag', '=', p.tag),
);

/** J3: of the person, whichever of her profiles they were written to. */
export function* listPersonNotes(visitorId: string): Operation<PersonNote[]> {
  const found = yield* rows(ofPerson, { visitorId });
  return found.map((note) => ({
    id: note.id,
    by: { id: note.by_id, name: note.name },
    body: note.body,
    at: note.made_at,
    editedAt: note.edited_at,
  }));
}

export function* addPersonNote(input: NewPersonNote): Operation<'added' | 'too_many' | 'not_found'> {
  const visitorId = yield* rootOf(input.visitorId);
  // The row makes others wait, so that the count can be trusted.
  if (!(yield* lockVisitor(visitorId))) return 'not_found';
  const { n } = (yield* row(counted, { visitorId })) ?? { n: 0 };
  if (Number(n) >= PERSON_NOTES_MAX) return 'too_many';
  yield* run(insert, { ...input, visitorId });
  return 'added';
}

export function* findPersonNote(id: string): Operation<{ visitorId: string; byId: string } | undefined> {
  return yield* row(find, { id });
}

export function* changePersonNote(input: { id: string; body: string; at: number }): Operation<'changed' | 'not_found'> {
  return (yield* count(change, input)) === 1 ? 'changed' : 'not_found';
}

export function* removePersonNote(id: string): Operation<'removed' | 'not_found'> {
  return (yield* count(remove, { id })) === 1 ? 'removed' : 'not_found';
}

export function* listPersonTags(visitorId: string): Operation<string[]> {
  return (yield* rows(tagsOf, { visitorId })).map(({ tag }) => tag);
}

export function* addPersonTag(input: {
  visitorId: string;
  tag: string;
  byId: string;
  at: number;
}): Operation<'added' | 'too_many' | 'not_found'> {
  const visitorId = yield* rootOf(input.visitorId);
  if (!(yield* lockVisitor(visitorId))) return 'not_found';
  const tags = yield* listPersonTags(visitorId);
  if (!tags.includes(input.tag) && tags.length >= PERSON_TAGS_MAX) return 'too_many';
  yield* run(addTag, { ...input, visitorId });
  return 'added';
}

export function* removePersonTag(input: { visitorId: string; tag: string }): Operation<void> {
  yield* run(removeTag, { visitorId: yield* rootOf(input.visitorId), tag: input.tag });
}
