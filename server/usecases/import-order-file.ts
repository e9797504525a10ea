import type { ImportResult } from '../../protocol/wire/business.ts';
import { IMPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { ORDER_FILE_TRIES_MAX, ORDER_FILE_WAIT_MS } from '../../protocol/wire/limits-of-measures.ts';
import { type CutRow, createCsvCutter, createLinesCutter } from '../domain/business/cut-file.ts';
import { type FaultOf, isFault, type OrderSaid, readOrder } from '../domain/business/read-order.ts';
import type { Context } from './context.ts';
import type { ImportSite } from './import-orders.ts';
import { namedSince } from './keeping.ts';

export interface OrderFile {
  /** Its letters, a piece at a time; the next piece is taken only when this one is stored. */
  text: AsyncIterable<string>;
  format: 'csv' | 'lines';
  /** Rows that begin on this line or before are left out: they are stored. */
  after: number;
}

export type LineFault = FaultOf & { line: number };

export interface FileTold {
  /** All rows that begin on this line or before are stored, or were named as wrong. */
  stored(at: { line: number } & FileResult): void;
  wrong(fault: LineFault): void;
  /** The database cannot be reached; the same rows are tried again in so long. */
  waits(ms: number): void;
}

export interface FileResult extends ImportResult {
  wrong: number;
}

const NEEDED = ['id', 'total', 'currency', 'at'];
const SAY_AT = 'Set at to when it was ordered: read again, a row without it would be another order.';

type Dated = OrderSaid & { at: number };

/**
 * G9: the orders of a file of any length, IMPORT_ROWS_MAX in each transaction. Wrong rows are named and left out. What is stored stays, so a file that
 * ended half-way goes on behind the line that was said last, or is read again as a whole: what is there already changes nothing.
 */
export async function importOrderFile(
  context: Pick<Context, 'store' | 'clock'>,
  site: Pick<ImportSite, 'id'>,
  { text, format, after }: OrderFile,
  told: FileTold,
): Promise<FileResult | { hint: string }> {
  const cutter = format === 'csv' ? createCsvCutter(NEEDED) : createLinesCutter();
  const batch = createBatch(context, site, told);
  for await (const piece of text) {
    const rows = cutter.push(piece);
    if (!Array.isArray(rows)) return rows;
    for (const row of rows) if (row.line > after) await batch.take(row);
  }
  const last = cutter.end();
  if (!Array.isArray(last)) return last;
  for (const row of last) if (row.line > after) await batch.take(row);
  return batch.end();
}

function createBatch(
  context: Pick<Context, 'store' | 'clock'>,
  { id: siteId }: Pick<ImportSite, 'id'>,
  told: FileTold,
) {
  const result: FileResult = { added: 0, changed: 0, same: 0, wrong: 0 };
  const orders = new Map<string, Dated>();
  let line = 0;

  async function write() {
    const at = context.clock.now();
    // A rule that an owner sets meanwhile holds from the next rows on (G7).
    const since = await namedSince(context, siteId, at);
    return context.store.importOrders({ siteId, orders: [...orders.values()], at, namedSince: since });
  }

  async function store(): Promise<void> {
    if (orders.size > 0) {
      const { added, changed, same } = await patiently(context, told, write);
      orders.clear();
      result.added += added;
      result.changed += changed;
      result.same += same;
    }
    told.stored({ line, ...result });
  }

  return {
    async take(row: CutRow): Promise<void> {
      const read = 'fields' in row ? dated(readOrder(row.fields, context.clock.now())) : row;
      // Of two rows with one number the later counts, as if each were a file of its own.
      if (!isFault(read) && orders.has(read.orderId)) await store();
      line = row.line;
      if (isFault(read)) {
        result.wrong += 1;
        told.wrong({ line, field: read.field, hint: read.hint });
      } else orders.set(read.orderId, read);
      if (orders.size >= IMPORT_ROWS_MAX) await store();
    },
    async end(): Promise<FileResult> {
      await store();
      return result;
    },
  };
}

/** Rows that were stored though nobody heard of it are found to be the same. */
async function patiently<T>({ clock }: Pick<Context, 'clock'>, told: FileTold, write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if ((error as Error).name !== 'StoreUnavailable' || tries === ORDER_FILE_TRIES_MAX) throw error;
      const waitMs = ORDER_FILE_WAIT_MS * 2 ** (tries - 1);
      told.waits(waitMs);
      await new Promise<void>((resolve) => clock.after(waitMs, resolve));
    }
  }
}

function dated(read: OrderSaid | FaultOf): Dated | FaultOf {
  if (isFault(read)) return read;
  return read.at === null ? { field: 'at', hint: SAY_AT } : { ...read, at: read.at };
}
