import { expect, test } from 'vitest';
import { evenOf, type Turn, WORK_MS } from '../support/pace.ts';

/** The measure does what its words say; otherwise the bars that it holds would prove nothing. */

const EACH_MS = 105;
/** Ten turns, one after the other, each so much slower, one of which stood still before it began. */
function turns(slowness: number, stoodMs = 0): Turn[] {
  let at = 0;
  return Array.from({ length: 10 }, (_, index) => {
    const stood = index === 4 ? stoodMs : 0;
    const fromAt = at;
    at += EACH_MS * slowness + stood;
    return { fromAt, untilAt: at, workMs: WORK_MS * slowness, stoodMs: stood };
  });
}

test('on the machine of the promises, and on a quicker one, a second is a second', () => {
  expect(evenOf(turns(1), 0, 1_000)).toBe(1_000);
  expect(evenOf(turns(0.3), 0, 300)).toBe(300);
});

test('on one that is five times slower it is five seconds, and six are too many', () => {
  expect(evenOf(turns(5), 0, 5_000)).toBe(1_000);
  expect(evenOf(turns(5), 0, 6_000)).toBeGreaterThan(1_000);
});

test('what the machine stood still is nobody’s fault, whatever came after it is', () => {
  expect(evenOf(turns(1, 400), 0, 1_400)).toBe(1_000);
  expect(evenOf(turns(1, 400), 0, 1_450)).toBe(1_050);
  // Not in this one's time.
  expect(evenOf(turns(1, 400), 0, 300)).toBe(300);
});
