import type { HistogramOf, MeasureClock, StretchPart, StretchRows } from '../../../protocol/wire/measures.ts';
import type { LengthName } from './definitions.ts';

/** One bin of a histogram, as its rows are asked for. */
export interface Stretch {
  of: HistogramOf;
  part: StretchPart;
  fromMs: number;
  toMs: number;
}

/** Of lengths that have one. */
const IN_HOURS: Partial<Record<LengthName, LengthName>> = {
  firstResponse: 'firstResponseInHours',
  response: 'responseInHours',
  queue: 'queueInHours',
  resolution: 'resolutionInHours',
};

/** By the clock that was asked for: for the histogram and for the rows behind its bins. */
export function lengthNameOf(of: HistogramOf, clock: MeasureClock): LengthName {
  return clock === 'business' ? (IN_HOURS[of] ?? of) : of;
}

/** Takes a name that was checked; null: it is that of another list. */
export function readStretch(of: StretchRows | string): Stretch | null {
  const [name = '', rest] = of.split(':');
  const [part, from, to] = rest?.split('-') ?? [];
  if (to === undefined) return null;
  const toMs = to === '' ? Number.POSITIVE_INFINITY : Number(to);
  return { of: name as HistogramOf, part: part as StretchPart, fromMs: Number(from), toMs };
}
