import { sql } from 'kysely';
import { listOf } from './list-of.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

/** Each failure sweeps at most this many windows that are over, so that the table stays small by itself. */
const SWEPT_MAX = 20;

const add = prepare<{ key: string; at: number; windowEndsAt: number }>()((db, p) =>
  db
    .insertInto('failure')
    .values({ key: p.key, count: 1, window_ends_at: p.windowEndsAt })
    .onConflict((c) =>
      c.column('key').doUpdateSet({
        count: sql`case when failure.window_ends_at <= ${p.at} then 1 else failure.count + 1 end`,
        window_ends_at: sql`case when failure.window_ends_at <= ${p.at} then excluded.window_ends_at else failure.window_ends_at end`,
      }),
    )
    .returning('count'),
);
const sweep = prepare<{ at: number }>()((db, p) =>
  db
    .deleteFrom('failure')
    .where('key', 'in', (eb) =>
      eb
        .selectFrom('failure')
        .select('key')
        .where('window_ends_at', '<=', p.at)
        .orderBy('window_ends_at')
        .limit(sql.lit(SWEPT_MAX)),
    ),
);
const read = prepare<{ keys: string; at: number }>()((db, p, dialect) =>
  db.selectFrom('failure').selectAll().where('key', 'in', listOf(p.keys, dialect)).where('window_ends_at', '>', p.at),
);
const clear = prepare<{ keys: string }>()((db, p, dialect) =>
  db.deleteFrom('failure').where('key', 'in', listOf(p.keys, dialect)),
);

export function* addFailures(input: {
  keys: { key: string; windowMs: number }[];
  at: number;
}): Operation<Record<string, number>> {
  const { at } = input;
  yield* run(sweep, { at });
  const counts: Record<string, number> = {};
  // In one order, so that two failures at once cannot wait for each other.
  const keys = [...input.keys].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key, windowMs } of keys) {
    counts[key] = (yield* row(add, { key, at, windowEndsAt: at + windowMs }))?.count ?? 0;
  }
  return counts;
}

export function* readFailures(input: {
  keys: string[];
  at: number;
}): Operation<Record<string, { count: number; windowEndsAt: number }>> {
  const found = yield* rows(read, { keys: JSON.stringify(input.keys), at: input.at });
  return Object.fromEntries(
    found.map((one) => [one.key, { count: one.count, windowEndsAt: one.window_ends_at }] as const),
  );
}

export function* clearFailures(keys: string[]): Operation<void> {
  yield* run(clear, { keys: JSON.stringify(keys) });
}
