// @vitest-environment node
import { expect, it } from 'vitest';
import {
  SIGN_IN_ACCOUNT_FAILURES_MAX,
  SIGN_IN_ADDRESS_FAILURES_MAX,
  SIGN_IN_DELAY_MS_MAX,
  SIGN_IN_DELAY_MS_MIN,
} from '../../../protocol/wire/limits.ts';
import { decideSignIn, delayAfter } from '../../../server/domain/sign-in.ts';

it('A1 nothing is delayed below the limit; from it on the delay doubles', () => {
  const max = SIGN_IN_ACCOUNT_FAILURES_MAX;
  expect([max - 1, max, max + 1, max + 2].map(delayAfter)).toEqual([
    0,
    SIGN_IN_DELAY_MS_MIN,
    2 * SIGN_IN_DELAY_MS_MIN,
    4 * SIGN_IN_DELAY_MS_MIN,
  ]);
});

it('A1 the delay ends at its maximum, also for absurd counts', () => {
  expect(delayAfter(SIGN_IN_ACCOUNT_FAILURES_MAX + 9)).toBe(512_000);
  expect(delayAfter(SIGN_IN_ACCOUNT_FAILURES_MAX + 10)).toBe(SIGN_IN_DELAY_MS_MAX);
  expect(delayAfter(1_000_000)).toBe(SIGN_IN_DELAY_MS_MAX);
});

it('A1 waits for the rest of a running delay, and no longer', () => {
  expect(decideSignIn({ count: 1, windowEndsAt: 5_000 }, undefined, 4_999)).toBe(1);
  expect(decideSignIn({ count: 1, windowEndsAt: 5_000 }, undefined, 5_000)).toBe(0);
  expect(decideSignIn(undefined, undefined, 0)).toBe(0);
});

it('A2 blocks an address at the limit, not one failure before it', () => {
  const address = (count: number) => ({ count, windowEndsAt: 9_000 });
  expect(decideSignIn(undefined, address(SIGN_IN_ADDRESS_FAILURES_MAX - 1), 1_000)).toBe(0);
  expect(decideSignIn(undefined, address(SIGN_IN_ADDRESS_FAILURES_MAX), 1_000)).toBe(8_000);
  expect(decideSignIn(undefined, address(SIGN_IN_ADDRESS_FAILURES_MAX), 9_000)).toBe(0);
});

it('A1 A2 the longer wait counts', () => {
  expect(decideSignIn({ count: 1, windowEndsAt: 3_000 }, { count: 99, windowEndsAt: 2_000 }, 1_000)).toBe(2_000);
});
