import { readdirSync } from 'node:fs';
import { quantile } from '../../../bench/kit/stats.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { openPlainClient } from '../../support/plain-client.ts';
import type { Violation } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { flood } from '../kit/flood.ts';
import { gather } from '../kit/gather.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { probe } from '../kit/probe.ts';

export interface SoakSize {
  seed: number;
  warmUpMs: number;
  ms: number;
  everyMs: number;
}

export interface SoakResult {
  violations: Violation[];
  acknowledged: number;
  visits: number;
  /** After a full collection, at the start and the end of what was measured, and the slope through all of it. */
  rssMb: { first: number; last: number; perMinute: number };
  heapMb: { first: number; last: number; perMinute: number };
  descriptors: { first: number; last: number };
  /** Lines of the log that speak of a fault of ours. */
  faults: number;
  sameProcess: boolean;
}

interface Sample {
  atMs: number;
  rssMb: number;
  heapMb: number;
}

/** SQLite keeps up to 64 MB of pages: written full before anything is measured. */
const FILL_BYTES = 7_500;
const FILL_COUNT = 9_000;
/** And so many messages more: what a relay keeps at hand is there then, however slow the machine is. */
const WARM_COUNT = 1_000;
/** The median of so many samples is the first and the last figure. */
const ENDS = 5;

/** P37: people come, write and go for a while; nothing grows. */
export async function runSoak({ seed, warmUpMs, ms, everyMs }: SoakSize): Promise<SoakResult> {
  const place = await openPlace({ flags: ['--expose-gc'] });
  const crowd = new Crowd(place, 'soak', seed);
  try {
    const pid = place.relay.pid();
    await fill(place, crowd);
    await gather(crowd, place, 10);
    crowd.babble(200);
    const warmAt = crowd.history.count('ok') + WARM_COUNT;
    const churn = startVisits(place, crowd);
    await passes(warmUpMs);
    await crowd.until('the relay is warm', () => crowd.history.count('ok') >= warmAt);
    const descriptors = { first: await fewestDescriptors(pid), last: 0 };
    const samples = await watch(place, ms, everyMs);
    const visits = await churn.stop();
    descriptors.last = await fewestDescriptors(pid);
    await crowd.settle();
    const { violations, acknowledged } = await crowd.judge();
    return {
      violations,
      acknowledged,
      visits,
      rssMb: trendOf(samples, ({ rssMb }) => rssMb),
      heapMb: trendOf(samples, ({ heapMb }) => heapMb),
      descriptors,
      faults: (place.relay.printed().match(/command_failed|request_failed|background_failed|nhandled/g) ?? []).length,
      sameProcess: place.relay.pid() === pid,
    };
  } finally {
    await crowd.close();
    await place.remove();
  }
}

async function fill(place: Place, crowd: Crowd): Promise<void> {
  const filler = await openPlainClient(place.relay.origin, '/visitor', { version: 1, site: 'demo' });
  await filler.fact('session:ready');
  const body = 'x'.repeat(FILL_BYTES);
  await flood({ client: filler, name: 'filler', history: crowd.history, count: FILL_COUNT, body: () => body });
  await filler.end();
}

/** Somebody comes every second, says one thing, and goes. */
function startVisits(place: Place, crowd: Crowd) {
  let visits = 0;
  let going = true;
  const under = new Set<Promise<void>>();
  const visit = async () => {
    visits += 1;
    const name = `visit-${visits}`;
    const client = await openPlainClient(place.relay.origin, '/visitor', { version: 1, site: 'demo' });
    await client.fact('session:ready');
    await flood({ client, name, history: crowd.history, count: 2, body: () => 'just looking' });
    await client.end();
  };
  const beat = () => {
    if (!going) return;
    const one = visit().finally(() => under.delete(one));
    under.add(one);
    systemClock.after(1_000, beat);
  };
  beat();
  return {
    async stop() {
      going = false;
      await Promise.all(under);
      return visits;
    },
  };
}

async function watch(place: Place, ms: number, everyMs: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < ms) {
    const { rss, heapUsed } = await probe(place);
    samples.push({ atMs: performance.now() - startedAt, rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 });
    await passes(everyMs);
  }
  return samples;
}

/** Least squares through all samples. */
function trendOf(samples: Sample[], of: (sample: Sample) => number) {
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / samples.length;
  const mean = samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const above = samples.reduce((sum, sample) => sum + (sample.atMs - meanAt) * (of(sample) - mean), 0);
  const below = samples.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0);
  const round = (value: number) => Math.round(value * 100) / 100;
  const middle = (part: Sample[]) => round(quantile(part.map(of), 0.5));
  return {
    first: middle(samples.slice(0, ENDS)),
    last: middle(samples.slice(-ENDS)),
    perMinute: round((above / below) * 60_000),
  };
}

/** The fewest of two seconds: a visit that is under way, or just over, is no leak. */
async function fewestDescriptors(pid: number): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 20; look += 1) {
    fewest = Math.min(fewest, readdirSync(`/proc/${pid}/fd`).length);
    await passes(100);
  }
  return fewest;
}

function passes(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}
