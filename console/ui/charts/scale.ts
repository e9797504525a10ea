/** What an axis counts: pieces, parts of a whole (0 to 1), or lengths of time. */
export type Kind = 'count' | 'share' | 'ms';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps that people count time in. */
const TIME_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((s) => s * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((m) => m * MINUTE),
  ...[1, 2, 3, 6, 12].map((h) => h * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100].map((d) => d * DAY),
];
const STEPS_MAX = 5;

/** Round marks from zero to the first one that is not below the largest value; at most six of them. */
export function ticksOf(most: number, kind: Kind): number[] {
  if (kind === 'share') return [0, 0.25, 0.5, 0.75, 1];
  const step = kind === 'ms' ? timeStep(most) : countStep(most);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function timeStep(most: number): number {
  return TIME_STEPS.find((step) => most / step <= STEPS_MAX) ?? Math.ceil(most / STEPS_MAX / DAY) * DAY;
}

function countStep(most: number): number {
  let size = 1;
  for (;;) {
    for (const step of [size, 2 * size, 5 * size]) if (most / step <= STEPS_MAX) return step;
    size *= 10;
  }
}

/** From a value to a place; a scale without values stands still. */
export function scaleOf(most: number, length: number): (value: number) => number {
  return (value) => (most === 0 ? 0 : (value / most) * length);
}

/** Every which label can be read when each needs so much room. */
export function labelEvery(count: number, width: number, labelWidth: number): number {
  const fit = Math.max(1, Math.floor(width / labelWidth));
  return Math.max(1, Math.ceil(count / fit));
}

/** Runs of neighbours that have a value: where one is missing the line is not drawn. */
export function runsOf(values: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last && last.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** Which of `levels` shades a value gets, by its place among all: 0 is the quietest. Equal values are equal. */
export function levelsOf(values: readonly (number | null)[], levels: number): (value: number) => number {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  return (value) => {
    const below = sorted.filter((one) => one < value).length;
    return sorted.length < 2 ? 0 : Math.min(levels - 1, Math.floor((below / (sorted.length - 1)) * levels));
  };
}
