import { systemClock } from '../../../server/platform/system-clock.ts';
import { startPace } from '../../support/pace.ts';
import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import { openPlace, type Place, type PlaceOptions } from '../kit/place.ts';

export interface Break {
  name: string;
  seed: number;
  place?: PlaceOptions;
  lastsMs: number;
  /** Breaks the database; answers what mends it. */
  strike(place: Place): Promise<() => Promise<void>>;
}

export interface BreakResult extends Checked {
  /** From the break until /readyz says 503, and from the mending until it says 200, ms. */
  redMs: number;
  readyMs: number;
  /** From the mending until everything that was written meanwhile is stored and acknowledged, ms. */
  deliveredMs: number;
  /** The three as they would have been where the promise was made, by what the machine got done meanwhile. */
  even: { redMs: number; readyMs: number; deliveredMs: number };
  /** Refusals while it was broken, by code. */
  refusals: Record<string, number>;
  unsentMost: number;
  failed: number;
  sameProcess: boolean;
}

const LOOK_EVERY_MS = 100;

/** P10: the database breaks under six senders, and is mended after a while. */
export async function runBreak({ name, seed, place: options = {}, lastsMs, strike }: Break): Promise<BreakResult> {
  const place = await openPlace(options);
  const crowd = new Crowd(place, `broken-${name}`, seed);
  const pace = await startPace();
  try {
    await gather(crowd, place, 3);
    crowd.babble(200, 20);
    const pid = place.relay.pid();
    const before = crowd.history.lines.length;
    const brokenAt = performance.now();
    const mend = await strike(place);
    const redMs = await whenReadyIs(place, 503, brokenAt);
    const evenRedMs = await pace.even(brokenAt, brokenAt + redMs);
    await passes(lastsMs - (performance.now() - brokenAt));
    const unsentMost = crowd.people.reduce((sum, { unsent }) => sum + unsent, 0);
    const written = new Set(crowd.history.lines.flatMap((line) => (line.kind === 'invoke' ? [line.clientId] : [])));
    const refusals = refusalsOf(crowd, before);
    const mendedAt = performance.now();
    await mend();
    const delivered = crowd.untilAcknowledged(written).then(() => performance.now() - mendedAt);
    const readyMs = await whenReadyIs(place, 200, mendedAt);
    const deliveredMs = Math.round(await delivered);
    const even = {
      redMs: evenRedMs,
      readyMs: await pace.even(mendedAt, mendedAt + readyMs),
      deliveredMs: await pace.even(mendedAt, mendedAt + deliveredMs),
    };
    await crowd.settle();
    const failed = crowd.people.reduce((sum, person) => sum + person.failed, 0);
    const sameProcess = place.relay.pid() === pid;
    return { ...(await crowd.judge()), redMs, readyMs, deliveredMs, even, refusals, unsentMost, failed, sameProcess };
  } finally {
    pace.end();
    await crowd.close();
    await place.remove();
  }
}

function refusalsOf(crowd: Crowd, from: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of crowd.history.lines.slice(from)) {
    if (line.kind === 'info' || line.kind === 'fail') counts[line.error] = (counts[line.error] ?? 0) + 1;
  }
  return counts;
}

/** Asks until it says so; answers how long after `since`. Gives up after two minutes. */
async function whenReadyIs(place: Place, status: number, since: number): Promise<number> {
  for (let asked = 0; asked < 1_200; asked += 1) {
    const told = await fetch(`${place.relay.origin}/readyz`).then(
      (response) => response.status,
      () => 0,
    );
    if (told === status) return Math.round(performance.now() - since);
    await passes(LOOK_EVERY_MS);
  }
  throw new Error(`/readyz never said ${status}.`);
}

function passes(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(Math.max(0, ms), resolve));
}
