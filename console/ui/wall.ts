import { LOCALE } from './format.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Times of a clock on somebody else's wall, in the reader's form of the language. */
const FORM = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

/** By the clock of a zone; by ours, where this browser does not know the zone. */
export function dayTimeIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat(LOCALE, { ...FORM, ...(isZone(zone) ? { timeZone: zone } : {}) }).format(at);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** For the list to choose from; a browser without it takes what is typed. */
export function listZones(): string[] {
  return (Intl as { supportedValuesOf?: (key: 'timeZone') => string[] }).supportedValuesOf?.('timeZone') ?? [];
}

/** As a box for date and time writes it, by the clock beside the reader. */
export function wallOf(at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Nine o'clock by the clock beside the reader, so many days later by the calendar: not every day has 24 hours. */
export function nineAfter(at: number, days: number): string {
  return `${dateAfter(at, days)}T09:00`;
}

/** Nine o'clock of the next day on which people work where the reader's language is at home, never today. */
export function nextWorkday(at: number, locale: string = LOCALE): string {
  const weekend = weekendOf(locale);
  let days = 1;
  while (days < WEEK.length && weekend.includes(weekdayOf(noonAfter(at, days)))) days += 1;
  return nineAfter(at, days);
}

/** Days of the week, Monday is 1; a browser that cannot tell has the usual ones. */
function weekendOf(locale: string): readonly number[] {
  type Told = Intl.Locale & { getWeekInfo?(): { weekend: number[] }; weekInfo?: { weekend: number[] } };
  const told = new Intl.Locale(locale) as Told;
  return (told.getWeekInfo?.() ?? told.weekInfo)?.weekend ?? [6, 7];
}

/** The same time of the next day. */
export function tomorrowAt(at: number): string {
  return dateAfter(at, 1) + wallOf(at).slice(10);
}

function dateAfter(at: number, days: number): string {
  return wallOf(noonAfter(at, days)).slice(0, 10);
}

/** About noon: an hour that comes twice or not at all changes no date there. */
function noonAfter(at: number, days: number): number {
  return at + (12 - Number(wallOf(at).slice(11, 13))) * HOUR_MS + days * DAY_MS;
}

/** Monday is 1. */
function weekdayOf(at: number): number {
  return WEEK.indexOf(new Intl.DateTimeFormat('en-GB', { weekday: 'short' }).format(at)) + 1;
}

/** To the next Monday, never today. */
export function daysToMonday(at: number): number {
  return 8 - weekdayOf(at);
}
