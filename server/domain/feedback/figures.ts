import type { EffortFigure, PartOf, RecommendFigure } from '../../../protocol/wire/feedback.ts';
import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import { readWilson, Z_95 } from '../rating.ts';

/** From which answer on it was easy. */
const EASY_MIN = 5;
const PROMOTER_MIN = 9;
const DETRACTOR_MAX = 6;

/** How often each answer was given. */
export type Counts = ReadonlyMap<number, number>;

/** A share with its n and interval (K8). */
export function readPart(hits: number, n: number): PartOf {
  const interval = n === 0 ? { low: null, high: null } : readWilson(hits, n);
  return { n, hits, share: n === 0 ? null : hits / n, ...interval, few: n < CSAT_ANSWERS_MIN };
}

/** CES (K8): the share of 5 to 7 leads, the mean stands beside it. */
export function readEffort(counts: Counts): EffortFigure {
  const all = [...counts];
  const n = all.reduce((sum, [, times]) => sum + times, 0);
  const easy = all.reduce((sum, [answer, times]) => sum + (answer >= EASY_MIN ? times : 0), 0);
  const total = all.reduce((sum, [answer, times]) => sum + answer * times, 0);
  const { share, low, high, few } = readPart(easy, n);
  return { n, mean: n === 0 ? null : total / n, easy, share, low, high, few };
}

/** NPS (K8): promoters less detractors, in points. */
export function readRecommend(counts: Counts): RecommendFigure {
  const count = (fits: (answer: number) => boolean) =>
    [...counts].reduce((sum, [answer, times]) => sum + (fits(answer) ? times : 0), 0);
  const promoters = count((answer) => answer >= PROMOTER_MIN);
  const detractors = count((answer) => answer <= DETRACTOR_MAX);
  const n = count(() => true);
  const figure = { n, promoters, passives: n - promoters - detractors, detractors, few: n < CSAT_ANSWERS_MIN };
  if (n === 0) return { ...figure, points: null, low: null, high: null };
  const { low, high } = readDifference(promoters, detractors, n);
  return { ...figure, points: (100 * (promoters - detractors)) / n, low, high };
}

/**
 * 95 % interval of a difference of two parts of one whole: three answers are added, one half of them in the middle and a
 * quarter at each end, then the usual normal interval (docs/feedback.md). The plain one has no width where all agree.
 */
function readDifference(up: number, down: number, n: number): { low: number; high: number } {
  const ADDED = 3;
  const all = n + ADDED;
  const [more, less] = [(up + ADDED / 4) / all, (down + ADDED / 4) / all];
  const middle = more - less;
  const half = Z_95 * Math.sqrt((more + less - middle * middle) / all);
  return { low: 100 * Math.max(-1, middle - half), high: 100 * Math.min(1, middle + half) };
}
