// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../server/usecases/limit-rate.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const allowance = { burst: 2, perSecond: 1 };

describe('createRateLimit', () => {
  it('A8 counts each sender alone', () => {
    const limit = createRateLimit(new ManualClock(), allowance);
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 1_000, 0]);
  });

  it('A8 keeps its promise of when the next try succeeds', async () => {
    const clock = new ManualClock();
    const limit = createRateLimit(clock, allowance);
    limit.take('a');
    limit.take('a');
    await clock.advance(999);
    expect(limit.take('a')).toBe(1);
    await clock.advance(1);
    expect(limit.take('a')).toBe(0);
  });

  it('A8 in full memory forgets those first who have not asked for longest', async () => {
    const clock = new ManualClock();
    const limit = createRateLimit(clock, { burst: 1, perSecond: 1 }, 2);
    limit.take('old');
    limit.take('busy');
    expect(limit.take('busy')).toBe(1_000);
    limit.take('new');
    expect(limit.take('busy')).toBe(1_000);
    expect(limit.take('old')).toBe(0);
  });
});
