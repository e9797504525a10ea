// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSystemClock } from '../../../server/platform/system-clock.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 0, 5, 9);

function makeClock() {
  const time = { wall: START, steady: 0 };
  const clock = createSystemClock({ wall: () => time.wall, steady: () => time.steady });
  const pass = (ms: number) => {
    time.wall += ms;
    time.steady += ms;
  };
  return { time, clock, pass };
}

describe('P13: the relay’s clock', () => {
  it('is the machine’s clock while nobody sets it', () => {
    const { clock, pass } = makeClock();
    pass(1_234.5);
    expect(clock.now()).toBe(START + 1_234);
  });

  it('follows at once when the machine’s clock is set forward, or the machine slept', () => {
    const { time, clock } = makeClock();
    time.wall += 10 * 60_000;
    expect(clock.now()).toBe(START + 10 * 60_000);
  });

  it('does not go back with it: it goes on at half pace until it is caught up, and then together', () => {
    const { time, clock, pass } = makeClock();
    time.wall -= HOUR_MS;
    expect(clock.now()).toBe(START);
    pass(1_000);
    expect(clock.now()).toBe(START + 500);
    pass(2 * HOUR_MS - 1_000);
    expect(clock.now()).toBe(START + HOUR_MS);
    pass(5_000);
    expect(clock.now()).toBe(START + HOUR_MS + 5_000);
  });

  it('loses no time however often it is asked while it waits', () => {
    const { time, clock, pass } = makeClock();
    time.wall -= HOUR_MS;
    for (let asked = 0; asked < 10_000; asked += 1) {
      pass(0.25);
      clock.now();
    }
    expect(clock.now()).toBe(START + 1_250);
  });

  it('whatever is done to the machine’s clock, it never goes back and never stands for long', () => {
    const jumps = fc.array(fc.tuple(fc.integer({ min: -HOUR_MS, max: HOUR_MS }), fc.integer({ min: 2, max: 10_000 })));
    fc.assert(
      fc.property(jumps, (all) => {
        const { time, clock, pass } = makeClock();
        let before = clock.now();
        for (const [jump, passes] of all) {
          time.wall += jump;
          pass(passes);
          const now = clock.now();
          expect(now - before).toBeGreaterThanOrEqual(Math.floor(passes / 2));
          before = now;
        }
      }),
    );
  });
});
