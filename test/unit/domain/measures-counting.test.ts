// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MEASURE_GROUPS_MAX } from '../../../protocol/wire/limits.ts';
import { countingsOf, finishFacts } from '../../../server/domain/measures/answer-facts.ts';
import { OUTCOMES, toColumns } from '../../../server/domain/measures/columns.ts';
import { countPieces } from '../../../server/domain/measures/counted.ts';
import type { EpisodeFact } from '../../../server/domain/measures/fact.ts';
import type { TaskOf } from '../../../server/domain/measures/fact-tasks.ts';
import { prepareColumns } from '../../../server/domain/measures/prepare-columns.ts';

const DAY = 86_400_000;
const none = { ms: 0, inHoursMs: 0 };

function fact(no: number, more: Partial<EpisodeFact> = {}): EpisodeFact {
  return {
    ...{ no, episode: 1, siteId: 's', departmentId: null, agentId: 'ana', language: null, page: null, stage: null },
    ...{ topic: null, segments: [], tags: [], openedAt: no, isClosed: true, closedAt: no + 1 },
    ...{ isReopened: false, isAgain: false, isComplaint: false, isConfirmed: false },
    ...{ resolution: none, handling: null, queue: none, isServed: true, outcome: 'resolved', cause: null },
    ...{ score: null, targetMs: null, waits: [], credits: [] },
    ...more,
  };
}

function usual(now: number) {
  const question = { from: 0, to: DAY, zone: 'UTC', clock: 'calendar' } as const;
  return { question, wall: [], withHours: false, isExact: true, now };
}

function split(facts: EpisodeFact[], by: TaskOf<'split'>['split']) {
  const task = { ...usual(100 * DAY), split: by };
  const pieces = [{ columns: toColumns(facts), skipped: null }];
  const counted = countingsOf('split', task).map((asked) => countPieces(pieces, asked));
  return finishFacts('split', task, [{ counted, own: null }]);
}

const ended = (tally: { shares: { ended?: { n: number } } } | null) => tally?.shares.ended?.n;

describe('counting by groups', () => {
  it('N8 an episode with several tags is in each of their lines, and once in the total and in the rest', () => {
    const { groups, total } = split([fact(1, { tags: ['a', 'b'] }), fact(2, { tags: ['b', 'b'] }), fact(3)], 'tag');
    expect(groups.map(({ key, tally }) => [key, ended(tally)])).toEqual([
      ['b', 2],
      ['', 1],
      ['a', 1],
    ]);
    expect(ended(total)).toBe(3);
    const many = Array.from({ length: MEASURE_GROUPS_MAX }, (_, n) => fact(n, { tags: [`m${n}`] }));
    const rare = fact(9_999, { tags: ['x', 'y'] });
    const found = split([...many, ...many, rare], 'tag');
    expect(found.groups).toHaveLength(MEASURE_GROUPS_MAX);
    expect([ended(found.rest), ended(found.total)]).toEqual([1, MEASURE_GROUPS_MAX * 2 + 1]);
  });

  it('N11 as many groups as rows are counted as few are', () => {
    // 144 kinds of episodes by 15,000 groups: more than there is a cell for.
    const facts = Array.from({ length: 18_000 }, (_, n) => {
      const score = Math.floor(n / 6) % 6;
      const flags = { isComplaint: Math.floor(n / 36) % 2 === 0, isAgain: Math.floor(n / 72) % 2 === 0 };
      return fact(n, { ...flags, page: `p${n % 15_000}`, outcome: OUTCOMES[n % 6] ?? null, score: score || null });
    });
    const { groups, total, rest } = split(facts, 'page');
    expect(groups[0]).toMatchObject({
      key: 'p0',
      tally: { outcomes: [0, 2, 0, 0, 0, 0, 0], shares: { ended: { n: 2 } } },
    });
    expect(total.outcomes.slice(1)).toEqual(OUTCOMES.map(() => 3_000));
    expect(total.scores).toEqual([3_000, 3_000, 3_000, 3_000, 3_000]);
    expect(ended(rest)).toBe(18_000 - MEASURE_GROUPS_MAX * 2);
  });

  it('N11 what was worked out ahead is judged anew while time changes it, also where a clock was put back', () => {
    const columns = toColumns([fact(1)]);
    const firstContact = (now: number) => {
      const task = usual(now);
      const counted = countingsOf('summary', task).map((asked) => countPieces([{ columns, skipped: null }], asked));
      return finishFacts('summary', task, [{ counted, own: null }]).shares.firstContact;
    };
    prepareColumns({ now: 2 * DAY }, [{ columns, skipped: null }]);
    expect(firstContact(2 * DAY)).toEqual({ hits: 0, n: 0, unknown: 1 });
    expect(firstContact(20 * DAY)).toEqual({ hits: 1, n: 1, unknown: 0 });
    expect(firstContact(3 * DAY)).toEqual({ hits: 0, n: 0, unknown: 1 });
  });
});
