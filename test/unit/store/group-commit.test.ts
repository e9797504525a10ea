import { expect, test, vi } from 'vitest';
import { GroupCommit } from '../../../server/store/postgres/group-commit.ts';
import { StoreUnavailable } from '../../../server/store/store.ts';

type Answers = (number | 'held' | undefined)[];

/** Transactions that the test ends. Ten times the number is what a write answers. */
function makeDatabase() {
  const batches: { inputs: readonly number[]; end(answers?: Answers): void; fail(error: unknown): void }[] = [];
  const alone = vi.fn(async (input: number) => input * 10);
  const writes = new GroupCommit<number, number>({
    together: (inputs) =>
      new Promise((resolve, reject) => {
        batches.push({ inputs, end: (answers = inputs.map((one) => one * 10)) => resolve(answers), fail: reject });
      }),
    alone,
  });
  const begun = (count: number) => vi.waitFor(() => expect(batches).toHaveLength(count), 60_000);
  return { batches, alone, writes, begun };
}

test('S1 those of one turn share a transaction, and so do all that come while it is under way', async () => {
  const { batches, writes, begun } = makeDatabase();
  const first = Promise.all([1, 2, 3].map((input) => writes.add(input)));
  await begun(1);
  const second = Promise.all([4, 5].map((input) => writes.add(input)));
  batches[0]?.end();
  expect(await first).toEqual([10, 20, 30]);
  await begun(2);
  batches[1]?.end();
  expect(await second).toEqual([40, 50]);
  expect(batches.map((batch) => batch.inputs)).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test('S4 what is held goes into the next transaction, before those who came later', async () => {
  const { batches, alone, writes, begun } = makeDatabase();
  const written = [1, 2, 3].map((input) => writes.add(input));
  await begun(1);
  written.push(writes.add(4));
  batches[0]?.end([10, 'held', 'held']);
  await begun(2);
  expect(batches[1]?.inputs).toEqual([2, 3, 4]);
  batches[1]?.end();
  expect(await Promise.all(written)).toEqual([10, 20, 30, 40]);
  expect(alone).not.toHaveBeenCalled();
});

test('what stays held waits by itself in the end, and holds up nobody', async () => {
  const { batches, alone, writes, begun } = makeDatabase();
  const held = writes.add(1);
  for (let round = 1; alone.mock.calls.length === 0; round += 1) {
    await vi.waitFor(() => expect(batches.length >= round || alone.mock.calls.length > 0).toBe(true), 60_000);
    batches[round - 1]?.end(['held']);
    expect(round).toBeLessThan(100);
  }
  expect(await held).toBe(10);
  const tries = batches.length;
  const next = writes.add(2);
  await begun(tries + 1);
  batches.at(-1)?.end();
  expect(await next).toBe(20);
});

test('S1 where a transaction fails for a mistake, each is tried alone; where the database is gone, all are told', async () => {
  const { batches, alone, writes, begun } = makeDatabase();
  const written = Promise.all([1, 2].map((input) => writes.add(input)));
  await begun(1);
  batches[0]?.fail(new TypeError('A mistake.'));
  expect(await written).toEqual([10, 20]);
  expect(alone).toHaveBeenCalledTimes(2);
  const lost = Promise.allSettled([3, 4].map((input) => writes.add(input)));
  await begun(2);
  batches[1]?.fail(new StoreUnavailable('Gone.'));
  expect(await lost).toMatchObject([
    { reason: { name: 'StoreUnavailable' } },
    { reason: { name: 'StoreUnavailable' } },
  ]);
  expect(alone).toHaveBeenCalledTimes(2);
});
