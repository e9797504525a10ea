import type { Days } from '../model/ports.ts';

const DAY_MS = 86_400_000;
const forms = new Map<string, Intl.DateTimeFormat>();

function formOf(zone: string): Intl.DateTimeFormat {
  let form = forms.get(zone);
  if (!form) {
    form = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    forms.set(zone, form);
  }
  return form;
}

/** What the wall shows in that zone, as if it were UTC. */
function wallOf(at: number, zone: string): number {
  const part = Object.fromEntries(
    formOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part.year as number, (part.month as number) - 1, part.day, part.hour, part.minute, part.second);
}

/** A day that no month has is the one as many days later: 31 February is 3 March. */
function utcOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

const spell = (utc: number) => new Date(utc).toISOString().slice(0, 10);
const dayOf = (at: number, zone: string) => spell(wallOf(at, zone));

/** By the browser's own book of zones. */
export const zoneDays: Days = {
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  knows(zone) {
    try {
      formOf(zone);
      return true;
    } catch {
      return false;
    }
  },
  dayOf,
  /** Some zones set their clocks at midnight: then the day begins at the first instant that is called by its name. */
  startOf(day, zone) {
    const utc = utcOf(day);
    const before = utc - (wallOf(utc - DAY_MS, zone) - (utc - DAY_MS));
    const after = utc - (wallOf(utc + DAY_MS, zone) - (utc + DAY_MS));
    const [early, late] = before < after ? [before, after] : [after, before];
    return dayOf(early, zone) === day && dayOf(early - 1, zone) !== day ? early : late;
  },
  plus: (day, days) => spell(utcOf(day) + days * DAY_MS),
};
