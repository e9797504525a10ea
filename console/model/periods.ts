import type { Calendar } from './ports.ts';

export const PERIODS = ['today', '7', '30'] as const;
export type PeriodName = (typeof PERIODS)[number];

export const FILTERS = ['all', 'answered', 'abandoned', 'rated', 'satisfied'] as const;
export type EpisodeFilter = (typeof FILTERS)[number];

export interface Span {
  from: number;
  to: number;
}

const DAYS: Record<PeriodName, number> = { today: 1, '7': 7, '30': 30 };

/** Whole local days up to and including today; `to` is the next midnight. */
export function spanOf(period: PeriodName, now: number, calendar: Calendar): Span {
  return { from: calendar.startOfDay(now, 1 - DAYS[period]), to: calendar.startOfDay(now, 1) };
}
