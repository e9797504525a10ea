import { sql } from 'kysely';
import { FIRST_CONTACT_MS } from '../../../protocol/wire/limits.ts';
import type { FactState, PackLine, PackMade } from '../fact-store.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { samePerson } from './same-person.ts';

/** Ended in the days before the other one began. */
const cameBefore = sql<boolean>`earlier.status = 'closed' and earlier.closed_at >=
  (select min(opened_at) from episode where conversation_no = conversation.no) - ${sql.lit(FIRST_CONTACT_MS)}`;

/** J8: of the same person, also where two profiles were joined. */
const withEarlier = sql`inner join visitor as me on me.id = conversation.visitor_id
  inner join visitor as same on ${samePerson}
  inner join conversation as earlier on earlier.visitor_id = same.id and earlier.no <> conversation.no`;

const changed = prepare<{ after: number; limit: number }>()((db, p) =>
  db.selectFrom('conversation').select(['no', 'change']).where('change', '>', p.after).orderBy('change').limit(p.limit),
);
/** Two statements, so that each finds its own small index. */
const queued = prepare()((db) => db.selectFrom('conversation').select('no').where('status', '=', sql.lit('queued')));
const active = prepare()((db) => db.selectFrom('conversation').select('no').where('status', '=', sql.lit('active')));
const closed = prepare<{ fromNo: number; toNo: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('no')
    .where('no', '>=', p.fromNo)
    .where('no', '<', p.toNo)
    .where('status', '=', sql.lit('closed'))
    .orderBy('no'),
);
const changedPacks = prepare<{ after: number; upTo: number; packOf: number }>()((db, p) => ({
  compile: () =>
    sql<{ number: number; change: number }>`
      select no / ${p.packOf} as number, max(change) as change from (
        select no, change from conversation where change > ${p.after} and change <= ${p.upTo}
        union all
        select earlier.no, conversation.change from conversation
        ${withEarlier}
        where conversation.change > ${p.after} and conversation.change <= ${p.upTo} and ${cameBefore}
      ) as moved group by 1 order by 1`.compile(db),
}));
/** M8: whoever comes again makes what was said of her before another thing, though nobody touches it. */
const before = prepare<{ after: number; upTo: number }>()((db, p) => ({
  compile: () =>
    sql<{ no: number }>`
      select distinct earlier.no from conversation
      ${withEarlier}
      where conversation.change > ${p.after} and conversation.change <= ${p.upTo} and ${cameBefore}`.compile(db),
}));
const lastNo = prepare()((db) => db.selectFrom('conversation').select((eb) => eb.fn.max('no').as('no')));
const LINE = ['number', 'change', 'stamp', 'opened_from', 'opened_to', 'episodes', 'waits'] as const;
const lines = prepare()((db) => db.selectFrom('fact_pack').select(LINE).orderBy('number'));
const find = prepare<{ number: number }>()((db, p) =>
  db.selectFrom('fact_pack').select(['stamp', 'columns']).where('number', '=', p.number),
);
const contactLines = prepare()((db) => db.selectFrom('contact_pack').select(['number', 'stamp']).orderBy('number'));
const findContacts = prepare<{ number: number }>()((db, p) =>
  db.selectFrom('contact_pack').select(['stamp', 'columns']).where('number', '=', p.number),
);
const keepContacts = prepare<{ number: number; stamp: string; columns: Uint8Array }>()((db, p) => {
  const columns = { stamp: p.stamp, columns: p.columns };
  return db
    .insertInto('contact_pack')
    .values({ number: p.number, ...columns })
    .onConflict((c) => c.column('number').doUpdateSet(columns));
});
const keep = prepare<PackLine & { columns: Uint8Array }>()((db, p) => {
  const columns = {
    change: p.change,
    stamp: p.stamp,
    opened_from: p.openedFrom,
    opened_to: p.openedTo,
    episodes: p.episodes,
    waits: p.waits,
    columns: p.columns,
  };
  return db
    .insertInto('fact_pack')
    .values({ number: p.number, ...columns })
    .onConflict((c) => c.column('number').doUpdateSet(columns));
});
const state = prepare()((db) => db.selectFrom('fact_state').select(['change', 'rebuilt']));
const start = prepare()((db) =>
  db
    .insertInto('fact_state')
    .values({ one: 1, change: 0, rebuilt: 0 })
    .onConflict((c) => c.doNothing()),
);
const advance = prepare<{ change: number }>()((db, p) =>
  // Two relays may do the same work: neither puts it back.
  db.updateTable('fact_state').set({ change: p.change }).where('change', '<', p.change),
);
const rebuilt = prepare<{ rebuilt: number }>()((db, p) => db.updateTable('fact_state').set({ rebuilt: p.rebuilt }));

export function* listChangedAfter(input: {
  after: number;
  limit: number;
}): Operation<{ no: number; change: number }[]> {
  return yield* rows(changed, input);
}

export function* listCameBefore(input: { after: number; upTo: number }): Operation<number[]> {
  return ((yield* rows(before, input)) as { no: number }[]).map(({ no }) => no);
}

export function* listOpenNos(): Operation<number[]> {
  return [...(yield* rows(queued, {})), ...(yield* rows(active, {}))].map(({ no }) => no);
}

export function* listClosed(input: { fromNo: number; toNo: number }): Operation<number[]> {
  return (yield* rows(closed, input)).map(({ no }) => no);
}

export function* listChangedPacks(input: { after: number; upTo: number; packOf: number }) {
  return (yield* rows(changedPacks, input)) as { number: number; change: number }[];
}

export function* readLastNo(): Operation<number> {
  return Number((yield* row(lastNo, {}))?.no ?? 0);
}

export function* listPacks(): Operation<PackLine[]> {
  return (yield* rows(lines, {})).map(({ opened_from: openedFrom, opened_to: openedTo, ...line }) => ({
    ...line,
    openedFrom,
    openedTo,
  }));
}

export function* readPack(number: number): Operation<{ stamp: string; columns: Uint8Array } | undefined> {
  return yield* row(find, { number });
}

export function* keepPack({ contacts, ...pack }: PackMade): Operation<void> {
  yield* run(keep, pack);
  yield* run(keepContacts, { number: pack.number, ...contacts });
}

export function* listContactPacks(): Operation<{ number: number; stamp: string }[]> {
  return yield* rows(contactLines, {});
}

export function* readContactPack(number: number): Operation<{ stamp: string; columns: Uint8Array } | undefined> {
  return yield* row(findContacts, { number });
}

export function* readFactState(): Operation<FactState> {
  return (yield* row(state, {})) ?? { change: 0, rebuilt: 0 };
}

export function* setFactState(next: Partial<FactState>): Operation<void> {
  yield* run(start, {});
  if (next.change !== undefined) yield* run(advance, { change: next.change });
  if (next.rebuilt !== undefined) yield* run(rebuilt, { rebuilt: next.rebuilt });
}
