import type { Failpoint } from '../../../protocol/kit/failpoint.ts';
import { type Pace, startPace } from '../../support/pace.ts';
import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface KillsSize {
  kills: number;
  seed: number;
  /** At least so many messages are acknowledged. */
  acknowledged: number;
  databaseUrl?: string;
}

export interface KillsResult extends Checked {
  kills: number;
  deaths: Record<string, number>;
  /** From the moment the process was started, and from the moment it said that it runs. */
  firstAckMs: { sinceStarted: Spread; sinceRunning: Spread };
  /** The latter as it would have been where the promise was made, by what the machine got done meanwhile. */
  evenAckMs: Spread;
  failed: number;
}

type Death = Failpoint | 'any moment';
const DEATHS: Death[] = [
  'any moment',
  'before_commit',
  'after_commit_before_ack',
  'after_broadcast_before_ack',
  'after_ack_before_broadcast',
];

/** P1: `kill -9` under load, at any moment and at each failpoint in turn. */
export async function runKills(size: KillsSize): Promise<KillsResult> {
  const place = await openPlace(size.databaseUrl ? { databaseUrl: size.databaseUrl } : {});
  const crowd = new Crowd(place, `kills-${size.databaseUrl ? 'postgres' : 'sqlite'}`, size.seed);
  const pace = await startPace();
  try {
    await gather(crowd, place, 10);
    crowd.babble(60);
    const acks: { sinceStarted: number; sinceRunning: number; even: number }[] = [];
    const deaths: Record<string, number> = {};
    const deathOf = (kill: number) => (kill < size.kills ? DEATHS[kill % DEATHS.length] : undefined) ?? 'any moment';
    for (let kill = 0; kill < size.kills; kill += 1) {
      const death = deathOf(kill);
      deaths[death] = (deaths[death] ?? 0) + 1;
      acks.push(await dieAndRestart(crowd, place, pace, death, deathOf(kill + 1), size.acknowledged / size.kills));
    }
    await crowd.until('enough is acknowledged', () => crowd.history.count('ok') >= size.acknowledged, 600_000);
    await crowd.settle();
    const failed = crowd.people.reduce((sum, person) => sum + person.failed, 0);
    const firstAckMs = {
      sinceStarted: spreadOf(acks.map(({ sinceStarted }) => sinceStarted)),
      sinceRunning: spreadOf(acks.map(({ sinceRunning }) => sinceRunning)),
    };
    const evenAckMs = spreadOf(acks.map(({ even }) => even));
    return { ...(await crowd.judge()), kills: size.kills, deaths, firstAckMs, evenAckMs, failed };
  } finally {
    pace.end();
    await crowd.close();
    await place.remove();
  }
}

/** Waits until the relay is dead, starts it with the next way to die, and answers how long its first ack took, ms. */
async function dieAndRestart(crowd: Crowd, place: Place, pace: Pace, dies: Death, next: Death, perLife: number) {
  const { relay } = place;
  if (dies === 'any moment') {
    const many = crowd.history.count('ok') + 1 + Math.floor(crowd.random() * perLife);
    await crowd.until('messages are acknowledged', () => crowd.history.count('ok') >= many);
    await relay.stop('SIGKILL');
  } else {
    await relay.ended();
  }
  const startedAt = performance.now();
  const before = crowd.history.count('ok');
  const nth = 20 + Math.floor(crowd.random() * perLife * 2);
  await relay.restart(next === 'any moment' ? {} : { FAILPOINT: `${next}:${nth}` });
  const runsAt = performance.now();
  await crowd.until('the first ack after the restart', () => crowd.history.count('ok') > before);
  const ackedAt = performance.now();
  const even = await pace.even(runsAt, ackedAt);
  return { sinceStarted: ackedAt - startedAt, sinceRunning: ackedAt - runsAt, even };
}
