import type { Step } from '../../model/reports.ts';
import { LOCALE } from '../format.ts';

/** Times by the clock of a zone, in the reader's form of English. */
export interface ZoneForms {
  /** 3 Nov, 14:05 */
  dayTime(at: number): string;
  /** 14:05 */
  time(at: number): string;
  /** 3 November 2026 */
  day(at: number): string;
  /** Under an axis. */
  label(at: number, by: Step): string;
  /** In a table, where nothing else says the day. */
  full(at: number, by: Step): string;
  /** Monday 14:00 */
  hourOfWeek(at: number): string;
}

const kept = new Map<string, ZoneForms>();

export function formsOf(timeZone: string): ZoneForms {
  const known = kept.get(timeZone);
  if (known) return known;
  const form = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, { timeZone, ...options });
  const [dayTime, time, day, short, hour, hourDay, hourOfWeek] = [
    form({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
    form({ hour: 'numeric', minute: '2-digit' }),
    form({ day: 'numeric', month: 'long', year: 'numeric' }),
    form({ day: 'numeric', month: 'short' }),
    form({ hour: 'numeric' }),
    form({ day: 'numeric', month: 'short', hour: 'numeric' }),
    form({ weekday: 'long', hour: 'numeric', minute: '2-digit' }),
  ];
  const forms: ZoneForms = {
    dayTime: (at) => dayTime.format(at),
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    label: (at, by) => (by === 'hour' ? hour : short).format(at),
    full: (at, by) => (by === 'hour' ? hourDay : day).format(at),
    hourOfWeek: (at) => hourOfWeek.format(at),
  };
  kept.set(timeZone, forms);
  return forms;
}

/** A Monday in January; only its weekday and its hour are read. */
const MONDAY = 345_600_000;
const HOUR = 3_600_000;

export const weekdayNames = (): string[] => {
  const form = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', weekday: 'short' });
  return Array.from({ length: 7 }, (_, day) => form.format(MONDAY + day * 24 * HOUR));
};

export const hourNames = (): string[] => {
  return Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
};

/** The day, `YYYY-MM-DD`, and the hour on the wall of a zone: as figures are narrowed to them, in no language. */
export function wallOf(at: number, timeZone: string): { day: string; hour: string } {
  const form = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  });
  const part = Object.fromEntries(form.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, hour: String(Number(part.hour)) };
}
