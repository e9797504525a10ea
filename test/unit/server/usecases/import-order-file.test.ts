import { expect, test } from 'vitest';
import { ORDER_FILE_TRIES_MAX } from '../../../../protocol/wire/limits-of-measures.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { Context } from '../../../../server/usecases/context.ts';
import { importOrderFile } from '../../../../server/usecases/import-order-file.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

/** G9 where the database goes away while a file is read. */

const FILE = 'id,total,currency,at\nA-1,5,EUR,2026-01-01\nA-1,6,EUR,2026-01-01\nA-2,7,EUR,2026-01-01\n';

/** A store that refuses so often before it takes what it is given. */
function open(refusals: number, name = 'StoreUnavailable') {
  const clock = new ManualClock(Date.parse('2026-02-01'));
  const taken: string[][] = [];
  const waits: number[] = [];
  let left = refusals;
  const store = {
    listSettings: async () => [],
    importOrders: async ({ orders }: { orders: { orderId: string; minor: number }[] }) => {
      if (left > 0) {
        left -= 1;
        throw Object.assign(new Error('The database cannot be reached.'), { name });
      }
      taken.push(orders.map(({ orderId, minor }) => `${orderId} ${minor}`));
      return { added: orders.length, changed: 0, same: 0 };
    },
  } as unknown as Store;
  const told = {
    wrong() {},
    stored() {},
    waits(ms: number) {
      waits.push(ms);
      // Once it waits.
      void Promise.resolve().then(() => clock.advance(ms));
    },
  };
  const text = (async function* () {
    yield FILE;
  })();
  const context = { store, clock } as unknown as Context;
  const done = importOrderFile(context, { id: 'site' }, { text, format: 'csv', after: 0 }, told);
  return { done, taken, waits };
}

test('G9 the same rows are tried again, later each time, and none is lost or stored twice', async () => {
  const { done, taken, waits } = open(3);
  expect(await done).toEqual({ added: 3, changed: 0, same: 0, wrong: 0 });
  expect(taken).toEqual([['A-1 500'], ['A-1 600', 'A-2 700']]);
  expect(waits).toEqual([1_000, 2_000, 4_000]);
});

test('G9 it ends after two minutes without a database, and at once with a mistake', async () => {
  const gone = open(ORDER_FILE_TRIES_MAX);
  await expect(gone.done).rejects.toThrow('cannot be reached');
  expect(gone.waits.reduce((sum, ms) => sum + ms, 0)).toBe(127_000);
  const wrong = open(1, 'TypeError');
  await expect(wrong.done).rejects.toThrow('cannot be reached');
  expect([gone.taken, wrong.taken, wrong.waits]).toEqual([[], [], []]);
});
