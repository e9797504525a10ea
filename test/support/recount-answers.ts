import { expect } from 'vitest';
import type { CountedEpisode } from './recount.ts';
import { shareOf } from './recount-shares.ts';

/** What was said, with a name or without, as one list (K8, K9). */
export interface Said {
  site: number;
  /** When its episode began; without a name only the noon of that day is known. */
  at: number;
  ratedAt: number;
  isNameless: boolean;
  score: number;
  effort: number | null;
  recommend: number | null;
}

const Z = 1.959964;

export function saidIn(all: readonly CountedEpisode[]): Said[] {
  return all.flatMap(({ site, openedAt, ratedAt, nameless, score, effort, recommend }): Said[] => {
    if (ratedAt === null) return [];
    const noon = new Date(openedAt).setUTCHours(12, 0, 0, 0);
    if (nameless) return [{ site, at: noon, ratedAt, isNameless: true, ...nameless }];
    return score === null ? [] : [{ site, at: openedAt, ratedAt, isNameless: false, score, effort, recommend }];
  });
}

/** M6 */
export function csatOf(scores: readonly number[], asked: number) {
  const satisfied = scores.filter((score) => score >= 4).length;
  const { share, low, high, few } = shareOf(satisfied, scores.length);
  return {
    ...{ answers: scores.length, satisfied, asked, share, low, high, few },
    scores: [1, 2, 3, 4, 5].map((score) => scores.filter((one) => one === score).length),
  };
}

/** CES: 5 and more of 7 found it easy. */
export function effortOf(answers: readonly number[]) {
  const easy = answers.filter((answer) => answer >= 5).length;
  const { n, share, low, high, few } = shareOf(easy, answers.length);
  const mean = answers.length === 0 ? null : expect.closeTo(sum(answers) / answers.length, 6);
  return { n, mean, easy, share, low, high, few };
}

/** NPS: of a hundred so many more would recommend it (9, 10) than would not (0 to 6). Three answers are added for the interval: ¾, 1½, ¾. */
export function recommendOf(answers: readonly number[]) {
  const n = answers.length;
  const kinds = answers.map((answer) => (answer > 8 ? 1 : answer < 7 ? -1 : 0));
  const of = (kind: number) => kinds.filter((one) => one === kind).length;
  const counts = { n, promoters: of(1), passives: of(0), detractors: of(-1), few: n < 10 };
  if (n === 0) return { ...counts, points: null, low: null, high: null };
  const [up, down] = [of(1) + 0.75, of(-1) + 0.75];
  const mean = (up - down) / (n + 3);
  // The variance of a number that is 1, 0 or −1.
  const variance = (up * (1 - mean) ** 2 + down * (1 + mean) ** 2 + (of(0) + 1.5) * mean ** 2) / (n + 3);
  const half = Z * Math.sqrt(variance / (n + 3));
  return {
    ...counts,
    points: expect.closeTo((100 * sum(kinds)) / n, 6),
    low: expect.closeTo(100 * Math.max(-1, mean - half), 4),
    high: expect.closeTo(100 * Math.min(1, mean + half), 4),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce<number>((one, other) => one + other, 0);
}
