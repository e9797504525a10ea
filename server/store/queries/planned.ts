import type { HeldBecause } from '../../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../../protocol/wire/errors.ts';
import type { Stale } from '../changes.ts';
import type {
  AddPlanned,
  ChangePlanned,
  PlannedAdded,
  PlannedWritten,
  SendPlanned,
  SentPlanned,
  StoredPlanned,
} from '../composer-store.ts';
import { appendMessage } from './append-message.ts';
import type { PlannedTable } from './composer-tables.ts';
import { lockConversation, locked } from './conversation-row.ts';
import { insertOne, type Operation, row, run } from './operation.ts';
import { expectPlanned, findPlanned, isOpenState } from './planned-rows.ts';
import { prepare } from './prepare.ts';
import { unlessKnown } from './unless-known.ts';

const insert = prepare<PlannedTable>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('planned_message').values({
      id: p.id,
      conversation_no: p.conversation_no,
      agent_id: p.agent_id,
      body: p.body,
      made_at: p.made_at,
      send_at: p.send_at,
      base_seq: p.base_seq,
      close_as: p.close_as,
      state: p.state,
      held: p.held,
      version: p.version,
    }),
    dialect,
  ),
);
const openOf = prepare<{ no: number }>()((db, p) =>
  db
    .selectFrom('planned_message')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('conversation_no', '=', p.no)
    .where(isOpenState),
);
const lockedOne = prepare<{ id: string }>()((db, p, dialect) =>
  locked(db.selectFrom('planned_message').selectAll().where('id', '=', p.id), dialect),
);
const set = prepare<Pick<PlannedTable, 'id' | 'body' | 'send_at' | 'base_seq' | 'state' | 'held' | 'version'>>()(
  (db, p) =>
    db
      .updateTable('planned_message')
      .set({
        body: p.body,
        send_at: p.send_at,
        base_seq: p.base_seq,
        state: p.state,
        held: p.held,
        version: p.version,
      } as never)
      .where('id', '=', p.id),
);

const isOpen = ({ state }: PlannedTable) => state === 'waiting' || state === 'held';

export function* addPlanned(input: AddPlanned): Operation<PlannedAdded> {
  const { id, conversationId, agentId, body, sendAt, close, max, at } = input;
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const before = yield* findPlanned(id);
  if (before) {
    const isRepeat = before.by.id === agentId && before.conversationId === conversationId;
    return isRepeat ? { result: 'repeat', planned: before } : { result: 'conflict' };
  }
  if (Number((yield* row(openOf, { no: state.no }))?.n ?? 0) >= max) return { result: 'too_many' };
  const isNew = yield* insertOne(insert, {
    ...{ id, conversation_no: state.no, agent_id: agentId, body, made_at: at, send_at: sendAt },
    ...{ base_seq: state.head, close_as: close, state: 'waiting', held: null, version: 1 },
  });
  // The same id, in another conversation, in the same moment.
  return isNew ? { result: 'added', planned: yield* expectPlanned(id) } : { result: 'conflict' };
}

/** Whoever changes it has seen the conversation as it is now. */
export function* changePlanned({ id, version, body, sendAt }: ChangePlanned): Operation<PlannedWritten> {
  const known = yield* findPlanned(id);
  if (!known) return { result: 'not_found' };
  const state = yield* lockConversation(known.conversationId);
  const before = yield* row(lockedOne, { id });
  if (!before || !state) return { result: 'not_found' };
  if (!isOpen(before) || before.version !== version) return { result: 'stale', planned: yield* expectPlanned(id) };
  yield* run(set, {
    ...{ id, body: body ?? before.body, send_at: sendAt ?? before.send_at, base_seq: state.head },
    ...{ state: sendAt === undefined ? before.state : 'waiting', held: sendAt === undefined ? before.held : null },
    version: before.version + 1,
  });
  return { result: 'changed', planned: yield* expectPlanned(id) };
}

export function* cancelPlanned({ id }: { id: string; at: number }): Operation<PlannedWritten> {
  return yield* move(id, (before) => {
    // It has left; only what its author hears of is put away.
    if (before.state === 'unclosed') return { state: 'sent', held: null };
    return isOpen(before) ? { state: 'cancelled', held: null } : null;
  });
}

export function* holdPlanned(input: { id: string; version: number; because: HeldBecause }): Operation<PlannedWritten> {
  const { id, version, because } = input;
  return yield* move(id, (before) =>
    before.state === 'waiting' && before.version === version ? { state: 'held', held: because } : null,
  );
}

export function* endPlanned({ id, refused }: { id: string; refused: ErrorCode | null }): Operation<void> {
  const ended = { state: refused ? 'unclosed' : 'sent', held: refused } as const;
  yield* move(id, (before) => (before.state === 'closing' ? ended : null));
}

export function* sendPlanned(
  input: SendPlanned,
): Operation<{ result: 'sent'; written: SentPlanned; planned: StoredPlanned } | Stale> {
  const { id, version, expectVersion, expectHead, at } = input;
  const known = yield* findPlanned(id);
  const state = known && (yield* lockConversation(known.conversationId));
  const before = state && (yield* row(lockedOne, { id }));
  if (!known || !before || !isOpen(before) || before.version !== version) return { result: 'stale' };
  if (state.version !== expectVersion || state.head !== expectHead) return { result: 'stale' };
  const { conversationId, by } = known;
  // No client may name an id with a dot, so it is nobody else's.
  const message = { author: 'agent', authorId: by.id, clientId: `planned.${id}`, body: before.body, at } as const;
  const written = yield* appendMessage({ conversationId, expectVersion, message });
  if (written.result !== 'appended') return { result: 'stale' };
  yield* run(set, {
    ...before,
    ...{ state: before.close_as === null ? 'sent' : 'closing', held: null, version: before.version + 1 },
  });
  return { result: 'sent', written, planned: yield* expectPlanned(id) };
}

function* move(
  id: string,
  to: (before: PlannedTable) => Pick<PlannedTable, 'state' | 'held'> | null,
): Operation<PlannedWritten> {
  const before = yield* row(lockedOne, { id });
  if (!before) return { result: 'not_found' };
  const next = to(before);
  if (next) yield* run(set, { ...before, ...next, version: before.version + 1 });
  return { result: next ? 'changed' : 'stale', planned: yield* expectPlanned(id) };
}
