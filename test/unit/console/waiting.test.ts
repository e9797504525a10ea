import { expect, it } from 'vitest';
import { waitOf, waitSince } from '../../../console/model/waiting.ts';
import { summaryOf } from '../../support/console-desk.ts';

const TARGET = { riskAt: 450_000, missAt: 600_000 };

it.each([
  [undefined, 59_999, 'calm'],
  [undefined, 60_000, 'warn'],
  [undefined, 180_000, 'danger'],
  [TARGET, 449_999, 'calm'],
  [TARGET, 450_000, 'warn'],
  [TARGET, 599_999, 'warn'],
  [TARGET, 600_000, 'danger'],
])('R13 T14 with a target of %j a wait of %i ms is %s', (times, ms, level) => {
  expect(waitSince(0, ms, times)).toEqual({ ms, level });
});

it('M11 a wait over a closed night is long, and calm until the target runs again', () => {
  const night = 15 * 3_600_000;
  const waits = summaryOf('c1', { waitingSince: 0, targetTimes: { riskAt: night + 45_000, missAt: night + 60_000 } });
  expect(waitOf(waits, night + 44_000)).toEqual({ ms: night + 44_000, level: 'calm' });
  expect(waitOf(waits, night + 45_000)?.level).toBe('warn');
  expect(waitOf({ ...waits, held: true }, night + 60_000)?.level).toBe('calm');
});
