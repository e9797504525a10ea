import type { HoursPreview, PreviewDay } from '../../../protocol/wire/settings.ts';
import { type Calendar, hoursOn, type OpenMinutes, type ZoneOffset } from './calendar.ts';
import { civilDate, DAY_MINUTES, DAY_MS } from './civil.ts';
import { readService, type Service } from './service-state.ts';

/** What hours mean, before they are saved (H12): open or closed now, until when, and the days from today on. */
export function previewHours(service: Service, offsetOf: ZoneOffset, at: number, days: number): HoursPreview {
  const { told, until } = readService(service, null, offsetOf, at);
  const { calendar } = service;
  return {
    now: told,
    changesAt: told.open ? until : told.opensAt,
    days: calendar ? spellDays(calendar, offsetOf, at, days) : [],
  };
}

function spellDays(calendar: Calendar, offsetOf: ZoneOffset, at: number, count: number): PreviewDay[] {
  const today = Math.floor((at + offsetOf(calendar.zone, at)) / DAY_MS);
  return Array.from({ length: count }, (_, index) => {
    const { open, name } = hoursOn(calendar, today + index);
    const hours = open.toSorted((one, other) => one.from - other.from).map(spellSpan);
    return { date: spellDate(today + index), name, hours };
  });
}

function spellSpan({ from, to }: OpenMinutes) {
  return { from: spellMinutes(from), to: spellMinutes(to > DAY_MINUTES ? to - DAY_MINUTES : to) };
}

function spellMinutes(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function spellDate(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
