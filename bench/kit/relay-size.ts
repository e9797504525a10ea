import type { Player } from './pair.ts';

export interface RelaySize {
  visitors: number;
  agents: number;
  rounds: number;
  roundMs: number;
  stored: number[];
  stores: Exclude<Player, 'bare'>[];
  idleVisitors: number;
  memoryRounds: number;
  /** Whether PostgreSQL waits for the disk, as in life. Where no time is judged, a slow disk is none of a bench's matter. */
  durable: boolean;
}

export const FULL: RelaySize = {
  visitors: 200,
  agents: 10,
  rounds: 5,
  roundMs: 3_000,
  stored: [1_000, 1_000_000],
  stores: ['sqlite', 'postgres'],
  idleVisitors: 5_000,
  memoryRounds: 3,
  durable: true,
};
export const SMOKE: RelaySize = {
  visitors: 20,
  agents: 2,
  rounds: 1,
  roundMs: 200,
  // Enough that some of it are copies.
  stored: [1_100],
  stores: ['sqlite', 'postgres'],
  idleVisitors: 50,
  memoryRounds: 1,
  durable: false,
};
