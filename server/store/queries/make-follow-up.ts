import { sql } from 'kysely';
import { FOLLOW_UP_CAUSES, type FollowUp, type FollowUpCause } from '../../../protocol/wire/feedback.ts';
import type { NewFollowUp } from '../feedback-store.ts';
import type { FollowUpTable } from './feedback-tables.ts';
import { findFollowUp } from './follow-up-row.ts';
import { count, insertOne, type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { unlessKnown } from './unless-known.ts';

type NewRow = Pick<
  FollowUpTable,
  'id' | 'conversation_no' | 'episode' | 'kind' | 'causes' | 'owner_id' | 'by_id' | 'note' | 'made_at' | 'due_at'
>;

export const insertFollowUp = prepare<NewRow>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('follow_up').values({
      id: p.id,
      conversation_no: p.conversation_no,
      episode: p.episode,
      kind: p.kind,
      causes: p.causes,
      owner_id: p.owner_id,
      by_id: p.by_id,
      note: p.note,
      made_at: p.made_at,
      due_at: p.due_at,
      version: sql.lit(1),
    } as never),
    dialect,
  ),
);
const ofEpisode = prepare<{ no: number; episode: number }>()((db, p) =>
  db
    .selectFrom('follow_up')
    .select(['id', 'causes', 'done_at'])
    .where('conversation_no', '=', p.no)
    .where('episode', '=', p.episode)
    .where('kind', '=', sql.lit('feedback')),
);
const addCauses = prepare<{ id: string; causes: string }>()((db, p) =>
  db
    .updateTable('follow_up')
    .set({ causes: p.causes, version: sql`version + 1` } as never)
    .where('id', '=', p.id)
    .where('done_at', 'is', null),
);
/** Who wrote most of an episode; of several the one who wrote last. */
const mostOf = prepare<{ no: number; episode: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('agent', 'agent.id', 'entry.author_id')
    .select('entry.author_id as id')
    .where('entry.conversation_no', '=', p.no)
    .where('entry.kind', '=', sql.lit('message'))
    .where('entry.author', '=', sql.lit('agent'))
    .where('agent.role', '<>', sql.lit('viewer'))
    .where((eb) =>
      eb(
        'entry.seq',
        '>',
        eb
          .selectFrom('entry as begun')
          .select((inner) => inner.fn.max<number>('begun.seq').as('seq'))
          .where('begun.conversation_no', '=', p.no)
          .where('begun.kind', '=', sql.lit('queued'))
          .where('begun.reason', 'in', [sql.lit('opened'), sql.lit('reopened')])
          .where('begun.episode', '=', p.episode),
      ),
    )
    .groupBy('entry.author_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy((eb) => eb.fn.max('entry.seq'), 'desc')
    .limit(1),
);

/**
 * K1: once for each cause of an episode. What comes on top of an open one joins it, so that nobody works on the same twice.
 * Call it under the conversation's lock. Undefined: every cause is known already.
 */
export function* makeFollowUp(
  { no, episode }: { no: number; episode: number },
  { id, causes, owner, dueAt }: NewFollowUp,
  at: number,
): Operation<FollowUp | undefined> {
  const before = yield* rows(ofEpisode, { no, episode });
  const known = new Set(before.flatMap((one) => JSON.parse(one.causes) as FollowUpCause[]));
  const fresh = causes.filter((cause) => !known.has(cause));
  if (fresh.length === 0) return undefined;
  const open = before.find((one) => one.done_at === null);
  if (open) {
    const both = new Set([...(JSON.parse(open.causes) as FollowUpCause[]), ...fresh]);
    const joined = JSON.stringify(FOLLOW_UP_CAUSES.filter((cause) => both.has(cause)));
    if ((yield* count(addCauses, { id: open.id, causes: joined })) === 1) return yield* findFollowUp(open.id);
  }
  const ownerId = owner === 'agent' ? ((yield* row(mostOf, { no, episode }))?.id ?? null) : null;
  yield* insertOne(insertFollowUp, {
    ...{ id, conversation_no: no, episode, kind: 'feedback', causes: JSON.stringify(fresh) },
    ...{ owner_id: ownerId, by_id: null, note: null, made_at: at, due_at: dueAt },
  });
  return yield* findFollowUp(id);
}
