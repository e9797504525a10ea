import type { Days } from './ports.ts';

export const PERIODS = ['today', 'yesterday', '7', '30', '90', 'days'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Span {
  from: number;
  to: number;
}

/** The first and the last day of a period; both are in it. */
export interface DaySpan {
  first: string;
  last: string;
}

const LENGTHS: Record<Exclude<PeriodName, 'days' | 'yesterday'>, number> = { today: 1, '7': 7, '30': 30, '90': 90 };

interface Given {
  period: PeriodName;
  from?: string | undefined;
  to?: string | undefined;
}

/** Whole days of the zone, up to and including today unless it is told otherwise. */
export function daysOf({ period, from, to }: Given, now: number, zone: string, days: Days): DaySpan {
  const today = days.dayOf(now, zone);
  if (period === 'days' && from !== undefined && to !== undefined) return { first: from, last: to };
  if (period === 'yesterday') {
    const yesterday = days.plus(today, -1);
    return { first: yesterday, last: yesterday };
  }
  const length = period === 'days' ? 1 : LENGTHS[period];
  return { first: days.plus(today, 1 - length), last: today };
}

/** From the first midnight up to the one after the last day; days of 23 and 25 hours are days (M11). */
export function spanOf({ first, last }: DaySpan, zone: string, days: Days): Span {
  return { from: days.startOf(first, zone), to: days.startOf(days.plus(last, 1), zone) };
}

/**
 * As many days right before, or so many times as many. While the period still runs, the earlier one ends at the same time of its day:
 * a morning is not compared with a whole day.
 */
export function spanBefore(given: DaySpan, now: number, zone: string, days: Days, times = 1): Span {
  const whole = spanOf(given, zone, days);
  const length = times * lengthOf(given, days);
  const before = spanOf({ first: days.plus(given.first, -length), last: days.plus(given.last, -length) }, zone, days);
  if (now >= whole.to || now < whole.from) return before;
  const untilNow = now - days.startOf(given.last, zone);
  return { from: before.from, to: Math.min(before.to, days.startOf(days.plus(given.last, -length), zone) + untilNow) };
}

export function lengthOf({ first, last }: DaySpan, days: Days): number {
  let length = 1;
  for (let day = first; day < last && length < 3_660; day = days.plus(day, 1)) length += 1;
  return length;
}
