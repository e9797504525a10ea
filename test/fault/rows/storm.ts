import { startPace } from '../../support/pace.ts';
import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import { rage } from '../kit/nemesis.ts';
import { openPlace } from '../kit/place.ts';
import { Repairs } from '../kit/repairs.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface StormSize {
  seed: number;
  ms: number;
}

export interface StormResult extends Checked {
  cuts: number;
  kills: number;
  repairMs: Spread;
  /** The same as it would have been where the promise was made, by what the machine got done meanwhile. */
  evenRepairMs: Spread;
  /** The longest time between a kill and the relay's running again. Back-off grows with it (P5), and so does repair. */
  outageMs: number;
  failed: number;
}

/** P5: twenty senders, a cut of half of the links every one to three seconds, a `kill -9` every six. */
export async function runStorm({ seed, ms }: StormSize): Promise<StormResult> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'storm', seed);
  const pace = await startPace();
  try {
    await gather(crowd, place, 10);
    const repairs = new Repairs(crowd.history);
    crowd.onChange(() => repairs.look());
    crowd.babble(100);
    let outageMs = 0;
    const { cuts, kills } = await rage({
      random: crowd.random,
      ms,
      links: [...crowd.links.values()],
      onCut(link) {
        for (const person of crowd.people) {
          if (crowd.links.get(person.name) !== link) continue;
          repairs.cut(person);
          repairs.back(person);
        }
      },
      async kill() {
        for (const person of crowd.people) repairs.cut(person);
        const killedAt = performance.now();
        await place.relay.stop('SIGKILL');
        await place.relay.restart();
        outageMs = Math.max(outageMs, Math.round(performance.now() - killedAt));
        for (const person of crowd.people) repairs.back(person);
      },
    });
    await crowd.settle();
    const failed = crowd.people.reduce((sum, person) => sum + person.failed, 0);
    const repairMs = spreadOf(repairs.took.map(({ fromAt, untilAt }) => untilAt - fromAt));
    const even = await Promise.all(repairs.took.map(({ fromAt, untilAt }) => pace.even(fromAt, untilAt)));
    return { ...(await crowd.judge()), cuts, kills, repairMs, evenRepairMs: spreadOf(even), outageMs, failed };
  } finally {
    pace.end();
    await crowd.close();
    await place.remove();
  }
}
