// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readEffort, readRecommend } from '../../../../server/domain/feedback/figures.ts';
import { type Followed, listFollowed, readFollowUps } from '../../../../server/domain/feedback/won-back.ts';

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
  const one = (more: Partial<Followed>): Followed => ({
    ...{ id: 'f', no: 1, episode: 1 },
    ...{ kind: 'feedback', madeAt: 100, dueAt: 200, doneAt: null, outcome: null, nextScore: null, nextSolved: null },
    ...more,
  });

  it('K5 a good next rating or "solved" wins back; silence counts neither way, and what the team says is told apart', () => {
    const made = [
      one({ nextScore: 5, doneAt: 150, outcome: 'not_won_back' }),
      one({ nextScore: 3, nextSolved: 'yes' }),
      one({ nextScore: 3, doneAt: 150, outcome: 'won_back' }),
      one({ nextScore: 1 }),
      one({ doneAt: 180, outcome: 'no_answer' }),
      one({ kind: 'by_hand', nextScore: 5 }),
    ];
    const figures = readFollowUps(made, [], 150);
    expect(figures.made).toBe(5);
    expect(figures.wonBack).toMatchObject({ n: 4, hits: 2, share: 0.5, few: true });
    expect(figures.silent).toBe(1);
    expect(figures.outcomes).toEqual({ not_won_back: 1, won_back: 1, no_answer: 1 });
    expect(figures).toMatchObject({ open: 2, overdue: 0 });
    expect(readFollowUps(made, [], 200)).toMatchObject({ open: 2, overdue: 2 });
    const hits = (which: 'heard' | 'silent') => listFollowed({ made, due: [] }, which, 150).map(({ isHit }) => isHit);
    expect([hits('heard'), hits('silent')]).toEqual([[true, true, false, false], [false]]);
  });

  it('K5 kept is done by the due time; what is not due yet and reminders are in neither part', () => {
    const due = [
      one({ doneAt: 200 }),
      one({ doneAt: 201 }),
      one({}),
      one({ kind: 'by_hand', doneAt: 10 }),
      one({ kind: 'snooze', doneAt: 10 }),
      one({ dueAt: 301, doneAt: 10 }),
    ];
    expect(readFollowUps([], due, 300).kept).toMatchObject({ n: 4, hits: 2, share: 0.5 });
    const listed = listFollowed({ made: [], due }, 'due', 300);
    expect(listed.map(({ isHit }) => isHit)).toEqual([true, false, false, true]);
  });
});
