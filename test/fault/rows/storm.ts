import { systemClock } from '../../../server/platform/system-clock.ts';
import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import { openPlace, type Place } from '../kit/place.ts';
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
  /** The longest time between a kill and the relay's running again. Back-off grows with it (P5), and so does repair. */
  outageMs: number;
  failed: number;
}

const KILL_EVERY_MS = 6_000;

/** P5: twenty senders, a cut of half of the links every one to three seconds, a `kill -9` every six. */
export async function runStorm({ seed, ms }: StormSize): Promise<StormResult> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'storm', seed);
  try {
    await gather(crowd, place, 10);
    const repairs = new Repairs(crowd.history);
    crowd.onChange(() => repairs.look());
    crowd.babble(100);
    const [cuts, { kills, outageMs }] = await Promise.all([
      cutLinks(crowd, repairs, ms),
      killRelay(crowd, place, repairs, ms),
    ]);
    await crowd.settle();
    const failed = crowd.people.reduce((sum, person) => sum + person.failed, 0);
    return { ...(await crowd.judge()), cuts, kills, repairMs: spreadOf(repairs.tookMs), outageMs, failed };
  } finally {
    await crowd.close();
    await place.remove();
  }
}

async function cutLinks(crowd: Crowd, repairs: Repairs, ms: number): Promise<number> {
  const endsAt = performance.now() + ms;
  let cuts = 0;
  for (;;) {
    await passes(1_000 + crowd.random() * 2_000);
    if (performance.now() >= endsAt) return cuts;
    cuts += 1;
    for (const person of crowd.people) {
      const link = crowd.links.get(person.name);
      if (!link || crowd.random() < 0.5) continue;
      repairs.cut(person);
      // A polite end of one half is a cut too, for whoever believes only in resets.
      if (crowd.random() < 0.2) link.halfClose();
      else link.cut();
      repairs.back(person);
    }
  }
}

async function killRelay(crowd: Crowd, place: Place, repairs: Repairs, ms: number) {
  const endsAt = performance.now() + ms;
  let kills = 0;
  let outageMs = 0;
  for (;;) {
    await passes(KILL_EVERY_MS);
    if (performance.now() >= endsAt) return { kills, outageMs };
    kills += 1;
    const killedAt = performance.now();
    for (const person of crowd.people) repairs.cut(person);
    await place.relay.stop('SIGKILL');
    await place.relay.restart();
    outageMs = Math.max(outageMs, Math.round(performance.now() - killedAt));
    for (const person of crowd.people) repairs.back(person);
  }
}

/** The weather has a clock of its own. */
function passes(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}
