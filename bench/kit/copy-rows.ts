import { closeSync, fsyncSync, openSync } from 'node:fs';
import pg from 'pg';
import { openDatabase } from '../../server/store/sqlite/driver.ts';

/**
 * Makes much out of little inside the database: every conversation that the store wrote, again and again under other
 * names. A million messages take seconds this way and, written by the store, minutes.
 */

type Dialect = 'sqlite' | 'postgres';

/** What is copied, in the order of references, and which columns of a copy differ. */
export type CopyPlan = Record<string, Record<string, string>>;

/** The number of a copy, first in each name, so that indexes grow at their ends as in life. */
export const named = (column: string) => `(100000 + copy.n) || '-' || ${column}`;
export const numbered = (column: string) => `${column} + copy.n * size.conversations`;
export const PLAIN_COPIES: CopyPlan = {
  visitor: { id: named('id'), token_hash: named('token_hash') },
  conversation: {
    no: numbered('no'),
    id: named('id'),
    visitor_id: named('visitor_id'),
    change: 'change + copy.n * size.changes',
  },
  entry: {
    conversation_no: numbered('conversation_no'),
    author_id: `case when author = 'visitor' then ${named('author_id')} else author_id end`,
    client_id: named('client_id'),
  },
  episode: { conversation_no: numbered('conversation_no') },
  wait: { conversation_no: numbered('conversation_no') },
};

function copyTable(
  plan: CopyPlan,
  table: string,
  columns: readonly string[],
  copies: number,
  dialect: Dialect,
): string[] {
  const values = columns.map((column) => plan[table]?.[column] ?? `"${column}"`);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const given = dialect === 'postgres' && table === 'conversation' ? 'overriding system value' : '';
  return [
    `create temp table template as select * from ${table}`,
    `with recursive copy(n) as (select 1 union all select n + 1 from copy where n < ${copies})
     insert into ${table} (${names}) ${given}
     select ${values.join(', ')} from copy cross join template cross join size`,
    'drop table template',
  ];
}

const BEFORE = `create temp table size as
  select (select max(no) from conversation) as conversations, (select change from installation) as changes`;
const AFTER = 'update installation set change = (select max(change) from conversation)';

/** `after`: what both databases are told at the end. Nobody else may have the file open. Nothing is safe while this runs, and everything is on the disk after it. */
export async function copySqliteRows(
  file: string,
  copies: number,
  plan = PLAIN_COPIES,
  after: readonly string[] = [],
): Promise<void> {
  const db = await openDatabase(file);
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'temp_store = MEMORY', 'cache_size = -400000']) {
    db.exec(`PRAGMA ${pragma}`);
  }
  db.exec('BEGIN');
  db.exec(BEFORE);
  for (const table of Object.keys(plan)) {
    const columns = db.prepare(`select name from pragma_table_info('${table}')`).all() as { name: string }[];
    for (const sql of copyTable(
      plan,
      table,
      columns.map((one) => one.name),
      copies,
      'sqlite',
    ))
      db.exec(sql);
  }
  for (const sql of [AFTER, ...after]) db.exec(sql);
  db.exec('COMMIT');
  db.close();
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

export async function copyPostgresRows(
  url: string,
  copies: number,
  plan = PLAIN_COPIES,
  after: readonly string[] = [],
): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('begin');
  await client.query(BEFORE);
  for (const table of Object.keys(plan)) {
    const columns = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = '${table}' order by ordinal_position`,
    );
    const names = columns.rows.map((one) => one.name);
    for (const sql of copyTable(plan, table, names, copies, 'postgres')) await client.query(sql);
    // The next table's keys point here: with the counts of twenty rows each would be looked for through all of them.
    await client.query(`analyze ${table}`);
  }
  for (const sql of [AFTER, ...after]) await client.query(sql);
  await client.query(`select setval(pg_get_serial_sequence('conversation', 'no'), (select max(no) from conversation))`);
  await client.query('commit');
  // As autovacuum would do after a while; and nothing is left to be written when the measuring begins.
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  await client.end();
}
