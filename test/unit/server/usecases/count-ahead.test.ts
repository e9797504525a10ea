import { describe, expect, it } from 'vitest';
import { FACT_PACKS_WARM_EACH_LOOK, MEASURES_EXACT_MAX } from '../../../../protocol/wire/limits.ts';
import { BUSINESS_PREPARE_MS, FACT_RUN_PACKS } from '../../../../protocol/wire/limits-of-measures.ts';
import type { Question, Split } from '../../../../protocol/wire/measures.ts';
import { toColumns } from '../../../../server/domain/measures/columns.ts';
import type { FactOrder } from '../../../../server/domain/measures/fact-order.ts';
import { FactShelf } from '../../../../server/domain/measures/fact-shelf.ts';
import { FactWork } from '../../../../server/domain/measures/fact-work.ts';
import { KeptParts } from '../../../../server/domain/measures/kept-parts.ts';
import { packColumns } from '../../../../server/domain/measures/pack-columns.ts';
import { countAhead } from '../../../../server/usecases/count-ahead.ts';
import type { FactsContext } from '../../../../server/usecases/read-columns.ts';
import { createFactWorker } from '../../../../server/workers/fact-worker.ts';

const NOW = Date.UTC(2026, 0, 10);
const empty = packColumns(toColumns([]));
const linesOf = (count: number, waits = MEASURES_EXACT_MAX) =>
  Array.from({ length: count }, (_, number) => ({
    ...{ number, stamp: `stamp-${number}`, change: number, openedFrom: 0, openedTo: 1, episodes: 1, waits },
  }));

/** A place where reports are worked out that keeps no packs: what it does not lack was counted before. */
function openDesk() {
  const memory = { shelf: new FactShelf(0), kept: new KeptParts(2 ** 24) };
  const orders: FactOrder[] = [];
  const lacks = (order: FactOrder) => {
    orders.push(order);
    const work = new FactWork(memory, order);
    const lacking = [...work.lacks];
    for (const number of lacking) work.give(number, { stamp: `stamp-${number}`, columns: empty });
    work.part();
    return lacking;
  };
  const context = {
    store: { listSettings: async () => [] },
    clock: { now: () => NOW },
    facts: { answer: async (order: FactOrder) => lacks(order) },
  } as unknown as FactsContext;
  return { context, orders, lacks };
}

async function countAll(context: FactsContext, lines: ReturnType<typeof linesOf>): Promise<number> {
  let next = 0;
  while (await countAhead(context, lines, next)) next += 1;
  return next;
}

