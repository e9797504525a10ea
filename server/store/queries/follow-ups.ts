import { type ExpressionBuilder, sql } from 'kysely';
import type { FollowUp } from '../../../protocol/wire/feedback.ts';
import type {
  AddFollowUp,
  ChangeFollowUp,
  EndFollowUp,
  FollowUpAdded,
  FollowUpWritten,
  ListFollowUps,
} from '../feedback-store.ts';
import { lockConversation, locked } from './conversation-row.ts';
import { findFollowUp, followUpLines, toFollowUp } from './follow-up-row.ts';
import { insertFollowUp } from './make-follow-up.ts';
import { count, insertOne, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

interface ListParams {
  agentId: string;
  at: number;
  id: string;
  limit: number;
}

/** K2: one's own; for who directs everybody's, but nobody else's reminders. */
function concerns(eb: ExpressionBuilder<Tables, 'follow_up'>, agentId: string, all: boolean) {
  const own = eb('follow_up.owner_id', '=', agentId);
  return all ? eb.or([own, eb('follow_up.kind', '<>', sql.lit('snooze'))]) : own;
}

const openOf = (all: boolean) =>
  prepare<ListParams>()((db, p) =>
    followUpLines(db)
      .where('follow_up.done_at', 'is', null)
      .where((eb) => concerns(eb as never, p.agentId, all) as never)
      .where(sql<boolean>`(follow_up.due_at, follow_up.id) > (${p.at}, ${p.id})`)
      .orderBy('follow_up.due_at')
      .orderBy('follow_up.id')
      .limit(p.limit),
  );
const doneOf = (all: boolean) =>
  prepare<ListParams>()((db, p) =>
    followUpLines(db)
      .where('follow_up.done_at', 'is not', null)
      .where((eb) => concerns(eb as never, p.agentId, all) as never)
      .where(sql<boolean>`(follow_up.done_at, follow_up.id) < (${p.at}, ${p.id})`)
      .orderBy('follow_up.done_at', 'desc')
      .orderBy('follow_up.id', 'desc')
      .limit(p.limit),
  );
const lists = { open: [openOf(false), openOf(true)], done: [doneOf(false), doneOf(true)] } as const;

const countOf = (all: boolean) =>
  prepare<{ agentId: string; now: number }>()((db, p) =>
    db
      .selectFrom('follow_up')
      .where('done_at', 'is', null)
      .where((eb) => concerns(eb, p.agentId, all))
      .select((eb) => [
        eb.fn.countAll<number>().as('open'),
        sql<number>`sum(case when due_at <= ${p.now} then 1 else 0 end)`.as('overdue'),
      ]),
  );
const counts = [countOf(false), countOf(true)] as const;

const lockedOne = prepare<{ id: string }>()((db, p, dialect) =>
  locked(
    db.selectFrom('follow_up').select(['id', 'owner_id', 'due_at', 'told_at', 'done_at']).where('id', '=', p.id),
    dialect,
  ),
);
const openByHand = prepare<{ no: number }>()((db, p) =>
  db
    .selectFrom('follow_up')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('conversation_no', '=', p.no)
    .where('done_at', 'is', null)
    .where('by_id', 'is not', null),
);
const change = prepare<{ id: string; ownerId: string | null; dueAt: number; toldAt: number | null }>()((db, p) =>
  db
    .updateTable('follow_up')
    .set({ owner_id: p.ownerId, due_at: p.dueAt, told_at: p.toldAt, version: sql`version + 1` } as never)
    .where('id', '=', p.id),
);
const end = prepare<{ id: string; byId: string; outcome: string; note: string | null; at: number }>()((db, p) =>
  db
    .updateTable('follow_up')
    .set({ done_at: p.at, done_by: p.byId, outcome: p.outcome, done_note: p.note, version: sql`version + 1` } as never)
    .where('id', '=', p.id),
);
const overdue = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('follow_up')
    .select('id')
    .where('done_at', 'is', null)
    .where('told_at', 'is', null)
    .where('due_at', '<=', p.now)
    .orderBy('due_at')
    .limit(p.limit),
);
const told = prepare<{ id: string; now: number }>()((db, p) =>
  db
    .updateTable('follow_up')
    .set({ told_at: p.now })
    .where('id', '=', p.id)
    .where('told_at', 'is', null)
    .where('done_at', 'is', null),
);

