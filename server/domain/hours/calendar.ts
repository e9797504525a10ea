import { type CalendarDocument, type HoursSpan, WEEKDAYS } from '../../../protocol/wire/hours.ts';
import { civilDate, DAY_MINUTES, DAY_MS, dayNumber, MINUTE_MS, readDate, weekdayOf } from './civil.ts';

/** How far the clocks of a zone are ahead of UTC at an instant, ms. Comes from outside: the zones' rules change. */
export type ZoneOffset = (zone: string, at: number) => number;

/** Minutes of a day's wall clock; `to` above 1440 lies in the next day. */
export interface OpenMinutes {
  from: number;
  to: number;
}

export interface DayHours {
  open: readonly OpenMinutes[];
  /** Of a special day. */
  name: string | null;
}

/** A calendar that was read once, for many questions. */
export interface Calendar {
  zone: string;
  /** Monday first. */
  week: readonly DayHours[];
  /** By day number. */
  dated: ReadonlyMap<number, DayHours>;
  /** By `month * 100 + day`, with the first day it holds on. */
  yearly: ReadonlyMap<number, { since: number; hours: DayHours }>;
}

/** Takes a document that was checked (`findCalendarFaults`). */
export function readCalendar(document: CalendarDocument): Calendar {
  const dated = new Map<number, DayHours>();
  const yearly = new Map<number, { since: number; hours: DayHours }>();
  for (const { date, yearly: again, name, hours } of document.days) {
    const civil = readDate(date);
    if (!civil) continue;
    const day: DayHours = { open: hours.map(readSpan), name };
    if (again) yearly.set(civil.month * 100 + civil.day, { since: dayNumber(civil), hours: day });
    else dated.set(dayNumber(civil), day);
  }
  const week = WEEKDAYS.map((weekday) => ({ open: document.week[weekday].map(readSpan), name: null }));
  return { zone: document.zone, week, dated, yearly };
}

/** H2–H4: the hours that begin on this day of the calendar's own wall. */
export function hoursOn(calendar: Calendar, day: number): DayHours {
  const exception = calendar.dated.get(day);
  if (exception) return exception;
  if (calendar.yearly.size > 0) {
    const { month, day: dayOfMonth } = civilDate(day);
    const again = calendar.yearly.get(month * 100 + dayOfMonth);
    if (again && day >= again.since) return again.hours;
  }
  return calendar.week[weekdayOf(day)] as DayHours;
}

/** H1: open is what the clock on the wall there says. So the hour that happens twice counts twice, the one that is left out never. */
export function isOpenAt(calendar: Calendar, offsetOf: ZoneOffset, at: number): boolean {
  const local = at + offsetOf(calendar.zone, at);
  const day = Math.floor(local / DAY_MS);
  const minutes = (local - day * DAY_MS) / MINUTE_MS;
  return (
    hoursOn(calendar, day).open.some(({ from, to }) => from <= minutes && minutes < to) ||
    hoursOn(calendar, day - 1).open.some(({ to }) => minutes + DAY_MINUTES < to)
  );
}

function readSpan({ from, to }: HoursSpan): OpenMinutes {
  const [begin, end] = [readMinutes(from) ?? 0, readMinutes(to) ?? 0];
  return { from: begin, to: end > begin ? end : end + DAY_MINUTES };
}

/** `HH:MM`, up to `24:00`; undefined for anything else. */
export function readMinutes(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= DAY_MINUTES ? total : undefined;
}
