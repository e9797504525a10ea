import type { Calendar, ZoneOffset } from './calendar.ts';
import { DAY_MS } from './civil.ts';
import { listOpenSpans } from './open-spans.ts';

/** Looked through piece by piece: nearly always the first one is enough. */
const LOOKS = 60;
const LOOK_MS = 7 * DAY_MS;

/** K3: the instant at which `ms` of business time have passed since `from`. Without hours every minute counts. */
export function dueAfter(calendar: Calendar | null, offsetOf: ZoneOffset, from: number, ms: number): number {
  if (!calendar) return from + ms;
  let left = ms;
  for (let look = 0; look < LOOKS; look += 1) {
    const begin = from + look * LOOK_MS;
    for (const span of listOpenSpans(calendar, offsetOf, begin, begin + LOOK_MS)) {
      if (span.to - span.from >= left) return span.from + left;
      left -= span.to - span.from;
    }
  }
  // Closed for more than a year: by the calendar on the wall, so that it is not forgotten.
  return from + ms;
}
