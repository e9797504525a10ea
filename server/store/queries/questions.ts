import { sql } from 'kysely';
import type { Question } from '../../../protocol/wire/questions.ts';
import type { AddQuestion, EndQuestion, QuestionAdded, QuestionEnded } from '../question-store.ts';
import { addNote } from './add-note.ts';
import { lockConversation } from './conversation-row.ts';
import { count, insertOne, type Operation, RunAgain, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { expectQuestion, findQuestion } from './question-row.ts';
import type { Tables } from './tables.ts';
import { unlessKnown } from './unless-known.ts';

type NewRow = Pick<
  Tables['question'],
  'id' | 'conversation_no' | 'number' | 'by_id' | 'to_id' | 'department_id' | 'asked_at' | 'due_at'
>;

const insert = prepare<NewRow>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('question').values({
      ...{ id: p.id, conversation_no: p.conversation_no, number: p.number, by_id: p.by_id, to_id: p.to_id },
      ...{ department_id: p.department_id, asked_at: p.asked_at, due_at: p.due_at, state: sql.lit('open') },
      ...{ ended_at: sql.lit(null), ended_by: sql.lit(null), answer_number: sql.lit(null) },
      ...{ told_at: sql.lit(null), seen_at: sql.lit(null), version: sql.lit(1) },
    } as never),
    dialect,
  ),
);
const openIn = prepare<{ no: number }>()((db, p) =>
  db
    .selectFrom('question')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('conversation_no', '=', p.no)
    .where('state', '=', sql.lit('open')),
);
const end = prepare<{
  id: string;
  how: string;
  byId: string;
  number: number | null;
  at: number;
  seen: number | null;
}>()((db, p) =>
  db
    .updateTable('question')
    .set({
      ...{ state: p.how, ended_at: p.at, ended_by: p.byId, answer_number: p.number, seen_at: p.seen },
      version: sql`version + 1`,
    } as never)
    .where('id', '=', p.id)
    .where('state', '=', sql.lit('open')),
);
const unseen = prepare<{ agentId: string; conversationId: string }>()((db, p) =>
  db
    .selectFrom('question')
    .innerJoin('conversation', 'conversation.no', 'question.conversation_no')
    .select('question.id')
    .where('question.by_id', '=', p.agentId)
    .where('conversation.id', '=', p.conversationId)
    .where('question.state', '<>', sql.lit('open'))
    .where('question.seen_at', 'is', null),
);
const see = prepare<{ id: string; at: number }>()((db, p) =>
  db
    .updateTable('question')
    .set({ seen_at: p.at, version: sql`version + 1` } as never)
    .where('id', '=', p.id)
    .where('seen_at', 'is', null),
);
const late = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('question')
    .select('id')
    .where('state', '=', sql.lit('open'))
    .where('told_at', 'is', null)
    .where('due_at', '<=', p.now)
    .orderBy('due_at')
    .limit(p.limit),
);
const tell = prepare<{ id: string; now: number }>()((db, p) =>
  db
    .updateTable('question')
    .set({ told_at: p.now, version: sql`version + 1` } as never)
    .where('id', '=', p.id)
    .where('state', '=', sql.lit('open'))
    .where('told_at', 'is', null),
);

export function* addQuestion(input: AddQuestion): Operation<QuestionAdded> {
  const { id, conversationId, byId, body, at } = input;
  // The lock makes two who send the same id, or too many at once, wait for each other.
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const before = yield* findQuestion(id);
  if (before) {
    const isRepeat = before.by.id === byId && before.conversationId === conversationId;
    return isRepeat ? { result: 'repeat', question: before } : { result: 'conflict' };
  }
  if (Number((yield* row(openIn, { no: state.no }))?.n ?? 0) >= input.max) return { result: 'too_many' };
  const note = yield* addNote({ conversationId, authorId: byId, clientId: id, body, at });
  // The id is a note's already.
  if (note.result !== 'added') return { result: 'conflict' };
  const isNew = yield* insertOne(insert, {
    ...{ id, conversation_no: state.no, number: note.entry.number, by_id: byId, to_id: input.toId },
    ...{ department_id: input.departmentId, asked_at: at, due_at: input.dueAt },
  });
  // Somebody else's of the same id, in the same moment: without the note, once more.
  if (!isNew) throw new RunAgain();
  return { result: 'added', question: yield* expectQuestion(id), note };
}

export function* endQuestion(input: EndQuestion): Operation<QuestionEnded> {
  const { id, how, byId, clientId, body, at } = input;
  const known = yield* findQuestion(id);
  if (!known) return { result: 'not_found' };
  const state = yield* lockConversation(known.conversationId);
  const before = yield* findQuestion(id);
  if (!state || !before) return { result: 'not_found' };
  if (before.state !== 'open') return { result: 'over', question: before };
  const note =
    body === null ? null : yield* addNote({ conversationId: known.conversationId, authorId: byId, clientId, body, at });
  if (note !== null && note.result !== 'added') return { result: 'conflict' };
  // What the asker did herself is no news to her.
  const seen = before.by.id === byId ? at : null;
  yield* run(end, { id, how, byId, number: note?.entry.number ?? null, at, seen });
  return { result: 'ended', question: yield* expectQuestion(id), note };
}

export function* seeQuestions(input: { agentId: string; conversationId: string; at: number }): Operation<Question[]> {
  const { agentId, conversationId, at } = input;
  const seen: Question[] = [];
  for (const { id } of yield* rows(unseen, { agentId, conversationId }))
    if ((yield* count(see, { id, at })) === 1) seen.push(yield* expectQuestion(id));
  return seen;
}

export function* listLateQuestions(input: { now: number; limit: number }): Operation<string[]> {
  return (yield* rows(late, input)).map(({ id }) => id);
}

export function* takeLateQuestions({ ids, now }: { ids: string[]; now: number }): Operation<Question[]> {
  const taken: Question[] = [];
  for (const id of ids) if ((yield* count(tell, { id, now })) === 1) taken.push(yield* expectQuestion(id));
  return taken;
}
