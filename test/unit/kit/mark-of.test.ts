import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markOf } from '../../../protocol/kit/mark-of.ts';

test('Z13 a mark stays the same whatever the order of names, and says nothing of what is not named', () => {
  const mark = markOf({ name: 'Sales', routing: { capacity: 3, targetMs: 9 }, siteId: null });
  expect(mark).toBe('10e98fdcc4ca6b');
  expect(markOf({ routing: { targetMs: 9, capacity: 3 }, name: 'Sales', siteId: undefined })).toBe(mark);
  expect(markOf({ id: 'd1', name: 'A' }, ['name'])).toBe(markOf({ id: 'd2', name: 'A' }, ['name']));
  // The order of a list is a part of it.
  expect(markOf({ origins: ['a', 'b'] })).not.toBe(markOf({ origins: ['b', 'a'] }));
});

test('Z13 what differs has another mark, what came over the wire the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (record, word) => {
      const mark = markOf(record);
      expect(mark).toMatch(/^[0-9a-f]{14}$/);
      expect(markOf(JSON.parse(JSON.stringify(record)))).toBe(mark);
      expect(markOf({ ...record, also: word })).not.toBe(markOf({ ...record, also: `${word}.` }));
    }),
    { numRuns: 300 },
  );
});
