import type { Marks } from '../../../protocol/wire/model.ts';
import type { NotFound, RaiseMarks } from '../store.ts';
import { locked, type MarkColumns, toMarks } from './conversation-row.ts';
import { type Operation, row, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';

type Raised = { marks: Marks; raised: boolean; change: number | null };

const marksOf = prepare<{ id: string }>()((db, p, dialect) =>
  locked(
    db
      .selectFrom('conversation')
      .select(['no', 'head', 'unread', 'visitor_delivered', 'visitor_read', 'agent_delivered', 'agent_read'])
      .where('id', '=', p.id),
    dialect,
  ),
);
const raiseVisitor = prepare<{ no: number; delivered: number; read: number }>()((db, p) =>
  db.updateTable('conversation').set({ visitor_delivered: p.delivered, visitor_read: p.read }).where('no', '=', p.no),
);
const raiseAgent = prepare<{ no: number; delivered: number; read: number }>()((db, p) =>
  db.updateTable('conversation').set({ agent_delivered: p.delivered, agent_read: p.read }).where('no', '=', p.no),
);
const keepUnread = prepare<{ no: number; unread: number; change: number }>()((db, p) =>
  db.updateTable('conversation').set({ unread: p.unread, change: p.change }).where('no', '=', p.no),
);
const countUnread = prepare<{ no: number; afterSeq: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('conversation_no', '=', p.no)
    .where('seq', '>', p.afterSeq)
    .where('kind', '=', 'message')
    .where('author', '=', 'visitor'),
);

/** What was seen was also delivered; marks only rise, and not above head. */
export function* raiseMarks(input: RaiseMarks): Operation<Raised | NotFound> {
  const state = yield* row(marksOf, { id: input.conversationId });
  if (!state) return { result: 'not_found' };
  const visitor = input.by === 'visitor';
  const oldDelivered = visitor ? state.visitor_delivered : state.agent_delivered;
  const oldRead = visitor ? state.visitor_read : state.agent_read;
  const read = Math.max(oldRead, Math.min(input.readSeq, state.head));
  const delivered = Math.max(oldDelivered, read, Math.min(input.deliveredSeq, state.head));
  if (delivered === oldDelivered && read === oldRead) return { marks: toMarks(state), raised: false, change: null };

  yield* run(visitor ? raiseVisitor : raiseAgent, { no: state.no, delivered, read });
  const raised: MarkColumns = visitor
    ? { ...state, visitor_delivered: delivered, visitor_read: read }
    : { ...state, agent_delivered: delivered, agent_read: read };
  const change = !visitor && read > oldRead ? yield* recountUnread(state, read) : null;
  return { marks: toMarks(raised), raised: true, change };
}

function* recountUnread(state: { no: number; head: number; unread: number }, read: number): Operation<number | null> {
  const { no } = state;
  const unread = read >= state.head ? 0 : Number((yield* row(countUnread, { no, afterSeq: read }))?.unread ?? 0);
  if (unread === state.unread) return null;
  const change = yield* takeChange();
  yield* run(keepUnread, { no, unread, change });
  return change;
}
