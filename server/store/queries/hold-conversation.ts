import { sql } from 'kysely';
import type { NoticeEntry } from '../../../protocol/wire/model.ts';
import type { GuardedChange, Waiting } from '../service-store.ts';
import type { Changed, Stale } from '../store.ts';
import { lockExpected } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { type Operation, rows, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';

/** Written out for both, so that the few that are held are found by an index of their own. */
function waitingOf(held: 0 | 1) {
  return prepare<{ afterNo: number; limit: number }>()((db, p) =>
    db
      .selectFrom('conversation')
      .select(['no', 'id', 'version', 'site_id', 'department_id', 'queued_at', 'first_response_ms'])
      .where('status', '=', sql.lit('queued'))
      .where('held', '=', sql.lit(held))
      // While it rings at somebody that is what it does.
      .where('offer_agent_id', 'is', null)
      .where('no', '>', p.afterNo)
      .orderBy('no')
      .limit(p.limit),
  );
}

const waiting = { held: waitingOf(1), inLine: waitingOf(0) };
const setHeld = prepare<{ no: number; held: number; head: number; change: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({ held: p.held, version: sql`version + 1`, head: p.head, change: p.change })
    .where('no', '=', p.no),
);

export function* listWaiting(input: { held: boolean; afterNo: number; limit: number }): Operation<Waiting[]> {
  return (yield* rows(input.held ? waiting.held : waiting.inLine, input)).map((one) => ({
    no: one.no,
    conversationId: one.id,
    version: one.version,
    siteId: one.site_id,
    departmentId: one.department_id,
    queuedAt: one.queued_at,
    held: input.held,
    firstResponseMs: one.first_response_ms,
  }));
}

/** A new version, so that a choice that routing made before it comes too late (S3). */
export function* holdConversation(
  input: GuardedChange & { tells: boolean; text?: string | null },
): Operation<Changed | Stale> {
  const { conversationId, at, text = null } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued') return { result: 'stale' };
  const words = text === null ? {} : { text };
  const entries: NoticeEntry[] = input.tells
    ? [{ kind: 'notice', seq: state.head + 1, at, what: 'kept', ...words }]
    : [];
  for (const entry of entries) yield* addEntry(state.no, entry, null);
  const change = yield* takeChange();
  yield* run(setHeld, { no: state.no, held: 1, head: state.head + entries.length, change });
  return { result: 'changed', conversationId, visitorId: state.visitor_id, agentId: null, entries, change };
}

/** H8: into the line again, at the place it had. */
export function* releaseConversation(input: GuardedChange): Operation<Changed | Stale> {
  const { conversationId } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued') return { result: 'stale' };
  const change = yield* takeChange();
  yield* run(setHeld, { no: state.no, held: 0, head: state.head, change });
  return { result: 'changed', conversationId, visitorId: state.visitor_id, agentId: null, entries: [], change };
}