export function* listFollowUps(input: ListFollowUps): Operation<{ followUps: FollowUp[]; more: boolean }> {
  const { list, agentId, all, limit } = input;
  const start = list === 'open' ? { at: -1, id: '' } : { at: Number.MAX_SAFE_INTEGER, id: '' };
  // One more than asked, to know whether it goes on.
  const found = yield* rows(lists[list][all ? 1 : 0], { agentId, ...(input.after ?? start), limit: limit + 1 });
  return { followUps: found.slice(0, limit).map(toFollowUp), more: found.length > limit };
}

export function* countFollowUps(input: {
  agentId: string;
  all: boolean;
  now: number;
}): Operation<{ open: number; overdue: number }> {
  const { agentId, now } = input;
  const found = yield* row(counts[input.all ? 1 : 0], { agentId, now });
  return { open: Number(found?.open ?? 0), overdue: Number(found?.overdue ?? 0) };
}

export function* addFollowUp(input: AddFollowUp): Operation<FollowUpAdded> {
  const { id, conversationId, kind, ownerId, byId, note, dueAt, max, at } = input;
  // The lock makes two who send the same id, or too many at once, wait for each other.
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const before = yield* findFollowUp(id);
  if (before) {
    const isRepeat = before.by?.id === byId && before.conversationId === conversationId;
    return isRepeat ? { result: 'repeat', followUp: before } : { result: 'conflict' };
  }
  if (Number((yield* row(openByHand, { no: state.no }))?.n ?? 0) >= max) return { result: 'too_many' };
  const isNew = yield* insertOne(insertFollowUp, {
    ...{ id, conversation_no: state.no, episode: state.episode, kind, causes: '[]' },
    ...{ owner_id: ownerId, by_id: byId, note, made_at: at, due_at: dueAt },
  });
  // The same id, in another conversation, in the same moment.
  if (!isNew) return { result: 'conflict' };
  return { result: 'added', followUp: yield* expect(id) };
}

export function* changeFollowUp({ id, ownerId, dueAt }: ChangeFollowUp): Operation<FollowUpWritten> {
  const before = yield* row(lockedOne, { id });
  if (!before) return { result: 'not_found' };
  if (before.done_at !== null) return { result: 'done', followUp: yield* expect(id) };
  yield* run(change, {
    id,
    ownerId: ownerId === undefined ? before.owner_id : ownerId,
    dueAt: dueAt ?? before.due_at,
    toldAt: dueAt === undefined ? before.told_at : null,
  });
  return { result: 'changed', followUp: yield* expect(id) };
}

export function* endFollowUp({ id, byId, outcome, note, at }: EndFollowUp): Operation<FollowUpWritten> {
  const before = yield* row(lockedOne, { id });
  if (!before) return { result: 'not_found' };
  if (before.done_at !== null) return { result: 'done', followUp: yield* expect(id) };
  yield* run(end, { id, byId, outcome, note, at });
  return { result: 'changed', followUp: yield* expect(id) };
}

export function* listOverdue(input: { now: number; limit: number }): Operation<string[]> {
  return (yield* rows(overdue, input)).map(({ id }) => id);
}

export function* takeOverdue({ ids, now }: { ids: string[]; now: number }): Operation<FollowUp[]> {
  const taken: FollowUp[] = [];
  for (const id of ids) if ((yield* count(told, { id, now })) === 1) taken.push(yield* expect(id));
  return taken;
}

function* expect(id: string): Operation<FollowUp> {
  const found = yield* findFollowUp(id);
  if (!found) throw new Error(`The follow-up ${id} was there a moment ago.`);
  return found;
}
