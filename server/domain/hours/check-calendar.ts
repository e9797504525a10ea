import { type CalendarDocument, type HoursSpan, WEEKDAYS } from '../../../protocol/wire/hours.ts';
import { readMinutes } from './calendar.ts';
import { DAY_MINUTES, readDate } from './civil.ts';

export interface Fault {
  /** Path within the document: `week.monday.0.to`. */
  field: string;
  hint: string;
}

/** What is wrong with a calendar beyond its shape (H10): the first fault, or none. */
export function findCalendarFault(document: CalendarDocument, isZone: (zone: string) => boolean): Fault | undefined {
  if (!isZone(document.zone)) {
    return { field: 'zone', hint: `"${document.zone}" is no IANA time zone. Write it like Europe/Berlin.` };
  }
  for (const weekday of WEEKDAYS) {
    const fault = findSpansFault(document.week[weekday], `week.${weekday}`);
    if (fault) return fault;
  }
  return findDaysFault(document);
}

function findDaysFault({ days }: CalendarDocument): Fault | undefined {
  const known = new Set<string>();
  for (const [index, day] of days.entries()) {
    const field = `days.${index}`;
    if (!readDate(day.date)) {
      return { field: `${field}.date`, hint: `"${day.date}" is no date. Write it like 2026-12-25.` };
    }
    const key = day.yearly ? `every ${day.date.slice(5)}` : day.date;
    if (known.has(key)) {
      return { field: `${field}.date`, hint: `There are two days for ${key}. Write their hours into one.` };
    }
    known.add(key);
    const fault = findSpansFault(day.hours, `${field}.hours`);
    if (fault) return fault;
  }
  return undefined;
}

function findSpansFault(spans: HoursSpan[], field: string): Fault | undefined {
  const read: { from: number; to: number }[] = [];
  for (const [index, span] of spans.entries()) {
    for (const end of ['from', 'to'] as const) {
      const minutes = readMinutes(span[end]);
      if (minutes === undefined || (end === 'from' && minutes === DAY_MINUTES)) {
        return { field: `${field}.${index}.${end}`, hint: `"${span[end]}" is no time. Write it like 09:00.` };
      }
    }
    const [from, to] = [readMinutes(span.from) ?? 0, readMinutes(span.to) ?? 0];
    if (from === to) {
      return {
        field: `${field}.${index}.to`,
        hint: 'Hours end at another time than they begin. For a whole day write 00:00 to 24:00.',
      };
    }
    read.push({ from, to: to > from ? to : to + DAY_MINUTES });
  }
  const clash = read.findIndex((one, index) =>
    read.some((other, place) => place < index && one.from < other.to && other.from < one.to),
  );
  return clash < 0
    ? undefined
    : { field: `${field}.${clash}.from`, hint: 'These hours overlap others of the same day. Write them as one.' };
}
