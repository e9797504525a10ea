import { REPORT_LATE_MS_MAX } from '../../../protocol/wire/limits.ts';
import type { ReportPlan } from '../../../protocol/wire/mail.ts';
import type { ZoneOffset } from '../hours/calendar.ts';
import { DAY_MS, weekdayOf } from '../hours/civil.ts';
import { instantOf } from '../measures/local-time.ts';

export interface ReportDue {
  every: 'day' | 'week';
  /** Whole local days: the day before, or the seven days before. */
  from: number;
  to: number;
  /** Names this one report: `2026-11-26` as a day number and how often, so that it is one whoever finds it due. */
  key: string;
}

const HOUR_MS = 3_600_000;

/**
 * E10: the report whose hour has come last, while it is not too late for it. By the clock on the wall of the plan's zone: the hour
 * that is left out in spring is the one after it, the hour that comes twice in autumn counts the first time.
 * `since`: when the plan was made; what was due before is not sent for it.
 */
export function findReportDue(plan: ReportPlan, offsetOf: ZoneOffset, since: number, now: number): ReportDue | null {
  const { every, zone, hour } = plan;
  if (every === 'never' || plan.to.length === 0) return null;
  const today = Math.floor((now + offsetOf(zone, now)) / DAY_MS);
  for (const day of [today, today - 1]) {
    if (every === 'week' && weekdayOf(day) !== plan.weekday - 1) continue;
    const dueAt = instantOf(day * DAY_MS + hour * HOUR_MS, zone, offsetOf);
    if (dueAt > now) continue;
    if (dueAt < since || now - dueAt > REPORT_LATE_MS_MAX) return null;
    const begin = (first: number) => instantOf(first * DAY_MS, zone, offsetOf);
    return { every, from: begin(day - (every === 'day' ? 1 : 7)), to: begin(day), key: `${every} ${day} ${zone}` };
  }
  return null;
}
