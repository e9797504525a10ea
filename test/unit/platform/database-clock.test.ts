// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CLOCK_QUESTION_MS_MAX } from '../../../protocol/wire/limits.ts';
import { createDatabaseClock } from '../../../server/platform/database-clock.ts';

const START = Date.UTC(2026, 0, 5, 9);

/** A machine whose clock is `aheadMs` ahead of the database's, and a way between them that takes `tookMs`. */
function makeNode(aheadMs: number) {
  const time = { passed: 0, tookMs: 0, fails: false, aheadMs };
  const clock = createDatabaseClock(
    { wall: () => START + time.aheadMs + time.passed, steady: () => time.passed },
    async () => {
      time.passed += time.tookMs / 2;
      const now = START + time.passed;
      time.passed += time.tookMs / 2;
      if (time.fails) throw new Error('The database is away.');
      return now;
    },
  );
  return { time, clock, theirs: () => START + time.passed };
}

describe('R22 the database’s clock', () => {
  it.each([0, 5 * 60_000, -5 * 60_000, 250.5])('is told by a machine that is %i ms ahead', async (aheadMs) => {
    const { time, clock, theirs } = makeNode(aheadMs);
    await clock.correct();
    expect(Math.abs(clock.now() - theirs())).toBeLessThanOrEqual(1);
    time.passed += 60_000;
    expect(Math.abs(clock.now() - theirs())).toBeLessThanOrEqual(1);
  });

  it('two nodes whose clocks differ by minutes judge a lease alike', async () => {
    const [one, other] = [makeNode(3 * 60_000), makeNode(-2 * 60_000)];
    await Promise.all([one.clock.correct(), other.clock.correct()]);
    const until = one.clock.now() + 15_000;
    for (const node of [one, other]) {
      node.time.passed += 14_990;
      expect(node.clock.now() < until).toBe(true);
      node.time.passed += 20;
      expect(node.clock.now() < until).toBe(false);
    }
  });

  it('is right to half a round trip, and a slower answer is passed over', async () => {
    const { time, clock, theirs } = makeNode(60_000);
    time.tookMs = 40;
    await clock.correct();
    expect(Math.abs(clock.now() - theirs())).toBeLessThanOrEqual(20);
    time.tookMs = CLOCK_QUESTION_MS_MAX + 1;
    time.aheadMs = 0;
    await clock.correct();
    expect(clock.now() - theirs()).toBeLessThan(-50_000 + 60_000);
  });

  it('follows when the machine’s clock is set, and never goes back', async () => {
    const { time, clock, theirs } = makeNode(0);
    await clock.correct();
    const before = clock.now();
    time.aheadMs = -120_000;
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    await clock.correct();
    time.passed += 1_000;
    expect(Math.abs(clock.now() - theirs())).toBeLessThanOrEqual(1);
  });

  it('a database that is away leaves the distance as it was', async () => {
    const { time, clock, theirs } = makeNode(90_000);
    await clock.correct();
    time.fails = true;
    await clock.correct();
    expect(Math.abs(clock.now() - theirs())).toBeLessThanOrEqual(1);
  });
});
