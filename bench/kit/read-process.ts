import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Memory {
  rssBytes: number;
  heapBytes: number;
}

/** After a full collection, so that two readings can be compared. */
export function readMemory(): Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round++) collect();
  const { rss, heapUsed } = process.memoryUsage();
  return { rssBytes: rss, heapBytes: heapUsed };
}

/** Processor time of this process so far, µs. Unlike a rate, it does not suffer from neighbours. */
export function readCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
