import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { Measures } from '../../protocol/wire/measures.ts';
import { readRanges } from '../../server/domain/queue/expected-wait.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readSplit } from '../../server/usecases/read-measures.ts';
import { measuresOf } from '../support/figures-of.ts';
import type { Happening } from '../support/history-plan.ts';
import { agentId, LiveHistory } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/**
 * What others count wrong (the end of metrics.md), one case each, with figures worked out by hand. Each conversation is
 * written as its steps after an opening: [ms since the opening, deed].
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** A Wednesday, ten seconds before midnight in UTC. */
const LATE = Date.parse('2026-11-25T23:59:50Z');

type Step = [afterMs: number, deed: Happening['deed']];
const assign: Step = [0, { what: 'assign', agent: 0 }];
const answer = (afterMs: number): Step => [afterMs, { what: 'agent-says', agent: 0 }];
const end = (afterMs: number): Step => [afterMs, { what: 'end', by: 'agent' }];

let context: TestContext;

beforeEach(async () => {
  context = await openTestContext(new ManualClock(LATE + 9 * DAY));
});
afterEach(() => context.close());

async function reportOf(
  talks: { at?: number; department?: number | null; steps: Step[] }[],
  agents = 1,
): Promise<Measures> {
  const happenings = talks.flatMap(({ at = LATE, department = null, steps }, no): Happening[] => [
    {
      at,
      no,
      deed: { what: 'open', visitor: no, site: 0, department, language: 'en', page: '/', segments: [], topic: null },
    },
    ...steps.map(([afterMs, deed]) => ({ at: at + afterMs, no, deed })),
  ]);
  happenings.sort((one, other) => one.at - other.at);
  const plan = {
    conversations: talks.length,
    agents,
    sites: 1,
    departments: 2,
    from: LATE - DAY,
    to: LATE + 9 * DAY,
  };
  await new LiveHistory(context.store, { ...plan, happenings }).happen();
  return measuresOf(context, plan);
}

function answeredAfter(...lengths: number[]) {
  return lengths.map((ms) => ({ steps: [assign, answer(ms), end(ms)] }));
}

describe('known mistakes of others', () => {
  it('M11 counts who waited longer than the target, and longer than ten minutes', async () => {
    const report = await reportOf(answeredAfter(30 * SECOND, 40 * SECOND, 20 * MINUTE));
    expect(report.firstResponse).toMatchObject({ n: 3, p50Ms: 40 * SECOND, p90Ms: 20 * MINUTE });
    expect(report.firstResponse.meanMs).toBe((70 * SECOND + 20 * MINUTE) / 3);
  });

  it('M11 the median is the one in the middle, not a mean of what was left after a trim', async () => {
    const report = await reportOf(answeredAfter(1 * SECOND, 2 * SECOND, 3 * SECOND, 500 * SECOND, 900 * SECOND));
    expect(report.firstResponse.p50Ms).toBe(3 * SECOND);
  });

  it('M2 a wait over midnight is its length, not a difference of dates', async () => {
    const report = await reportOf(answeredAfter(20 * SECOND));
    expect(report.firstResponse.p50Ms).toBe(20 * SECOND);
  });

  it('M11 without hours there is no figure within hours: no zeros, no second mean', async () => {
    const report = await reportOf(answeredAfter(20 * SECOND));
    expect(report.firstResponseInHours ?? null).toBeNull();
  });

  it('M2 a reopened conversation is counted from its reopening, and its first life once', async () => {
    const again: Step[] = [
      [7 * DAY, { what: 'reopen', language: 'en', page: '/', segments: [], topic: null }],
      [7 * DAY, { what: 'assign', agent: 0 }],
      answer(7 * DAY + 5 * SECOND),
      end(7 * DAY + 2 * MINUTE),
    ];
    const report = await reportOf([{ steps: [assign, answer(20 * SECOND), end(MINUTE), ...again] }]);
    expect(report.episodes).toBe(2);
    expect(report.firstResponse).toMatchObject({ n: 2, p50Ms: 5 * SECOND, p90Ms: 20 * SECOND });
    // Solved within two minutes of coming back, and not within a week.
    expect(report.resolution).toMatchObject({ n: 2, p50Ms: MINUTE, p90Ms: 2 * MINUTE });
  });

  it('M2 departments weigh as much as they had conversations', async () => {
    const small = { department: 0, steps: [assign, answer(10 * SECOND), end(MINUTE)] };
    const large = { department: 1, steps: [assign, answer(100 * SECOND), end(2 * MINUTE)] };
    const report = await reportOf([small, ...Array.from({ length: 9 }, () => large)]);
    expect(report.firstResponse).toMatchObject({ n: 10, p50Ms: 100 * SECOND, meanMs: 91 * SECOND });
  });

  it('M1 an automatic word is no answer', async () => {
    const told: Step = [SECOND, { what: 'auto-says' }];
    const report = await reportOf([{ steps: [told, [2 * SECOND, assign[1]], answer(MINUTE)] }]);
    expect(report.firstResponse).toMatchObject({ n: 1, answered: 1, p50Ms: MINUTE });
  });

  it('M3 a wait belongs to whoever ended it, not to whoever has the conversation', async () => {
    const beside: Step = [30 * SECOND, { what: 'agent-says', agent: 1 }];
    const again: Step[] = [
      [MINUTE, { what: 'visitor-says' }],
      [MINUTE + 5 * SECOND, { what: 'agent-says', agent: 0 }],
    ];
    await reportOf([{ steps: [assign, beside, ...again, end(2 * MINUTE)] }], 2);
    const question = { from: LATE - DAY, to: LATE + 9 * DAY, zone: 'UTC', clock: 'calendar' } as const;
    const { answer } = await readSplit(context, {} as AgentSubject, { question, split: 'agent' });
    if (!answer.ok) throw new Error(answer.error);
    const lengths = answer.value.groups.map(({ key, measures: { response } }) => [key, response.n, response.p50Ms]);
    expect(new Map(lengths.map(([key, ...found]) => [key, found]))).toEqual(
      new Map([
        [agentId(0), [1, 5 * SECOND]],
        [agentId(1), [1, 30 * SECOND]],
      ]),
    );
  });

  it('M11 who was never answered makes the figure longer, not shorter', async () => {
    const left: { steps: Step[] } = { steps: [[5 * MINUTE, { what: 'end', by: 'visitor' }]] };
    const report = await reportOf([...answeredAfter(10 * SECOND, 20 * SECOND), left, left, left]);
    expect(report.firstResponse).toMatchObject({ n: 5, answered: 2, p50Ms: null });
    expect(report.outcomes).toMatchObject({ abandoned_in_queue: 3 });
  });

  it('M17 the expected wait knows how many agents there are, and sixty-five minutes are not five', () => {
    const samplesMs = Array.from({ length: 20 }, () => 5 * MINUTE);
    const last = (agents: number) => {
      const slots = Array.from({ length: agents }, () => 0);
      return readRanges({ slots, samplesMs, wrapUpMs: 0, waiting: 14 }, seededRandom(1)).at(-1);
    };
    // By hand: one agent who has just begun takes the fourteenth after fourteen talks of five minutes; two after seven each.
    expect(last(1)).toEqual({ lowMs: 70 * MINUTE, highMs: 71 * MINUTE });
    expect(last(2)).toEqual({ lowMs: 35 * MINUTE, highMs: 36 * MINUTE });
  });
});
