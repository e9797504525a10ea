// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { toColumns } from '../../../server/domain/measures/columns.ts';
import type { EpisodeFact } from '../../../server/domain/measures/fact.ts';
import type { Judgement } from '../../../server/domain/measures/judgement.ts';
import { judgeComplaint, judgeFirstContact, judgeReopened } from '../../../server/domain/measures/solved.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const T0 = 1_767_571_200_000;
const LATER = T0 + 100 * DAY;

const none = { ms: 0, inHoursMs: 0 };

/** Answered and resolved within five minutes; the test says what differs. */
function fact(more: Partial<EpisodeFact>): EpisodeFact {
  return {
    ...{ no: 1, episode: 1, siteId: 's', departmentId: null, agentId: 'ana', language: null, page: null, stage: null },
    ...{ topic: null, segments: [], tags: [], openedAt: T0, isClosed: true, closedAt: T0 + 5 * MINUTE },
    ...{ isReopened: false, isAgain: false, isComplaint: false, isConfirmed: false },
    ...{ resolution: none, handling: null, queue: none, isServed: true, outcome: 'resolved', cause: null },
    ...{ score: null, targetMs: null, waits: [], credits: [] },
    ...more,
  };
}

const HIT = 2;
const MISS = 1;
const UNKNOWN = 3;
const NOT_COUNTED = 0;
const open = { isClosed: false, closedAt: null, outcome: null } as const;

function judgements(judge: typeof judgeReopened, facts: EpisodeFact[], now = LATER): Judgement[] {
  const columns = toColumns(facts);
  return facts.map((_, row) => judge(columns, row, { clock: 'calendar', targetMs: null, now }));
}

describe('first-contact resolution', () => {
  it('M8 resolved and nothing came: a hit; came again, unresolved or abandoned: a miss; spam and open: not counted', () => {
    const facts = [
      fact({}),
      fact({ isAgain: true }),
      fact({ outcome: 'unresolved' }),
      fact({ outcome: 'abandoned_in_queue' }),
      fact({ outcome: 'spam' }),
      fact(open),
    ];
    expect(judgements(judgeFirstContact, facts)).toEqual([HIT, MISS, MISS, MISS, NOT_COUNTED, NOT_COUNTED]);
  });

  it('M8 younger than seven days is not known: not as a success, and not as a failure either', () => {
    const facts = [fact({}), fact({ isAgain: true }), fact({ outcome: 'unresolved' })];
    const known = T0 + 5 * MINUTE + 7 * DAY;
    expect(judgements(judgeFirstContact, facts, known - 1)).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    expect(judgements(judgeFirstContact, facts, known)).toEqual([HIT, MISS, MISS]);
  });

  it('M8 reopen rate: of resolved ones, known after the ten minutes in which it is possible', () => {
    const facts = [fact({ isReopened: true, isAgain: true }), fact({}), fact({ outcome: 'unresolved' }), fact(open)];
    expect(judgements(judgeReopened, facts)).toEqual([HIT, MISS, NOT_COUNTED, NOT_COUNTED]);
    const known = T0 + 15 * MINUTE;
    expect(judgements(judgeReopened, facts, known - 1).slice(0, 2)).toEqual([UNKNOWN, UNKNOWN]);
    expect(judgements(judgeReopened, facts, known).slice(0, 2)).toEqual([HIT, MISS]);
  });
});

describe('complaints', () => {
  it('M9 only resolved and confirmed counts; who can still say is not known, whatever she has said', () => {
    const complaint = (more: Partial<EpisodeFact>) => fact({ isComplaint: true, ...more });
    const now = T0 + 2 * DAY;
    const facts = [
      complaint({ isConfirmed: true }),
      complaint({}),
      complaint({ isConfirmed: true, outcome: 'unresolved' }),
      complaint({ closedAt: now - HOUR }),
      complaint({ closedAt: now - HOUR, isConfirmed: true }),
      complaint(open),
      fact({ isConfirmed: true }),
    ];
    const expected = [HIT, MISS, MISS, UNKNOWN, UNKNOWN, UNKNOWN, NOT_COUNTED];
    expect(judgements(judgeComplaint, facts, now)).toEqual(expected);
  });
});