describe('counting ahead', () => {
  const question: Question = { from: 0, to: NOW, zone: 'Europe/Lisbon', clock: 'calendar' };
  const settled = linesOf(FACT_RUN_PACKS);
  const packs = settled.map(({ number, stamp }) => ({ number, stamp, skipped: [], isWhole: true })).reverse();
  const ask = (split: Split, asked: Partial<Question> = {}): FactOrder => ({
    name: 'split',
    task: { question: { ...question, ...asked }, split, wall: [], withHours: false, isExact: false, now: NOW },
    ...{ packs, live: [] },
  });

  it('N12 of full runs only, and a report of any zone and period finds it counted', async () => {
    const { context, orders, lacks } = openDesk();
    expect(await countAll(context, linesOf(FACT_RUN_PACKS + 5))).toBeGreaterThan(10);
    expect(new Set(orders.flatMap((order) => order.packs.map(({ number }) => number))).size).toBe(FACT_RUN_PACKS);
    for (const split of ['agent', 'page', 'segment'] as const) expect(lacks(ask(split))).toEqual([]);
    expect(lacks(ask('agent', { zone: 'Asia/Kolkata', from: 5 }))).toEqual([]);
  });

  it('N12 what the wall clock decides, or a filter, is counted when it is asked for, for its own zone', async () => {
    const { context, lacks } = openDesk();
    await countAll(context, linesOf(FACT_RUN_PACKS + 1));
    for (const order of [ask('hour'), ask('agent', { weekday: '1' }), ask('agent', { language: 'en' })]) {
      expect(lacks(order)).toHaveLength(FACT_RUN_PACKS);
      expect(lacks(order)).toEqual([]);
    }
    expect(lacks(ask('hour', { zone: 'Asia/Kolkata' }))).toHaveLength(FACT_RUN_PACKS);
    expect(lacks(ask('agent', { weekday: '1', zone: 'Asia/Kolkata' }))).toHaveLength(FACT_RUN_PACKS);
  });

  it('N12 after a start: packs are fetched, then each look counts one question; all of them again when a full run changed', async () => {
    const { context, orders } = openDesk();
    let lines = linesOf(FACT_RUN_PACKS + 1);
    let due: { number: number; change: number }[] = [];
    const store = {
      readFactState: async () => ({ change: -1 }),
      readChange: async () => 0,
      setFactState: async () => {},
      listChangedPacks: async () => due,
      listPacks: async () => lines,
      listSettings: async () => [],
      listClosed: async () => [],
      keepPack: async ({ number }: { number: number }) => {
        lines = lines.map((line) => (line.number === number ? { ...line, stamp: 'another' } : line));
      },
    };
    const failures: unknown[] = [];
    const onFailure = (_task: string, error: unknown) => failures.push(error);
    const worker = createFactWorker({ context: { ...context, store, ids: { hash: () => '' } } as never, onFailure });
    const looks = Math.ceil(lines.length / FACT_PACKS_WARM_EACH_LOOK);
    for (let look = 0; look < looks + 20; look += 1) await worker.look();
    expect(failures).toEqual([]);
    const names = orders.map(({ name }) => name);
    expect(names.slice(0, looks)).toEqual(new Array(looks).fill('prepare'));
    expect(names.slice(looks, looks + 2)).toEqual(['summary', 'split']);
    const first = orders.length;
    expect(first).toBeLessThan(looks + 20);
    // A young pack is none of a full run: it is fetched, and nothing is counted for it. One of a full run is.
    for (const [changed, counted] of [
      [FACT_RUN_PACKS, 0],
      [3, first - looks],
    ] as const) {
      const before = orders.length;
      due = [{ number: changed, change: Number.MAX_SAFE_INTEGER }];
      await worker.look();
      due = [];
      for (let look = 0; look < 20; look += 1) await worker.look();
      expect(orders.slice(before).filter(({ name }) => name !== 'prepare')).toHaveLength(counted);
    }
  });

  it('G8 when all packs are at hand the process of business is asked to prepare, once a minute, and nobody waits for it', async () => {
    const { context } = openDesk();
    const lines = linesOf(2);
    const store = {
      readFactState: async () => ({ change: 0 }),
      readChange: async () => 0,
      listPacks: async () => lines,
      listSettings: async () => [],
    };
    const asked: number[] = [];
    let [now, fails] = [1_000_000, false];
    const business = {
      async prepare(at: number) {
        asked.push(at);
        if (fails) throw new Error('It did not.');
      },
    };
    const failures: string[] = [];
    const onFailure = (task: string) => failures.push(task);
    const clock = { ...context.clock, now: () => now };
    const worker = createFactWorker({ context: { ...context, clock, store, business } as never, onFailure });
    for (let look = 0; look < 5; look += 1) await worker.look();
    expect(asked).toEqual([1_000_000]);
    now += BUSINESS_PREPARE_MS - 1;
    await worker.look();
    expect(asked).toHaveLength(1);
    now += 1;
    fails = true;
    await worker.look();
    await worker.look();
    expect(asked).toEqual([1_000_000, now]);
    expect(failures).toEqual(['business:prepare']);
  });

  it('N12 nothing where there is no full run, or so little that it is counted exactly', async () => {
    const { context, orders } = openDesk();
    expect(await countAll(context, linesOf(FACT_RUN_PACKS))).toBe(0);
    expect(await countAll(context, [])).toBe(0);
    expect(await countAll(context, linesOf(FACT_RUN_PACKS * 2, 0))).toBe(0);
    expect(orders).toEqual([]);
  });
});
