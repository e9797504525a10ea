import { removeFolder } from '../../test/support/remove-folder.ts';
import { bundleParts } from './bundle.ts';
import { makeFolder } from './folder.ts';
import { type Part, startPart } from './pinned-process.ts';
import type { LoadOrder, LoadResult, Stage } from './stage.ts';

/** Who plays: the baseline that stores nothing, and the product on each of its databases. */
export type Player = 'bare' | 'sqlite' | 'postgres';

export const NAMES: Record<Player, string> = {
  bare: 'bare Socket.IO',
  sqlite: 'Deskbell, SQLite FULL',
  postgres: 'Deskbell, PostgreSQL',
};

/** A relay on one core and its load on another. */
export interface Pair {
  relay: Part;
  load: Part;
  stage: Stage;
}

export interface PairOrder {
  player: Player;
  visitors: number;
  agents: number;
  stored: number;
  /** A new PostgreSQL database. */
  createDatabase(): Promise<string>;
  /** Node's. */
  flags?: string[];
}

const [RELAY_CORE, LOAD_CORE] = [0, 1];
let bundled: Promise<(part: string) => string> | undefined;

export async function openPair(order: PairOrder): Promise<Pair> {
  const { player, visitors, agents, stored, flags = [] } = order;
  bundled ??= bundleParts(['bare-relay', 'deskbell-relay', 'load']);
  const fileOf = await bundled;
  const kind = player === 'bare' ? 'bare' : 'deskbell';
  const databaseUrl = player === 'postgres' ? await order.createDatabase() : undefined;
  const folder = makeFolder();
  const relay = startPart(fileOf(`${kind}-relay`), RELAY_CORE, flags);
  const bare = { kind, visitorHeaders: {}, agentHeaders: [], visitorHello: {}, agentHello: {}, visitors, agents };
  const said = await relay.ask<Partial<Stage>>('start', { folder, databaseUrl, stored, visitors, agents });
  const load = startPart(fileOf('load'), LOAD_CORE);
  const end = relay.end;
  relay.end = async () => {
    await end();
    removeFolder(folder);
  };
  return { relay, load, stage: { ...bare, ...said } as Stage };
}

export async function closePair({ relay, load }: Pair): Promise<void> {
  await load.end();
  await relay.end();
}

/** What one run showed, and the processor time that the relay spent on it. */
export type RunResult = LoadResult & { cpuMicrosEach: number };

export async function runOnce({ relay, load }: Pair, order: LoadOrder): Promise<RunResult> {
  const before = await relay.ask<number>('cpu');
  const result = await load.ask<LoadResult>('run', order);
  const spent = (await relay.ask<number>('cpu')) - before;
  return { ...result, cpuMicrosEach: spent / result.delivered };
}
