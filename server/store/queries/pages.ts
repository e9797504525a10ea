import type { SyncPage } from '../../../protocol/wire/model.ts';
import { toMarks } from './conversation-row.ts';
import { type EntryRow, toEntry } from './entries.ts';
import { listOf, numbersOf } from './list-of.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const place = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['no', 'head', 'visitor_delivered', 'visitor_read', 'agent_delivered', 'agent_read'])
    .where('id', '=', p.id),
);
const after = prepare<{ no: number; afterSeq: number; limit: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .leftJoin('agent', 'agent.id', 'entry.author_id')
    .select([
      'entry.seq',
      'entry.at',
      'entry.kind',
      'entry.author',
      'entry.author_id',
      'entry.client_id',
      'entry.body',
      'entry.episode',
      'entry.reason',
      'entry.score',
      'entry.until',
      'entry.file',
      'entry.refers_seq',
      'entry.revised_at',
      'agent.name as agent_name',
    ])
    .where('entry.conversation_no', '=', p.no)
    .where('entry.seq', '>', p.afterSeq)
    .orderBy('entry.seq')
    .limit(p.limit),
);
const bodies = prepare<{ no: number; seqs: string }>()((db, p, dialect) =>
  db
    .selectFrom('entry')
    .select(['seq', 'body'])
    .where('conversation_no', '=', p.no)
    .where('seq', 'in', numbersOf(p.seqs, dialect)),
);
const heads = prepare<{ ids: string }>()((db, p, dialect) =>
  db.selectFrom('conversation').select(['id', 'head']).where('id', 'in', listOf(p.ids, dialect)),
);

export function* readPage(input: {
  conversationId: string;
  afterSeq: number;
  limit: number;
}): Operation<SyncPage | undefined> {
  const { conversationId, afterSeq, limit } = input;
  const state = yield* row(place, { id: conversationId });
  if (!state) return undefined;
  const { no, head } = state;
  // Most readers are up to date: then there is nothing to look for.
  const found = afterSeq >= head ? [] : yield* rows(after, { no, afterSeq, limit });
  const last = found.at(-1)?.seq ?? afterSeq;
  const bodyOf = yield* bodiesOf(no, found);
  return {
    conversationId,
    entries: found.map((one) => toEntry(one, bodyOf)),
    head,
    more: last < head,
    marks: toMarks(state),
  };
}

/** What was revised says what it says now, however often it was (C18). */
function* bodiesOf(no: number, found: readonly EntryRow[]): Operation<(seq: number) => string> {
  const seqs = found.flatMap((one) => (one.kind === 'revised' && one.refers_seq !== null ? [one.refers_seq] : []));
  if (seqs.length === 0) return () => '';
  const said = yield* rows(bodies, { no, seqs: JSON.stringify([...new Set(seqs)]) });
  const now = new Map(said.map((one) => [one.seq, one.body ?? ''] as const));
  return (seq) => now.get(seq) ?? '';
}

export function* readHeads(ids: string[]): Operation<Record<string, number>> {
  const found = yield* rows(heads, { ids: JSON.stringify(ids) });
  return Object.fromEntries(found.map((one) => [one.id, one.head] as const));
}
