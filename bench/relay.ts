import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../test/support/postgres.ts';
import { removeFolder } from '../test/support/remove-folder.ts';
import { makeFolder } from './kit/folder.ts';
import { closePair, NAMES, openPair, type Pair, type Player, type RunResult, runOnce } from './kit/pair.ts';
import { printResult, printTable } from './kit/print.ts';
import type { RelaySize } from './kit/relay-size.ts';
import type { LoadOrder } from './kit/stage.ts';
import { median, spread } from './kit/stats.ts';
import { summariseProfile } from './kit/summarise-profile.ts';

/** Messages from visitors to agents, as fast as they go and at two steady rates, beside a relay that stores nothing. */

const QUIET_PER_SECOND = 500;

type Results = Map<Player, RunResult[]>;

export async function benchRelay(size: RelaySize): Promise<void> {
  await withPostgres(size, async (createDatabase) => {
    for (const stored of size.stored) {
      for (const store of size.stores) await measureSpeed(size, stored, store, createDatabase);
    }
  });
}

async function measureSpeed(
  size: RelaySize,
  stored: number,
  store: Player,
  createDatabase: () => Promise<string>,
): Promise<void> {
  const { visitors, agents, rounds, roundMs: ms } = size;
  const pairs = new Map<Player, Pair>();
  try {
    for (const player of ['bare', store] as const) {
      const pair = await openPair({ player, visitors, agents, stored, createDatabase });
      pairs.set(player, pair);
      await pair.load.ask('start', pair.stage);
    }
    await alternate(pairs, 1, () => ({ kind: 'flood', ms: ms / 2 }));
    const flood = await alternate(pairs, rounds, () => ({ kind: 'flood', ms }));
    const full = (player: Player) => median(ratesOf(flood, player));
    const half = await alternate(pairs, rounds, (player) => ({ kind: 'paced', ms, perSecond: full(player) / 2 }));
    const quiet = await alternate(pairs, rounds, () => ({ kind: 'paced', ms, perSecond: QUIET_PER_SECOND }));
    tellSpeed(stored, store, { flood, half, quiet });
  } finally {
    for (const pair of pairs.values()) await closePair(pair);
  }
}

/** A B A B: what drifts on the machine meets both. */
async function alternate(
  pairs: ReadonlyMap<Player, Pair>,
  rounds: number,
  order: (player: Player) => LoadOrder,
): Promise<Results> {
  const results: Results = new Map([...pairs.keys()].map((player) => [player, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [player, pair] of pairs) results.get(player)?.push(await runOnce(pair, order(player)));
  }
  return results;
}

function tellSpeed(stored: number, store: Player, all: Record<'flood' | 'half' | 'quiet', Results>): void {
  const { flood, half, quiet } = all;
  const micros = (player: Player) => (flood.get(player) ?? []).map((one) => one.cpuMicrosEach);
  const perRound = (ours: number[], theirs: number[]) => ours.map((value, round) => value / (theirs[round] ?? 0));
  const ratios = perRound(ratesOf(flood, store), ratesOf(flood, 'bare'));
  const cpuRatios = perRound(micros('bare'), micros(store));
  const times = (results: Results, player: Player) => {
    const found = results.get(player) ?? [];
    return `${spread(found.map((one) => one.p50Ms))} / ${spread(found.map((one) => one.p99Ms))}`;
  };
  const rows = (['bare', store] as const).map((player) => [
    NAMES[player],
    spread(ratesOf(flood, player), 0),
    player === 'bare' ? '1' : spread(ratios),
    spread(micros(player), 0),
    player === 'bare' ? '1' : spread(cpuRatios),
    times(half, player),
    times(quiet, player),
  ]);
  const head = ['', 'messages/s', 'of bare', 'CPU µs each', 'of bare', 'p50 / p99 ms at half its rate'];
  const title = `Relay, visitor to agent, ${stored.toLocaleString('en')} messages stored before`;
  printTable(title, [...head, `p50 / p99 ms at ${QUIET_PER_SECOND}/s`], rows);
  const lists = Object.fromEntries(Object.entries(all).map(([name, results]) => [name, Object.fromEntries(results)]));
  printResult('relay', { stored, store, ratio: median(ratios), ratios, cpuRatios, ...lists });
  const refused = Object.values(all).flatMap((results) => results.get(store) ?? []);
  const count = refused.reduce((sum, one) => sum + one.refused, 0);
  if (count > 0) throw new Error(`${count} messages were refused: these figures mean nothing.`);
}

function ratesOf(results: Results, player: Player): number[] {
  return (results.get(player) ?? []).map((one) => one.perSecond);
}

/** Where the time goes: one flood with Node's own profiler, the busiest functions by their own time. */
export async function profileRelay(size: RelaySize): Promise<void> {
  const { visitors, agents, stored: sizes, stores } = size;
  const folder = makeFolder();
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-name=relay.cpuprofile'];
  await withPostgres(size, async (createDatabase) => {
    const [player = 'sqlite', stored = 0] = [stores[0], sizes[0]];
    const pair = await openPair({ player, visitors, agents, stored, createDatabase, flags });
    await pair.load.ask('start', pair.stage);
    const result = await runOnce(pair, { kind: 'flood', ms: size.roundMs * 2 });
    await closePair(pair);
    const rows = summariseProfile(readFileSync(join(folder, 'relay.cpuprofile'), 'utf8'), 45);
    printTable(`Profile at ${Math.round(result.perSecond)} messages/s`, ['share', 'function', 'where'], rows);
  });
  removeFolder(folder);
}

/** A server of its own, as it is delivered: it waits for the disk, but where no time is judged. */
async function withPostgres(
  { stores, durable }: RelaySize,
  work: (createDatabase: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const folder = makeFolder({ readable: true });
  let server: TestPostgres | undefined;
  if (stores.includes('postgres')) server = await startPostgres({ parent: folder, durable });
  try {
    await work(() => (server ? server.createDatabase() : Promise.reject(new Error('PostgreSQL was not started.'))));
  } finally {
    await server?.stop();
    removeFolder(folder);
  }
}
