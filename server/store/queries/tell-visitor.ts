import { sql } from 'kysely';
import type { NoticeEntry } from '../../../protocol/wire/model.ts';
import type { Silent, TellVisitor } from '../service-store.ts';
import type { Changed, Stale } from '../store.ts';
import { lockExpected } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { type Operation, row, rows, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';

const untold = prepare<{ siteId: string; stage: number; queuedBefore: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['id as conversationId', 'version'])
    .where('status', '=', sql.lit('queued'))
    .where('held', '=', 0)
    .where('site_id', '=', p.siteId)
    .where('stage', '<', p.stage)
    .where('queued_at', '<=', p.queuedBefore)
    .orderBy('queued_at')
    .orderBy('no')
    .limit(p.limit),
);
const silent = prepare<{ siteId: string; lastBefore: number; afterNo: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['no', 'id as conversationId', 'version', 'head', 'last_at as lastAt', 'warned_at as warnedAt'])
    .where('status', '=', sql.lit('active'))
    .where('site_id', '=', p.siteId)
    // Whoever waits for an answer is not the one who is silent.
    .where('wait_started_at', 'is', null)
    .where('last_author', '=', sql.lit('agent'))
    .where('last_at', '<=', p.lastBefore)
    .where('no', '>', p.afterNo)
    .orderBy('no')
    .limit(p.limit),
);

/** The conversation is locked: what is read here stays true until the commit. */
const marks = prepare<{ no: number }>()((db, p) =>
  db.selectFrom('conversation').select(['stage', 'warned_at', 'last_at']).where('no', '=', p.no),
);
const tell = prepare<{ no: number; head: number; change: number; stage: number; warnedAt: number | null }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({ head: p.head, change: p.change, stage: p.stage, warned_at: p.warnedAt })
    .where('no', '=', p.no),
);

export function* listUntold(input: {
  siteId: string;
  stage: number;
  queuedBefore: number;
  limit: number;
}): Operation<{ conversationId: string; version: number }[]> {
  return yield* rows(untold, input);
}

export function* listSilent(input: {
  siteId: string;
  lastBefore: number;
  afterNo: number;
  limit: number;
}): Operation<Silent[]> {
  return yield* rows(silent, input);
}

export function* tellVisitor(input: TellVisitor): Operation<Changed | Stale> {
  const { conversationId, at, what, text, until } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  const said = state && (yield* row(marks, { no: state.no }));
  if (!said || state.status === 'closed' || !isNew(said, input)) return { result: 'stale' };
  const { no } = state;
  const seq = state.head + 1;
  const entry: NoticeEntry = {
    ...{ kind: 'notice', seq, at, what },
    ...(text === null ? {} : { text }),
    ...(until === null ? {} : { until }),
  };
  yield* addEntry(no, entry, null);
  const change = yield* takeChange();
  const warnedAt = input.lastAt === null ? said.warned_at : at;
  yield* run(tell, { no, head: seq, change, stage: input.stage ?? said.stage, warnedAt });
  const { visitor_id: visitorId, agent_id: agentId } = state;
  return { result: 'changed', conversationId, visitorId, agentId, entries: [entry], change };
}

function isNew(
  said: { stage: number; warned_at: number | null; last_at: number },
  { stage, lastAt }: TellVisitor,
): boolean {
  if (stage !== null && said.stage >= stage) return false;
  return lastAt === null || (said.last_at === lastAt && (said.warned_at === null || said.warned_at < lastAt));
}
