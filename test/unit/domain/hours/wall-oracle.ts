import type { CalendarDocument, HoursSpan, Weekday } from '../../../../protocol/wire/hours.ts';

/**
 * The plainest reading of the H rules: ask the runtime what a clock on the wall shows at each minute, look that up in
 * the document. Shares nothing with server/domain/hours.
 */
export function isOpenByTheWall(document: CalendarDocument, at: number): boolean {
  const wall = wallClock(document.zone, at);
  const before = dateBefore(wall.date);
  return (
    hoursOf(document, wall.date).some(({ from, to }) => isWithin(wall.time, from, to)) ||
    hoursOf(document, before).some(({ from, to }) => to < from && wall.time < to)
  );
}

function isWithin(time: string, from: string, to: string): boolean {
  return from <= time && (to < from || time < to);
}

function hoursOf(document: CalendarDocument, date: string): HoursSpan[] {
  const exact = document.days.find((day) => !day.yearly && day.date === date);
  const yearly = document.days.find((day) => day.yearly && date >= day.date && day.date.slice(5) === date.slice(5));
  const special = exact ?? yearly;
  if (special) return special.hours;
  return document.week[weekdayOf(date)];
}

const weekdays = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });

function weekdayOf(date: string): Weekday {
  return kept(`weekday ${date}`, () => weekdays.format(new Date(`${date}T12:00:00Z`)).toLowerCase() as Weekday);
}

/** The runtime's answers, since the same minutes are asked again and again. */
const answers = new Map<string, unknown>();

function kept<T>(key: string, ask: () => T): T {
  if (!answers.has(key)) answers.set(key, ask());
  return answers.get(key) as T;
}

/** `sv-SE` writes 2026-10-25 02:30. */
function wallClock(zone: string, at: number): { date: string; time: string } {
  return kept(`${zone} ${at}`, () => {
    const format = kept(
      `clock ${zone}`,
      () =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }),
    );
    const [date = '', time = ''] = format.format(at).split(' ');
    return { date, time };
  });
}

function dateBefore(date: string): string {
  return kept(`before ${date}`, () =>
    new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10),
  );
}
