import type { Calendar, ZoneOffset } from './calendar.ts';
import { listOpenSpans } from './open-spans.ts';

/** A calendar in force from an instant until the next version's. Null: no hours, so open always. */
export interface CalendarVersion {
  validFrom: number;
  calendar: Calendar | null;
}

/** The version in force at an instant (H9). Before the first one there were no hours. `versions` in order. */
function versionAt(versions: readonly CalendarVersion[], at: number): Calendar | null {
  return versions.findLast((version) => version.validFrom <= at)?.calendar ?? null;
}

/** H6: a department's own hours go before its site's; where it has none, those of the site hold. */
export function withSite(own: readonly CalendarVersion[], site: readonly CalendarVersion[]): CalendarVersion[] {
  if (own.length === 0) return [...site];
  const starts = [...new Set([...own, ...site].map((version) => version.validFrom))].sort((one, other) => one - other);
  return starts.map((validFrom) => ({
    validFrom,
    calendar: versionAt(own, validFrom) ?? versionAt(site, validFrom),
  }));
}

/**
 * How much of a span lay within business hours, ms (M11): each part is measured with the calendar that was in force
 * then, so that changed hours never change a figure of the past.
 */
export function businessMs(
  versions: readonly CalendarVersion[],
  offsetOf: ZoneOffset,
  from: number,
  to: number,
): number {
  const cuts = versions.map((version) => version.validFrom).filter((at) => at > from && at < to);
  const marks = [from, ...cuts, to];
  let total = 0;
  for (const [index, begin] of marks.slice(0, -1).entries()) {
    const end = marks[index + 1] as number;
    const calendar = versionAt(versions, begin);
    total += calendar ? lengthOf(calendar, offsetOf, begin, end) : end - begin;
  }
  return total;
}

function lengthOf(calendar: Calendar, offsetOf: ZoneOffset, from: number, to: number): number {
  return listOpenSpans(calendar, offsetOf, from, to).reduce((sum, span) => sum + span.to - span.from, 0);
}
