import { describe, expect, it } from 'vitest';
import { spellWhy } from '../../../console/ui/strings-of-why.ts';
import type { Why } from '../../../protocol/wire/why.ts';

const WHY: Why = {
  ...{ load: 2, capacity: 4, idleMs: 6 * 60_000 + 1, waitedMs: 1_000, by: 'least_share', skills: [], language: null },
  ...{ priority: 0, relaxed: 0, skipped: [], skippedMore: 0 },
};

describe('R9 why, in the reader’s words', () => {
  it.each<[Partial<Why>, string]>([
    [{}, 'Ana: 2 of 4, idle 6 min'],
    [{ idleMs: 59_999 }, 'Ana: 2 of 4, idle 59 sec'],
    [{ idleMs: 3_600_000 }, 'Ana: 2 of 4, idle 1 hr'],
    [
      {
        language: 'pt',
        skipped: [
          { name: 'Bo', why: 'full' },
          { name: 'Cy', why: 'missed' },
        ],
      },
      'Ana: 2 of 4, idle 6 min, speaks Portuguese; Bo skipped: full; Cy skipped: missed it',
    ],
    [
      { skills: [{ skill: 'billing', level: 4 }], priority: 2, relaxed: 1 },
      'Ana: 2 of 4, idle 6 min, billing 4, priority 2, waited too long for a closer match',
    ],
    [
      {
        by: 'round_robin',
        skipped: [
          { name: 'Bo', why: 'lacks', lack: { skill: 'billing', level: 2 } },
          { name: 'Cy', why: 'lacks', lack: { language: 'de-AT' } },
          { name: 'Di', why: 'lacks', lack: 'department' },
          { name: 'Ed', why: 'lacks', lack: 'site' },
        ],
        skippedMore: 7,
      },
      'Ana: 2 of 4, idle 6 min, next in turn; Bo skipped: no billing 2; Cy skipped: no Austrian German; Di skipped: another department; Ed skipped: another site; 7 more skipped',
    ],
    [{ by: 'known' }, 'Ana: 2 of 4, idle 6 min, the visitor knows them'],
    [{ language: 'xx-not a tag' }, 'Ana: 2 of 4, idle 6 min, speaks xx-not a tag'],
  ])('%o', (more, sentence) => {
    expect(spellWhy('Ana', { ...WHY, ...more }).replaceAll(/[\u2068\u2069]/g, '')).toBe(sentence);
  });
});
