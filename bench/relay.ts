import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleParts } from './kit/bundle.ts';
import { makeFolder, removeFolder } from './kit/folder.ts';
import { type Part, startPart } from './kit/pinned-process.ts';
import { printResult, printTable } from './kit/print.ts';
import type { Memory } from './kit/read-process.ts';
import type { LoadOrder, LoadResult, Stage } from './kit/stage.ts';
import { median, spread } from './kit/stats.ts';
import { summariseProfile } from './kit/summarise-profile.ts';

export interface RelaySize {
  visitors: number;
  agents: number;
  rounds: number;
  roundMs: number;
  stored: number[];
  idleVisitors: number;
  memoryRounds: number;
}

export const FULL: RelaySize = {
  visitors: 200,
  agents: 10,
  rounds: 5,
  roundMs: 3_000,
  stored: [1_000, 1_000_000],
  idleVisitors: 5_000,
  memoryRounds: 3,
};
export const SMOKE: RelaySize = {
  visitors: 20,
  agents: 2,
  rounds: 1,
  roundMs: 200,
  stored: [200],
  idleVisitors: 50,
  memoryRounds: 1,
};

const [RELAY_CORE, LOAD_CORE] = [0, 1];
const QUIET_PER_SECOND = 500;

type Kind = Stage['kind'];
const KINDS: Kind[] = ['bare', 'deskbell'];

interface Pair {
  relay: Part;
  load: Part;
  stage: Stage;
}

type FileOf = (part: string) => string;

async function openPair(
  kind: Kind,
  size: RelaySize,
  stored: number,
  fileOf: FileOf,
  flags: string[] = [],
): Promise<Pair> {
  const folder = makeFolder();
  const relay = startPart(fileOf(`${kind}-relay`), RELAY_CORE, flags);
  const { visitors, agents } = size;
  const bare = { kind, visitorHeaders: {}, agentHeaders: [], visitorHello: {}, agentHello: {}, visitors, agents };
  const said = await relay.ask<Partial<Stage>>('start', { folder, stored, visitors, agents });
  const load = startPart(fileOf('load'), LOAD_CORE);
  const end = relay.end;
  relay.end = async () => {
    await end();
    removeFolder(folder);
  };
  return { relay, load, stage: { ...bare, ...said } as Stage };
}

async function closePair({ relay, load }: Pair): Promise<void> {
  await load.end();
  await relay.end();
}

/** What one run showed, and the processor time that the relay spent on it. */
type RunResult = LoadResult & { cpuMicrosEach: number };
type Results = Record<Kind, RunResult[]>;

/** A B A B: what drifts on the machine meets both. */
async function alternate(
  pairs: Record<Kind, Pair>,
  rounds: number,
  order: (kind: Kind) => LoadOrder,
): Promise<Results> {
  const results: Results = { bare: [], deskbell: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) results[kind].push(await runOnce(pairs[kind], order(kind)));
  }
  return results;
}

async function runOnce({ relay, load }: Pair, order: LoadOrder): Promise<RunResult> {
  const before = await relay.ask<number>('cpu');
  const result = await load.ask<LoadResult>('run', order);
  const spent = (await relay.ask<number>('cpu')) - before;
  return { ...result, cpuMicrosEach: spent / result.delivered };
}

async function measureSpeed(size: RelaySize, stored: number, fileOf: FileOf): Promise<void> {
  const pairs = {
    bare: await openPair('bare', size, stored, fileOf),
    deskbell: await openPair('deskbell', size, stored, fileOf),
  };
  try {
    for (const kind of KINDS) await pairs[kind].load.ask('start', pairs[kind].stage);
    await alternate(pairs, 1, () => ({ kind: 'flood', ms: size.roundMs / 2 }));
    const flood = await alternate(pairs, size.rounds, () => ({ kind: 'flood', ms: size.roundMs }));
    const full = (kind: Kind) => median(flood[kind].map((result) => result.perSecond));
    const paced = (perSecond: (kind: Kind) => number) =>
      alternate(pairs, size.rounds, (kind) => ({ kind: 'paced', ms: size.roundMs, perSecond: perSecond(kind) }));
    const half = await paced((kind) => full(kind) / 2);
    const quiet = await paced(() => QUIET_PER_SECOND);
    tellSpeed(stored, flood, half, quiet);
  } finally {
    for (const kind of KINDS) await closePair(pairs[kind]);
  }
}

