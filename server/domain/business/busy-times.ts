import type { DaySheet } from '../books/day-sheet.ts';
import type { BusyTime } from './team-time.ts';

/** Of each agent, by code. The sheets are in the order of time. O(stretches). */
export function busyTimes(sheets: readonly DaySheet[], agents: number): BusyTime[] {
  const counts = new Uint32Array(agents);
  for (const { busyAgent } of sheets) for (const agent of busyAgent) counts[agent] = (counts[agent] ?? 0) + 1;
  const times = Array.from(counts, (count) => ({ from: new Float64Array(count), to: new Float64Array(count) }));
  const next = new Uint32Array(agents);
  for (const { busyAgent, busyFrom, busyTo } of sheets) {
    for (let place = 0; place < busyAgent.length; place += 1) {
      const agent = busyAgent[place] as number;
      const at = next[agent] as number;
      const time = times[agent];
      if (!time) continue;
      time.from[at] = busyFrom[place] as number;
      time.to[at] = busyTo[place] as number;
      next[agent] = at + 1;
    }
  }
  return times;
}
