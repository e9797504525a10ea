// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { toColumns } from '../../../server/domain/measures/columns.ts';
import { LENGTHS, SHARES } from '../../../server/domain/measures/definitions.ts';
import type { EpisodeFact, WaitFact } from '../../../server/domain/measures/fact.ts';
import type { Aim } from '../../../server/domain/measures/judgement.ts';
import {
  beginOf,
  createWall,
  dateOf,
  dayOfWall,
  hourOf,
  piecesOfWall,
  weekdayNumber,
} from '../../../server/domain/measures/local-time.ts';
import { systemZones } from '../../../server/platform/zone-offset.ts';

/** What counts, and what is a hit, by hand. */

const S = 1_000;
const none = { ms: 0, inHoursMs: 0 };
const fact = (more: Partial<EpisodeFact> = {}): EpisodeFact => ({
  ...{ no: 1, episode: 1, siteId: 's', departmentId: null, agentId: 'ana', language: null, page: null, stage: null },
  ...{ topic: null, segments: [], tags: [], openedAt: 0, isClosed: true, closedAt: 900 * S },
  ...{ isReopened: false, isAgain: false, isComplaint: false, isConfirmed: false },
  ...{ resolution: none, handling: null, queue: none, isServed: true, outcome: 'resolved', cause: null },
  ...{ score: null, targetMs: null, waits: [], credits: [] },
  ...more,
});
const wait = (ms: number, more: Partial<WaitFact> = {}): WaitFact => ({
  ...{ seq: 1, isAnswered: true, isOpen: false, isFirst: true, agentId: 'ana', queue: none },
  length: { ms, inHoursMs: 0 },
  ...more,
});
const LEFT = { isAnswered: false } as const;

function level(one: WaitFact, more: Partial<EpisodeFact> = {}, aim: Partial<Aim> = {}) {
  const columns = toColumns([fact({ waits: [one], ...more })]);
  return SHARES.serviceLevel.judge(columns, 0, { clock: 'calendar', targetMs: null, now: 0, ...aim }, 0);
}

describe('what is counted', () => {
  it('M10 exactly at the target is within it; who left is missed, however soon; what runs is missed once it is over', () => {
    expect([60_000, 60_001].map((ms) => level(wait(ms)))).toEqual([2, 1]);
    expect(level(wait(5_000, LEFT))).toBe(1);
    const open = { isClosed: false, closedAt: null, outcome: null } as const;
    expect([60_000, 60_001].map((ms) => level(wait(ms, { ...LEFT, isOpen: true }), open))).toEqual([0, 1]);
  });

  it('M10 the target is the question’s, or else the one of the episode; the clock is the one that was asked for', () => {
    expect([30_000, 30_001].map((ms) => level(wait(ms), { targetMs: 30_000 }))).toEqual([2, 1]);
    expect([20_000, 20_001].map((ms) => level(wait(ms), { targetMs: 30_000 }, { targetMs: 20_000 }))).toEqual([2, 1]);
    const overNight = wait(600 * S, { length: { ms: 600 * S, inHoursMs: 10 * S } });
    expect([level(overNight), level(overNight, {}, { clock: 'business' })]).toEqual([1, 2]);
  });

  it('M6 satisfied is 4 or 5; who was not asked is in no share, who said nothing in the rate alone', () => {
    const scores = [null, 1, 2, 3, 4, 5];
    const open = fact({ isClosed: false, closedAt: null, outcome: null });
    const facts = [...scores.map((score) => fact({ score })), open];
    const columns = toColumns(facts);
    const judge = (name: 'csat' | 'responseRate') => facts.map((_, row) => SHARES[name].judge(columns, row));
    expect(judge('csat')).toEqual([0, 1, 1, 1, 2, 2, 0]);
    expect(judge('responseRate')).toEqual([1, 2, 2, 2, 2, 2, 0]);
  });

  it('M9 M4 a complaint that ended unresolved, and a queue that somebody left, are known as “longer than”', () => {
    const columns = toColumns([
      fact({ isComplaint: true }),
      fact({ isComplaint: true, outcome: 'unresolved' }),
      fact({ isServed: false, outcome: 'abandoned_in_queue' }),
    ]);
    expect([...LENGTHS.complaintTime.ended(columns)]).toEqual([1, 0, 0]);
    expect([...LENGTHS.queue.ended(columns)]).toEqual([1, 1, 0]);
    expect([...LENGTHS.resolution.ended(columns)]).toEqual([1, 1, 1]);
  });
});

describe('the wall', () => {
  const at = (iso: string) => Date.parse(iso);
  const on = (zone: string, iso: string): [hour: number, weekday: number, day: string] => {
    const span = [at('2026-01-01T00:00:00Z'), at('2026-12-31T00:00:00Z')] as const;
    const wall = createWall(piecesOfWall(zone, systemZones.offsetOf, ...span));
    // Somewhere else first: what was found for one instant does not hold for another.
    wall(at('2026-02-01T00:00:00Z'));
    const local = wall(at(iso));
    return [hourOf(local), weekdayNumber(local), dateOf(dayOfWall(local))];
  };

  it('N6 hours, weekdays and days are those on the wall, before and after the clocks are changed', () => {
    expect(on('Europe/Berlin', '2026-03-29T00:59:59Z')).toEqual([1, 7, '2026-03-29']);
    expect(on('Europe/Berlin', '2026-03-29T01:00:00Z')).toEqual([3, 7, '2026-03-29']);
    expect(on('Europe/Berlin', '2026-10-25T00:30:00Z')).toEqual([2, 7, '2026-10-25']);
    expect(on('Europe/Berlin', '2026-10-25T01:30:00Z')).toEqual([2, 7, '2026-10-25']);
    expect(on('Europe/Berlin', '2026-07-05T22:00:00Z')).toEqual([0, 1, '2026-07-06']);
    expect(on('Asia/Kathmandu', '2026-07-05T18:14:59Z')).toEqual([23, 7, '2026-07-05']);
    expect(on('Asia/Kathmandu', '2026-07-05T18:15:00Z')).toEqual([0, 1, '2026-07-06']);
  });

  it('N6 a day whose midnight comes twice begins with the first; one without a midnight, when the clock goes on', () => {
    const begin = (zone: string, day: string) =>
      beginOf(at(`${day}T00:00:00Z`) / 86_400_000, zone, systemZones.offsetOf);
    // Havana puts its clocks back from one to midnight, and forward at midnight.
    expect(begin('America/Havana', '2026-11-01')).toBe(at('2026-11-01T04:00:00Z'));
    expect(begin('America/Havana', '2026-03-08')).toBe(at('2026-03-08T05:00:00Z'));
    expect(begin('Atlantic/Azores', '2026-03-29')).toBe(at('2026-03-29T01:00:00Z'));
    expect(begin('Africa/Cairo', '2026-04-24')).toBe(at('2026-04-23T22:00:00Z'));
    expect(begin('Europe/Berlin', '2026-10-26')).toBe(at('2026-10-25T23:00:00Z'));
  });
});
