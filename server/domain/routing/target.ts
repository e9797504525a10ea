import type { TargetTimes } from '../../../protocol/wire/model.ts';
import { TARGET_AT_RISK_SHARE } from '../../../protocol/wire/routing.ts';
import type { Calendar, ZoneOffset } from '../hours/calendar.ts';
import { dueAfter } from '../hours/due-time.ts';
import { type Settings, settingsFor } from './standing.ts';

/** M10: what the owner aims at for this visitor: the most urgent of her segments, otherwise what holds in the department. */
export function targetFor(settings: Settings, departmentId: string | null, segments: readonly string[]): number | null {
  const { segmentTargets } = settings.plan;
  const own = segments.flatMap((segment) =>
    Object.hasOwn(segmentTargets, segment) ? (segmentTargets[segment] ?? []) : [],
  );
  return own.length > 0 ? Math.min(...own) : settingsFor(settings, departmentId).targetMs;
}

/** M10 M11: of a wait that began at `since`. A target of a minute that was set at closing time is at risk after the next opening. */
export function timesOf(calendar: Calendar | null, offsetOf: ZoneOffset, since: number, targetMs: number): TargetTimes {
  const riskAt = dueAfter(calendar, offsetOf, since, Math.ceil(targetMs * TARGET_AT_RISK_SHARE));
  return { riskAt, missAt: dueAfter(calendar, offsetOf, since, targetMs) };
}
