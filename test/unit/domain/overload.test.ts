// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  OVERLOAD_LOOKS_MIN,
  OVERLOAD_LOOP_MS_MAX,
  OVERLOAD_SEND_MS_MAX,
  OVERLOAD_SHARE_MIN,
} from '../../../protocol/wire/limits.ts';
import { admits, CALM, judgeLoad, type LoadSample, type LoadState, rankOf } from '../../../server/domain/overload.ts';

const quiet: LoadSample = { loopMs: 0, sendMs: 0 };
const late: LoadSample = { loopMs: OVERLOAD_LOOP_MS_MAX, sendMs: 0 };
const judged = (samples: LoadSample[], from: LoadState = CALM) => samples.reduce(judgeLoad, from);
const times = (count: number, sample: LoadSample) => Array.from({ length: count }, () => sample);

describe('O1: what is too much', () => {
  it('is a late event loop or an old message, at the limit and not below it', () => {
    const share = (sample: LoadSample) => judged(times(OVERLOAD_LOOKS_MIN, sample)).share;
    expect(share({ loopMs: OVERLOAD_LOOP_MS_MAX - 1, sendMs: OVERLOAD_SEND_MS_MAX - 1 })).toBe(1);
    expect(share(late)).toBe(0.5);
    expect(share({ loopMs: 0, sendMs: OVERLOAD_SEND_MS_MAX })).toBe(0.5);
  });

  it('is no single pause, such as a collection of garbage', () => {
    expect(judged(times(OVERLOAD_LOOKS_MIN - 1, late)).share).toBe(1);
    expect(judged([late, quiet, late, quiet, late, quiet]).share).toBe(1);
  });

  it('halves what is let in with each look, down to OVERLOAD_SHARE_MIN', () => {
    expect(judged(times(OVERLOAD_LOOKS_MIN + 1, late)).share).toBe(0.25);
    expect(judged(times(100, late)).share).toBe(OVERLOAD_SHARE_MIN);
  });

  it('is over in steps, and stays as it is between half and whole', () => {
    const shedding = judged(times(100, late));
    expect(judged([{ loopMs: OVERLOAD_LOOP_MS_MAX * 0.6, sendMs: 0 }], shedding).share).toBe(shedding.share);
    expect(judged(times(4, quiet), shedding).share).toBe(1);
    expect(judged(times(3, quiet), shedding).share).toBeLessThan(1);
  });

  it('whatever is measured, a share between the least and all is let in', () => {
    const sample = fc.record({ loopMs: fc.nat(5_000), sendMs: fc.nat(10_000) });
    fc.assert(
      fc.property(fc.array(sample), (samples) => {
        const { share } = judged(samples);
        expect(share).toBeGreaterThanOrEqual(OVERLOAD_SHARE_MIN);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('O2: who is turned away', () => {
  it('nobody while all is well', () => {
    expect(admits(CALM, 'first', 0.999)).toBe(true);
  });

  it('first a share of visitors’ messages and connections, then agents’, and never who reads', () => {
    const half = { share: 0.5, bad: 2 };
    expect([0.49, 0.5].map((chance) => admits(half, 'first', chance))).toEqual([true, false]);
    expect(admits(half, 'then', 0.999)).toBe(true);
    const least = { share: OVERLOAD_SHARE_MIN, bad: 9 };
    expect(admits(least, 'then', 0.999)).toBe(false);
    expect(admits(least, 'then', 0)).toBe(true);
    expect(admits(least, 'last', 0.999)).toBe(true);
  });

  it('by what a command does', () => {
    expect(rankOf('visitor', 'message:send', true)).toBe('first');
    expect(rankOf('visitor', 'conversation:open', true)).toBe('first');
    expect(rankOf('agent', 'message:send', true)).toBe('then');
    expect(rankOf('visitor', 'typing:set', false)).toBe('then');
    expect(rankOf('visitor', 'conversation:sync', false)).toBe('last');
    expect(rankOf('agent', 'conversation:close', false)).toBe('last');
  });
});
