import { closePair, NAMES, openPair, type Player } from './kit/pair.ts';
import { printResult, printTable } from './kit/print.ts';
import type { Memory } from './kit/read-process.ts';
import type { RelaySize } from './kit/relay-size.ts';
import { spread } from './kit/stats.ts';

/** What visitors cost who are connected and do nothing. The database does not matter to them: SQLite stands for both. */

const PLAYERS = ['bare', 'sqlite'] as const;

interface Cost {
  rssKb: number;
  heapKb: number;
  connectSeconds: number;
}

export async function benchMemory(size: RelaySize): Promise<void> {
  for (const stored of size.stored) {
    const costs: Record<(typeof PLAYERS)[number], Cost[]> = { bare: [], sqlite: [] };
    for (let round = 0; round < size.memoryRounds; round++) {
      for (const player of PLAYERS) costs[player].push(await measureOnce(player, size, stored));
    }
    const rows = PLAYERS.map((player) => [
      NAMES[player],
      ...(['rssKb', 'heapKb', 'connectSeconds'] as const).map((what) =>
        spread(
          costs[player].map((cost) => cost[what]),
          1,
        ),
      ),
    ]);
    const title = `${size.idleVisitors.toLocaleString('en')} idle visitors, ${stored.toLocaleString('en')} messages stored`;
    printTable(title, ['', 'KB each (RSS)', 'KB each (heap)', 'connected in s'], rows);
    printResult('memory', { stored, idleVisitors: size.idleVisitors, costs });
  }
}

async function measureOnce(player: Player, size: RelaySize, stored: number): Promise<Cost> {
  const { visitors, agents, idleVisitors: count } = size;
  const createDatabase = () => Promise.reject(new Error('No PostgreSQL here.'));
  const pair = await openPair({ player, visitors, agents, stored, createDatabase });
  try {
    // What the first connections make the process load is not theirs.
    await pair.load.ask('idle', { stage: pair.stage, count: Math.ceil(count / 10) });
    const before = await pair.relay.ask<Memory>('memory');
    const { tookMs } = await pair.load.ask<{ tookMs: number }>('idle', { stage: pair.stage, count });
    const after = await pair.relay.ask<Memory>('memory');
    return {
      rssKb: (after.rssBytes - before.rssBytes) / count / 1024,
      heapKb: (after.heapBytes - before.heapBytes) / count / 1024,
      connectSeconds: tookMs / 1000,
    };
  } finally {
    await closePair(pair);
  }
}
