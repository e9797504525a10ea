import { StoreUnavailable } from '../store.ts';

/** Two writers met; the one that was sent back runs once more. */
const AGAIN = new Set(['40001', '40P01']);
/** Classes of SQLSTATE that speak of the moment or the machine: connection, state, resources, locks, operator, system. */
const UNAVAILABLE_CLASSES = new Set(['08', '25', '53', '55', '57', '58']);

export function isWorthAnotherTry(error: unknown): boolean {
  return AGAIN.has(sqlState(error) ?? '');
}

/** Errors of the connection itself carry no SQLSTATE: refused, reset, ended, timed out. The connection is of no use then. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P');
}

/** S2, for an error of the driver: without SQL. A mistake of the program stays as it is. */
export function toStoreError(error: unknown): unknown {
  const state = sqlState(error);
  if (state === undefined) return new StoreUnavailable('The database cannot be reached.');
  if (AGAIN.has(state)) return new StoreUnavailable('Too many writes wait for the same rows.');
  if (UNAVAILABLE_CLASSES.has(state.slice(0, 2))) {
    return new StoreUnavailable(`The database cannot be used now (${state}).`);
  }
  return error;
}

/** A connection that was not made, with the server's reason where it gave one: it holds no SQL yet. */
export function toConnectError(error: unknown): StoreUnavailable {
  const why = sqlState(error) ? `: ${(error as Error).message}` : '';
  return new StoreUnavailable(`The database cannot be reached${why}.`);
}

function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
