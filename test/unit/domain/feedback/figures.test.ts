// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { FollowUpFilter } from '../../../../protocol/wire/feedback.ts';
import { readEffort, readRecommend } from '../../../../server/domain/feedback/figures.ts';
import {
  countFollowed,
  type Followed,
  type FollowedAlike,
  isHit,
  readFollowUps,
} from '../../../../server/domain/feedback/won-back.ts';

const counts = (answers: number[]) => {
  const found = new Map<number, number>();
  for (const answer of answers) found.set(answer, (found.get(answer) ?? 0) + 1);
  return found;
};

describe('K8 effort', () => {
  it('counts 5, 6 and 7 as easy and gives the mean beside the share', () => {
    const figure = readEffort(counts([1, 4, 5, 6, 7, 7, 7, 7, 7, 7]));
    expect(figure).toMatchObject({ n: 10, easy: 8, share: 0.8, mean: 5.8, few: false });
    // Wilson, 8 of 10, worked out by hand.
    expect(figure.low).toBeCloseTo(0.4902, 4);
    expect(figure.high).toBeCloseTo(0.9433, 4);
  });

  it('says nothing where nobody answered', () => {
    expect(readEffort(new Map())).toEqual({
      ...{ n: 0, mean: null, easy: 0, share: null, low: null, high: null, few: true },
    });
  });
});

describe('K8 recommendation', () => {
  it.each([
    [[9, 10, 8, 7, 6, 0], { promoters: 2, passives: 2, detractors: 2, points: 0 }],
    [[10, 10, 10, 0], { promoters: 3, passives: 0, detractors: 1, points: 50 }],
    [[6], { promoters: 0, passives: 0, detractors: 1, points: -100 }],
    [[7, 8], { promoters: 0, passives: 2, detractors: 0, points: 0 }],
  ])('%j', (answers, expected) => {
    expect(readRecommend(counts(answers))).toMatchObject({ n: answers.length, ...expected });
  });

  it('has an interval where all agree, and it stays within -100 and 100', () => {
    const all = readRecommend(counts(Array.from({ length: 12 }, () => 10)));
    expect(all.points).toBe(100);
    expect(all.low).toBeLessThan(100);
    expect(all.high).toBeLessThanOrEqual(100);
    const one = readRecommend(counts([0]));
    expect(one.low).toBeGreaterThanOrEqual(-100);
  });

  it('covers the truth about 19 times in 20, also for few answers', () => {
    let state = 7;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    };
    for (const [up, down] of [
      [0.6, 0.2],
      [0.85, 0.05],
      [0.3, 0.5],
    ] as const) {
      for (const n of [10, 30, 100]) {
        let covered = 0;
        const ROUNDS = 1_500;
        for (let round = 0; round < ROUNDS; round += 1) {
          const answers = Array.from({ length: n }, () => {
            const drawn = random();
            return drawn < up ? 10 : drawn < up + down ? 3 : 8;
          });
          const { low, high } = readRecommend(counts(answers));
          const truth = 100 * (up - down);
          if ((low ?? 0) <= truth && truth <= (high ?? 0)) covered += 1;
        }
        expect(covered / ROUNDS, `${up} ${down} ${n}`).toBeGreaterThan(0.92);
      }
    }
  });
});

describe('K5 what became of follow-ups', () => {
  const some = (n: number, more: Partial<FollowedAlike>): FollowedAlike => ({
    ...{ kind: 'feedback', isDone: false, isOver: false, isKept: false, outcome: null, n },
    ...{ nextScore: null, nextSolved: null },
    ...more,
  });

  it('K5 a good next rating or "solved" wins back; silence counts neither way, and what the team says is told apart', () => {
    const made = [
      some(1, { nextScore: 5, isDone: true, outcome: 'not_won_back' }),
      some(1, { nextScore: 3, nextSolved: 'yes' }),
      some(1, { nextScore: 3, isDone: true, outcome: 'won_back' }),
      some(1, { nextScore: 1, isOver: true }),
      some(1, { isDone: true, isOver: true, outcome: 'no_answer' }),
      some(7, { kind: 'by_hand', nextScore: 5 }),
    ];
    const figures = readFollowUps(made, []);
    expect(figures.made).toBe(5);
    expect(figures.wonBack).toMatchObject({ n: 4, hits: 2, share: 0.5, few: true });
    expect(figures.silent).toBe(1);
    expect(figures.outcomes).toEqual({ not_won_back: 1, won_back: 1, no_answer: 1 });
    expect(figures).toMatchObject({ open: 2, overdue: 1 });
    expect([countFollowed(figures, 'heard'), countFollowed(figures, 'silent')]).toEqual([4, 1]);
  });

  it('K5 of a million there are as many as there are', () => {
    const made = [some(600_000, { nextScore: 4 }), some(300_000, { nextScore: 1 }), some(100_000, { isOver: true })];
    const due = [some(400_000, { isOver: true, isDone: true, isKept: true }), some(600_000, { isOver: true })];
    const figures = readFollowUps(made, due);
    expect(figures).toMatchObject({ made: 1_000_000, open: 1_000_000, overdue: 100_000, silent: 100_000 });
    expect([figures.wonBack.hits, figures.wonBack.n]).toEqual([600_000, 900_000]);
    expect([figures.kept.hits, figures.kept.n]).toEqual([400_000, 1_000_000]);
  });

  it('K5 kept is done by the due time; what is not due yet and reminders are in neither part', () => {
    const due = [
      some(1, { isOver: true, isDone: true, isKept: true }),
      some(1, { isOver: true, isDone: true }),
      some(1, { isOver: true }),
      some(1, { kind: 'by_hand', isOver: true, isDone: true, isKept: true }),
      some(1, { kind: 'snooze', isOver: true, isDone: true, isKept: true }),
      some(1, { isDone: true, isKept: true }),
    ];
    expect(readFollowUps([], due).kept).toMatchObject({ n: 4, hits: 2, share: 0.5 });
  });

  it.each<[boolean, FollowUpFilter, Partial<Followed>]>([
    [true, 'due', { doneAt: 200 }],
    [false, 'due', { doneAt: 201 }],
    [false, 'due', {}],
    [true, 'heard', { nextScore: 4 }],
    [true, 'heard', { nextScore: 3, nextSolved: 'yes' }],
    [false, 'heard', { nextScore: 3, nextSolved: 'no' }],
    [false, 'silent', {}],
  ])('K5 it is %s that it is a hit of: %s', (expected, which, more) => {
    const one = { ...{ id: 'f', no: 1, episode: 1, dueAt: 200, doneAt: null, outcome: null }, nextScore: null };
    expect(isHit({ ...one, nextSolved: null, ...more }, which)).toBe(expected);
  });
});
