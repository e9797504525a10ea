import type { Lengths, Measures, Share } from '../../../protocol/wire/measures.ts';
import { duration, number, percent, shortDuration } from '../format.ts';
import type { MeasureName } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';

/** A figure of whatever kind, ready to be written, sorted, drawn and opened. */
export type Figured =
  | { kind: 'count'; value: number; n: number; few: false }
  | { kind: 'share'; value: number | null; n: number; few: boolean; share: Share }
  | { kind: 'lengths'; value: number | null; n: number; few: boolean; lengths: Lengths };

export interface BookEntry {
  measure: MeasureName;
  /** Name of the rows behind it. */
  which: string;
  /** Null: not known here. */
  read(measures: Measures): Figured | null;
}

const count = (measure: 'episodes' | 'answered' | 'abandoned'): BookEntry => ({
  measure,
  which: measure,
  read: ({ [measure]: value }) => ({ kind: 'count', value, n: value, few: false }),
});

/** A field that an older relay does not know is no figure. */
const share = (
  measure: MeasureName,
  which: string,
  read: (measures: Measures) => Share | null | undefined,
): BookEntry => ({
  measure,
  which,
  read(measures) {
    const found = read(measures);
    return found ? { kind: 'share', value: found.share, n: found.n, few: found.few, share: found } : null;
  },
});

const lengths = (
  measure: MeasureName,
  which: string,
  read: (measures: Measures) => Lengths | null | undefined,
): BookEntry => ({
  measure,
  which,
  read(measures) {
    const found = read(measures);
    return found ? { kind: 'lengths', value: found.p50Ms, n: found.n, few: found.few, lengths: found } : null;
  },
});

export function csatShare({ csat }: Measures): Share {
  return { hits: csat.satisfied, n: csat.answers, share: csat.share, low: csat.low, high: csat.high, few: csat.few };
}

/** Every figure once: views, splits, comparison and cards read it from here. */
const BOOK: readonly BookEntry[] = [
  count('episodes'),
  count('answered'),
  count('abandoned'),
  share('abandonedShare', 'abandoned', (m) => m.abandonedShare),
  lengths('firstResponse', 'firstResponse', (m) => m.firstResponse),
  lengths('firstResponseInHours', 'firstResponse', (m) => m.firstResponseInHours),
  lengths('response', 'response', (m) => m.response),
  lengths('responseInHours', 'response', (m) => m.responseInHours),
  lengths('responseWithoutQueue', 'response', (m) => m.responseWithoutQueue),
  lengths('queue', 'queue', (m) => m.queue),
  lengths('queueInHours', 'queue', (m) => m.queueInHours),
  lengths('resolution', 'resolution', (m) => m.resolution),
  lengths('resolutionInHours', 'resolution', (m) => m.resolutionInHours),
  lengths('handling', 'handling', (m) => m.handling),
  share('serviceLevel', 'serviceLevel', (m) => m.serviceLevel),
  share('csat', 'rated', csatShare),
  share('responseRate', 'rated', (m) => m.responseRate),
  share('resolvedShare', 'ended', (m) => m.resolvedShare),
  share('firstContact', 'firstContact', (m) => m.firstContact),
  share('reopened', 'reopened', (m) => m.reopened),
  share('complaints', 'complaints', (m) => m.complaints),
  lengths('complaintTime', 'complaintTime', (m) => m.complaintTime),
];

export function pick(...names: readonly MeasureName[]): BookEntry[] {
  return names.map((name) => BOOK.find(({ measure }) => measure === name)).filter((entry) => entry !== undefined);
}

/** A figure in words; `narrow` where there is little room. */
export function spell(figured: Figured | null, narrow = false): string {
  if (!figured) return words.none;
  if (figured.kind === 'count') return number(figured.value);
  if (figured.kind === 'share') return figured.value === null ? words.none : percent(figured.value);
  if (figured.n === 0) return words.none;
  if (figured.value === null) return words.notReached;
  return narrow ? shortDuration(figured.value) : duration(figured.value);
}

/** What an order of rows goes by: few and unknown always stand last, whichever way it runs. */
export function compareFigured(a: Figured | null, b: Figured | null, way: 1 | -1): number {
  const isJudged = (one: Figured | null) => one !== null && !one.few && (one.value !== null || isSlow(one));
  if (isJudged(a) !== isJudged(b)) return isJudged(a) ? -1 : 1;
  if (!isJudged(a)) return (b?.n ?? 0) - (a?.n ?? 0);
  return way * (weight(a) - weight(b));
}

/** A share that was never reached is longer than every length, and not unknown. */
const isSlow = (one: Figured) => one.kind === 'lengths' && one.n > 0;
const weight = (one: Figured | null) => one?.value ?? Number.MAX_SAFE_INTEGER;
