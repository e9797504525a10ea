import { describe, expect, it } from 'vitest';
import { addParts, countPieces, type ToCount } from '../../../server/domain/measures/counted.ts';
import { KeptParts } from '../../../server/domain/measures/kept-parts.ts';

const asked: ToCount = {
  question: { from: 0, to: 1, zone: 'UTC', clock: 'calendar' },
  ...{ by: null, wall: [], isExact: true, now: 1, wanted: { lengths: ['response'], shares: ['csat'] } },
};

describe('what was counted and is kept', () => {
  it('N12 is found until there is no room for it, and what was not asked for longest goes first', () => {
    const part = addParts([countPieces([], asked)], asked);
    const one = new KeptParts(1_000_000);
    one.put('key', part, 0);
    const kept = new KeptParts(one.bytes * 2);
    for (const key of ['one', 'two']) kept.put(key, part, 0);
    expect(kept.find('one', 1)).toBe(part);
    kept.put('new', part, 0);
    expect(['one', 'two', 'new'].map((key) => kept.find(key, 1) !== undefined)).toEqual([true, false, true]);
    kept.put('new', part, 0);
    expect(kept.bytes).toBe(one.bytes * 2);
    new KeptParts(10).put('large', part, 0);
  });

  it('N12 is not used before time has settled it: a clock may be put back', () => {
    const kept = new KeptParts(1_000_000);
    kept.put('key', countPieces([], asked), 100);
    expect(kept.find('key', 99)).toBeUndefined();
    expect(kept.find('key', 100)).toBeDefined();
  });
});
