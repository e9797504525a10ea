import { expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { readCsat } from '../../server/domain/rating.ts';
import { readSpread } from '../../server/domain/response-time.ts';
import { planHistory } from '../support/history-plan.ts';
import { LiveHistory } from '../support/live-history.ts';
import { makePlace } from '../support/open-test-store.ts';
import { type CountedEpisode, recount, waitedAtMost } from '../support/recount.ts';

/** Berlin puts its clocks back in the night to 25 October 2026. */
const FROM = Date.parse('2026-10-20T00:00:00Z');
const TO = Date.parse('2026-10-31T00:00:00Z');
/** More by hand: HISTORIES=100000. */
const conversations = Number(process.env.HISTORIES ?? 400);

test('M1–M7 what the product counts is what happened, counted again by other code', async () => {
  const plan = planHistory(seededRandom(20261126), { conversations, from: FROM, to: TO });
  const clock = { now: () => TO, after: () => () => undefined };
  const place = makePlace(undefined, clock);
  try {
    const store = await place.open();
    await new LiveHistory(store, plan).happen();
    const period = { from: Date.parse('2026-10-22T00:00:00Z'), to: Date.parse('2026-10-29T00:00:00Z') };
    const found = await store.readReport(period);
    const mine = recount(plan, TO).filter((one) => one.openedAt >= period.from && one.openedAt < period.to);
    expect(found.conversations).toBe(mine.length);
    expect(found.answered).toBe(mine.filter((one) => one.waits.some((wait) => wait.answered)).length);
    const outcomes: Record<string, number> = {};
    for (const { outcome } of mine) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    expect(found.outcomes).toEqual(outcomes);
    expect(readSpread(found.firstWaits)).toMatchObject(spreadOf(mine, true));
    expect(readSpread(found.waits)).toMatchObject(spreadOf(mine, false));
    expect(found.queueMs.toSorted(ascending)).toEqual(mine.flatMap((one) => one.queueMs ?? []).sort(ascending));
    const scores = mine.flatMap((one) => one.score ?? []);
    const ended = mine.filter((one) => one.closedAt !== null).length;
    expect(readCsat(found.scores, found.closed)).toMatchObject({ answers: scores.length, asked: ended });
  } finally {
    await place.remove();
  }
}, 600_000);

function spreadOf(episodes: CountedEpisode[], first: boolean) {
  const waits = episodes
    .flatMap((one) => one.waits)
    .filter((wait) => !first || wait.first)
    .map(({ from, to, answered }) => ({ ms: (to ?? TO) - from, answered }));
  return {
    n: waits.length,
    answered: waits.filter((wait) => wait.answered).length,
    p50Ms: waitedAtMost(waits, 0.5),
    p90Ms: waitedAtMost(waits, 0.9),
    p95Ms: waitedAtMost(waits, 0.95),
  };
}

function ascending(one: number, other: number): number {
  return one - other;
}
