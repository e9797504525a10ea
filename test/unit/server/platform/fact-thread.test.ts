// @vitest-environment node
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import { FACT_RUN_PACKS } from '../../../../protocol/wire/limits-of-measures.ts';
import { DAY_MS } from '../../../../server/domain/hours/civil.ts';
import { type FactThreads, openFactThreads } from '../../../../server/platform/fact-thread.ts';
import type { AgentSubject } from '../../../../server/usecases/context.ts';
import type { FactDesk } from '../../../../server/usecases/fact-desk.ts';
import { listMeasureRows } from '../../../../server/usecases/list-measure-rows.ts';
import { readHistogram } from '../../../../server/usecases/read-histogram.ts';
import { readHeat, readMeasures, readSeries, readSplit } from '../../../../server/usecases/read-measures.ts';
import { rebuildFacts } from '../../../../server/usecases/rebuild-facts.ts';
import { createSharedDesk } from '../../../../server/usecases/share-report.ts';
import { planHistory } from '../../../support/history-plan.ts';
import { LiveHistory } from '../../../support/live-history.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { buildPart } from '../../../support/part-file.ts';
import { openTestContext } from '../../../support/test-context.ts';

const BEGIN = Date.UTC(2026, 9, 20);
const NOW = BEGIN + 10 * DAY_MS;
const question = { from: BEGIN, to: NOW, zone: 'Europe/Berlin', clock: 'calendar' } as const;
const nobody = {} as AgentSubject;

let threads: FactThreads;
let thread: FactDesk;
const started: Worker[] = [];
let file: string;
beforeAll(async () => {
  file = await buildPart('fact-thread');
  threads = openFactThreads({ file, threads: 3, onStart: (worker) => started.push(worker) });
  thread = createSharedDesk(threads);
});
afterAll(async () => {
  await threads.close();
  rmSync(dirname(file), { recursive: true });
});

describe('reports in a thread of their own', () => {
  test('N11 say what they say without it, packed or not, and again from what the thread kept', async () => {
    const context = await openTestContext(new ManualClock(NOW));
    const plan = planHistory(seededRandom(205), { conversations: 40, from: BEGIN, to: NOW });
    await new LiveHistory(context.store, plan).happen();
    let reads = 0;
    const readPack = context.store.readPack.bind(context.store);
    const store = Object.assign(Object.create(context.store), {
      readPack(number: number) {
        reads += 1;
        return readPack(number);
      },
    });
    const beside = { ...context, store, facts: thread };
    const reports = [
      (one: typeof context) => readMeasures(one, nobody, { question, against: null }),
      (one: typeof context) => readSplit(one, nobody, { question, split: 'agent' }),
      (one: typeof context) => readSplit(one, nobody, { question, split: 'segment' }),
      (one: typeof context) => readHeat(one, nobody, question),
      (one: typeof context) => readSeries(one, nobody, { question, by: 'day' }),
      (one: typeof context) => listMeasureRows(one, nobody, { question, of: 'missed', cursor: null }),
    ];
    for (const isPacked of [false, true]) {
      if (isPacked) await rebuildFacts(context, { begin() {}, made() {} });
      for (const report of reports) expect(await report(beside)).toEqual(await report(context));
    }
    // One pack, read once for all of them.
    expect(reads).toBe(1);
    await context.close();
  });

  test('N11 a report that fails says so, and the next one is worked out', async () => {
    const order = {
      name: 'summary',
      task: null as never,
      packs: [{ number: 1, stamp: 'x', skipped: [], isWhole: true }],
      live: [],
    } as const;
    const readPack = async () => ({ stamp: 'x', columns: new Uint8Array(16) });
    await expect(thread.answer(order, readPack)).rejects.toThrow('not worked out');
    const nothing = { name: 'prepare', task: { now: 0 }, packs: [], live: [] } as const;
    await expect(thread.answer(nothing, async () => null)).resolves.toBeNull();
    await expect(
      thread.answer({ ...nothing, packs: order.packs }, async () => {
        throw new Error('The database is gone.');
      }),
    ).rejects.toThrow('The database is gone.');
  });

  test('N12 packs are shared between threads, and what was counted of them is kept: the same figures, and nothing is read again', async () => {
    const context = await openTestContext(new ManualClock(NOW + 30 * DAY_MS));
    const plan = planHistory(seededRandom(252), { conversations: 40, from: BEGIN, to: NOW });
    await new LiveHistory(context.store, plan).happen();
    await rebuildFacts(context, { begin() {}, made() {} });
    // As if they were three packs, in three runs, each of them another thread's.
    const numbers = [0, 1, 2].map((run) => run * FACT_RUN_PACKS);
    const one = await context.store.readPack(0);
    const [line] = await context.store.listPacks();
    if (!one || !line) throw new Error('Nothing was packed.');
    for (const number of numbers.slice(1)) await context.store.keepPack({ ...line, number, ...one, contacts: one });
    const reads: number[] = [];
    const store = Object.assign(Object.create(context.store), {
      readPack(number: number) {
        reads.push(number);
        return context.store.readPack(number);
      },
    });
    const beside = { ...context, store, facts: thread };
    const part = { ...question, from: line.openedFrom + DAY_MS, to: line.openedTo - DAY_MS };
    const asked = [question, part, { ...question, language: 'de' }];
    const reports = asked.flatMap((question) => [
      (one: typeof context) => readMeasures(one, nobody, { question, against: { from: BEGIN, to: BEGIN + DAY_MS } }),
      ...(['agent', 'segment', 'day'] as const).map(
        (split) => (one: typeof context) => readSplit(one, nobody, { question, split }),
      ),
      (one: typeof context) => readHeat(one, nobody, question),
      (one: typeof context) => readHistogram(one, nobody, { question, of: 'response' }),
      (one: typeof context) => listMeasureRows(one, nobody, { question, of: 'missed', cursor: null }),
    ]);
    for (const report of [...reports, ...reports]) {
      // Without threads, and without anything that was kept from another report.
      const fresh = { ...context, store: Object.create(context.store) };
      expect(await report(beside)).toEqual(await report(fresh));
    }
    expect(reads.sort((a, b) => a - b)).toEqual(numbers);
    expect(started.length).toBe(3);
    await context.close();
  });

  test('N12 what a thread had under way when it died is done again by another', async () => {
    const packs = [{ number: 5, stamp: 'z', skipped: [], isWhole: true }];
    const order = { name: 'prepare', task: { now: 0 }, packs, live: [] } as const;
    let reads = 0;
    const answer = thread.answer(order, async () => {
      reads += 1;
      if (reads === 1) await started[0]?.terminate();
      return null;
    });
    await expect(answer).resolves.toBeNull();
    expect(reads).toBe(2);
    expect(started.length).toBe(4);
  });

  test('N11 a thread that ended is replaced, and who waited for it is told', async () => {
    const pending = thread.answer(
      { name: 'prepare', task: { now: 0 }, packs: [{ number: 9, stamp: 'y', skipped: [], isWhole: true }], live: [] },
      () => new Promise(() => {}),
    );
    const told = expect(pending).rejects.toThrow('ending');
    await threads.close();
    await told;
    await expect(
      thread.answer({ name: 'prepare', task: { now: 0 }, packs: [], live: [] }, async () => null),
    ).resolves.toBeNull();
  });
});
