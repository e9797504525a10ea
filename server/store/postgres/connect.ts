import pg from 'pg';
import { toConnectError } from './postgres-errors.ts';

const INT8 = 20;
const CONNECTIONS_MAX = 10;
/** A lost database must be noticed within five seconds in all: to connect, then for one statement (ms). */
const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 2_400;
/** The same limit kept by us, for where no answer comes at all. */
const ANSWER_TIMEOUT_MS = 2_500;

/** Instants and counts are whole numbers well below 2^53; the driver would give them as text. */
const types = {
  getTypeParser: ((oid: number, format?: never) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    types,
  });
  // A connection that breaks while nobody asks is dropped by the pool; without listeners it would end the program.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** One connection of its own. For long work, migrations and backups, answers may take any time; otherwise they are `quick`. */
export async function connectAlone(url: string, quick = false): Promise<pg.Client> {
  const limits = quick ? { query_timeout: ANSWER_TIMEOUT_MS } : {};
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types,
    ...limits,
  });
  client.on('error', ignore);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw toConnectError(error);
  }
}

function ignore(): void {}
