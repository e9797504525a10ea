import { describe, expect, test } from 'vitest';
import { spellWhy } from '../../../console/ui/strings-of-why.ts';
import type { Why } from '../../../protocol/wire/why.ts';
import { readIds, readWhy } from '../../../server/store/queries/read-why.ts';

const why: Why = {
  ...{ load: 1, capacity: 4, idleMs: 60_000, waitedMs: 5_000, by: 'known', language: 'de', priority: 1, relaxed: 0 },
  skills: [{ skill: 'returns', level: 2 }],
  skipped: [
    { name: 'Bo', why: 'full' },
    { name: 'Cy', why: 'lacks', lack: 'site' },
    { name: 'Di', why: 'lacks', lack: { language: 'fr' } },
    { name: 'Ed', why: 'lacks', lack: { skill: 'returns', level: 3 } },
  ],
  skippedMore: 0,
};
const without = (name: keyof Why) => Object.fromEntries(Object.entries(why).filter(([key]) => key !== name));
const odd = [null, 7, 'x', [], {}, { a: 1 }, Number.NaN, true];
/** Every part of it, left out and made something else. */
const broken = [
  ...(Object.keys(why) as (keyof Why)[]).flatMap((name) => [
    without(name),
    ...odd.map((value) => ({ ...why, [name]: value })),
  ]),
  ...odd.flatMap((value) => [
    { ...why, skills: [value] },
    { ...why, skipped: [value] },
  ]),
  ...odd.map((lack) => ({ ...why, skipped: [{ name: 'Bo', why: 'lacks', lack }] })),
];

describe('R9 why, as it is stored', () => {
  test('what was written is read as it was', () => {
    expect(readWhy(JSON.stringify(why))).toEqual(why);
  });

  test.each(['{', '{"load"', '{}', '{"load":1}', 'null', '[]'])('%s is no reason, and throws nothing', (stored) => {
    expect(readWhy(stored)).toBeUndefined();
  });

  test('whatever stands there, what is read can be said in words', () => {
    const stored = broken.map((one) => readWhy(JSON.stringify(one)));
    expect(stored.filter((one) => one === undefined).length).toBeGreaterThan(50);
    for (const one of stored) if (one) expect(spellWhy('Ana', one)).toContain('Ana');
  });

  test('mentions that cannot be read are nobody', () => {
    expect(readIds('["a","b"]')).toEqual(['a', 'b']);
    for (const stored of ['{', 'null', '7', '{"a":1}', '[1,null]']) expect(readIds(stored)).toEqual([]);
  });
});
