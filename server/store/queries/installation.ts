import { sql } from 'kysely';
import { WORDS_FOLDING } from '../../../protocol/wire/words.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const make = prepare<{ epoch: string }>()((db, p) =>
  db
    .insertInto('installation')
    .values({ one: 1, epoch: p.epoch, change: 0, fresh_epoch: 0, set_up_hash: null, file_bytes: 0 })
    .onConflict((c) => c.doNothing()),
);
/** Only a backup's first start: of two programs that start at once, one wins. */
const refresh = prepare<{ epoch: string }>()((db, p) =>
  db.updateTable('installation').set({ epoch: p.epoch, fresh_epoch: 0 }).where('fresh_epoch', '=', 1),
);
const epoch = prepare()((db) => db.selectFrom('installation').select('epoch'));
const change = prepare()((db) => db.selectFrom('installation').select('change'));

/** At every start: the first one names the epoch, and so does the first one after a restore. */
/** SQLite has no clock but the machine's. */
const clock = prepare()((db, _p, dialect) =>
  db.selectNoFrom(
    dialect === 'postgres'
      ? sql<number | null>`(extract(epoch from clock_timestamp()) * 1000)::bigint`.as('now')
      : sql<number | null>`null`.as('now'),
  ),
);

const takeUpFromStart = prepare()((db) =>
  db
    .insertInto('find_state')
    .values({ one: 1, change: 0, folding: sql.lit(WORDS_FOLDING), refolding: 0, refolded: 0 })
    .onConflict((c) => c.doNothing()),
);

export function* startInstallation(input: { epoch: string }): Operation<void> {
  yield* run(make, input);
  yield* run(takeUpFromStart, {});
  yield* run(refresh, input);
}

export function* readEpoch(): Operation<string> {
  return (yield* row(epoch, {}))?.epoch ?? '';
}

export function* readChange(): Operation<number> {
  return (yield* row(change, {}))?.change ?? 0;
}

export function* readClock(): Operation<number | null> {
  return (yield* row(clock, {}))?.now ?? null;
}
