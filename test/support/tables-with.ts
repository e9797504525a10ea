import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { StorePlace } from './open-test-store.ts';

/** Where a word stands: SQLite's files byte for byte, or every row of every table of PostgreSQL as text. */
export async function placesWith(place: StorePlace, word: string): Promise<string[]> {
  if (place.databaseUrl === undefined) {
    return readdirSync(place.folder)
      .filter((name) => name.startsWith('deskbell.db'))
      .filter((name) => readFileSync(join(place.folder, name)).includes(word));
  }
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select tablename as name from pg_tables where schemaname = 'public'");
    const found: string[] = [];
    for (const { name } of rows as { name: string }[]) {
      const { rows: hits } = await client.query(`select 1 from "${name}" as t where t::text like $1 limit 1`, [
        `%${word}%`,
      ]);
      if (hits.length > 0) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}