function tellSpeed(stored: number, flood: Results, half: Results, quiet: Results): void {
  const rates = (kind: Kind) => flood[kind].map((result) => result.perSecond);
  const ratios = rates('deskbell').map((rate, round) => rate / (rates('bare')[round] || Number.NaN));
  const times = (results: LoadResult[]) =>
    `${spread(results.map((one) => one.p50Ms))} / ${spread(results.map((one) => one.p99Ms))}`;
  const rows = KINDS.map((kind) => [
    kind === 'bare' ? 'bare Socket.IO' : 'Deskbell, SQLite FULL',
    spread(rates(kind), 0),
    kind === 'bare' ? '1' : spread(ratios),
    spread(
      flood[kind].map((result) => result.cpuMicrosEach),
      0,
    ),
    times(half[kind]),
    times(quiet[kind]),
  ]);
  const head = ['', 'messages/s', 'of bare', 'CPU µs each', 'p50 / p99 ms at half its rate', 'p50 / p99 ms at 500/s'];
  printTable(`Relay, visitor to agent, ${stored.toLocaleString('en')} messages stored before`, head, rows);
  printResult('relay', { stored, ratio: median(ratios), ratios, flood, half, quiet });
  const refused = [...flood.deskbell, ...half.deskbell, ...quiet.deskbell].reduce((sum, one) => sum + one.refused, 0);
  if (refused > 0) throw new Error(`${refused} messages were refused: these figures mean nothing.`);
}

async function measureMemory(size: RelaySize, stored: number, fileOf: FileOf): Promise<void> {
  const each: Record<Kind, number[]> = { bare: [], deskbell: [] };
  const heap: Record<Kind, number[]> = { bare: [], deskbell: [] };
  const took: Record<Kind, number[]> = { bare: [], deskbell: [] };
  for (let round = 0; round < size.memoryRounds; round++) {
    for (const kind of KINDS) {
      const pair = await openPair(kind, size, stored, fileOf);
      try {
        const count = size.idleVisitors;
        // What the first connections make the process load is not theirs.
        await pair.load.ask('idle', { stage: pair.stage, count: Math.ceil(count / 10) });
        const before = await pair.relay.ask<Memory>('memory');
        const { tookMs } = await pair.load.ask<{ tookMs: number }>('idle', { stage: pair.stage, count });
        const after = await pair.relay.ask<Memory>('memory');
        each[kind].push((after.rssBytes - before.rssBytes) / count / 1024);
        heap[kind].push((after.heapBytes - before.heapBytes) / count / 1024);
        took[kind].push(tookMs / 1000);
      } finally {
        await closePair(pair);
      }
    }
  }
  const rows = KINDS.map((kind) => [
    kind === 'bare' ? 'bare Socket.IO' : 'Deskbell',
    spread(each[kind], 1),
    spread(heap[kind], 1),
    spread(took[kind], 1),
  ]);
  const title = `${size.idleVisitors.toLocaleString('en')} idle visitors, ${stored.toLocaleString('en')} messages stored`;
  printTable(title, ['', 'KB each (RSS)', 'KB each (heap)', 'connected in s'], rows);
  printResult('memory', { stored, idleVisitors: size.idleVisitors, rssKb: each, heapKb: heap, connectSeconds: took });
}

/** Where the time goes: one flood with Node's own profiler, the busiest functions by their own time. */
export async function profileRelay(size: RelaySize, stored: number): Promise<void> {
  const fileOf = await bundleRelayParts();
  const folder = makeFolder();
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-name=relay.cpuprofile'];
  const pair = await openPair('deskbell', size, stored, fileOf, flags);
  await pair.load.ask('start', pair.stage);
  const result = await pair.load.ask<LoadResult>('run', { kind: 'flood', ms: size.roundMs * 2 });
  await closePair(pair);
  const rows = summariseProfile(readFileSync(join(folder, 'relay.cpuprofile'), 'utf8'), 45);
  printTable(`Profile at ${Math.round(result.perSecond)} messages/s`, ['share', 'function', 'where'], rows);
  removeFolder(folder);
}

function bundleRelayParts(): Promise<FileOf> {
  return bundleParts(['bare-relay', 'deskbell-relay', 'load']);
}

export async function benchRelay(size: RelaySize): Promise<void> {
  const fileOf = await bundleRelayParts();
  for (const stored of size.stored) {
    await measureSpeed(size, stored, fileOf);
    await measureMemory(size, stored, fileOf);
  }
}
