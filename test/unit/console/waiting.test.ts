import { expect, it } from 'vitest';
import { levelOf } from '../../../console/model/waiting.ts';

it.each([
  [null, 59_999, 'calm'],
  [null, 60_000, 'warn'],
  [null, 180_000, 'danger'],
  [600_000, 449_999, 'calm'],
  [600_000, 450_000, 'warn'],
  [600_000, 599_999, 'warn'],
  [600_000, 600_000, 'danger'],
  [20_000, 15_000, 'warn'],
])('R13 T14 with a target of %s a wait of %i ms is %s', (targetMs, ms, level) => {
  expect(levelOf(ms, targetMs)).toEqual({ ms, level });
});
