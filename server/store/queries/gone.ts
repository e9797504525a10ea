import { sql } from 'kysely';
import type { GoneHow } from '../../domain/measures/gone.ts';
import type { Gone } from '../fact-store.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

/** Only while it is open: what has ended, and may be packed, stays as it was (N4). */
const note = prepare<{ id: string; at: number; how: GoneHow }>()((db, p) =>
  db
    .updateTable('episode')
    .set({ gone_at: p.at, gone_how: p.how })
    .where('conversation_no', '=', (eb) => eb.selectFrom('conversation').select('no').where('id', '=', p.id))
    .where('closed_at', 'is', null),
);
const back = prepare<{ ids: string }>()((db, p, dialect) =>
  db
    .updateTable('episode')
    .set({ gone_at: sql.lit(null), gone_how: sql.lit(null) })
    .where('conversation_no', 'in', (eb) =>
      eb.selectFrom('conversation').select('no').where('id', 'in', listOf(p.ids, dialect)),
    )
    .where('closed_at', 'is', null)
    .where('gone_at', 'is not', null),
);
const gone = prepare()((db) =>
  db
    .selectFrom('conversation')
    .innerJoin('episode', (join) =>
      join
        .onRef('episode.conversation_no', '=', 'conversation.no')
        .onRef('episode.number', '=', 'conversation.episode'),
    )
    .where('conversation.status', '<>', sql.lit('closed'))
    .where('episode.gone_at', 'is not', null)
    .select(['conversation.visitor_id as visitorId', 'conversation.id as conversationId']),
);

export function* noteGone(list: readonly Gone[]): Operation<string[]> {
  const open: string[] = [];
  for (const { conversationId: id, at, how } of list) if ((yield* count(note, { id, at, how })) > 0) open.push(id);
  return open;
}

export function* noteBack(conversationIds: readonly string[]): Operation<void> {
  yield* run(back, { ids: JSON.stringify(conversationIds) });
}

export function* listGone(): Operation<{ visitorId: string; conversationId: string }[]> {
  return yield* rows(gone, {});
}
