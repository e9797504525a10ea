import { join } from 'node:path';
import pg from 'pg';
import { allMigrations } from '../../../server/store/migrations/all-migrations.ts';
import { openDatabase } from '../../../server/store/sqlite/driver.ts';
import type { Checked, Stored } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import { HALF_MIGRATED, heavyMigration } from '../kit/heavy-migration.ts';
import { openPlace, type Place } from '../kit/place.ts';

export interface MigrationResult extends Checked {
  killed: number;
  rowsBefore: number;
  rowsAfter: number;
  halfMigrated: number;
}

/** P38: the relay is killed inside a migration, after its first statement, its second, and so on; then it may finish. */
export async function runMigrationKills(times: number, seed: number, databaseUrl?: string): Promise<MigrationResult> {
  const place = await openPlace(databaseUrl ? { databaseUrl } : {});
  const crowd = new Crowd(place, 'migration', seed);
  try {
    await gather(crowd, place, 3);
    for (let time = 0; time < 20; time += 1) {
      for (const person of crowd.people) person.write();
      await crowd.until('all of it is stored', () => crowd.people.every(({ unsent }) => unsent === 0));
    }
    await crowd.settle();
    const before = await place.readStored();
    await place.relay.stop();
    let killed = 0;
    for (let time = 1; time <= times; time += 1) {
      const death = { MORE_MIGRATIONS: '1', FAILPOINT: `mid_migration:${time}` };
      await place.relay.restart(death).catch(() => {
        killed += 1;
      });
      // What an older program reads there is what was there.
      if (rowsOf(await place.readStored()) !== rowsOf(before)) break;
    }
    await place.relay.restart({ MORE_MIGRATIONS: '1' });
    for (const person of crowd.people) person.write();
    await crowd.until('all of it is stored', () => crowd.people.every(({ unsent }) => unsent === 0));
    place.knowMigrations([...allMigrations, heavyMigration]);
    await crowd.settle();
    const rowsAfter = rowsOf(await place.readStored()) - crowd.people.length;
    const halfMigrated = await countMarked(place, databaseUrl);
    return { ...(await crowd.judge()), killed, rowsBefore: rowsOf(before), rowsAfter, halfMigrated };
  } finally {
    await crowd.close();
    await place.remove();
  }
}

/** Texts that a migration had in its hands and did not finish with. */
async function countMarked(place: Place, databaseUrl?: string): Promise<number> {
  const sql = `select count(*) as count from entry where body like '${HALF_MIGRATED}%'`;
  if (databaseUrl) {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    const found = await client.query<{ count: string }>(sql);
    await client.end();
    return Number(found.rows[0]?.count);
  }
  const db = await openDatabase(join(place.relay.folder, 'deskbell.db'));
  const { count } = db.prepare(sql).get() as { count: number };
  db.close();
  return count;
}

function rowsOf(stored: Stored): number {
  return [...stored.values()].reduce((sum, entries) => sum + entries.length, 0);
}
