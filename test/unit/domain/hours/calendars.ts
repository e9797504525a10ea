import type { CalendarDocument, HoursSpan, SpecialDay } from '../../../../protocol/wire/hours.ts';

/** A week from the hours that differ from "closed". `['09:00-12:00', '13:00-17:00']` */
export function calendarOf(
  zone: string,
  week: Partial<Record<keyof CalendarDocument['week'] | 'weekdays' | 'everyday', string[]>>,
  days: SpecialDay[] = [],
): CalendarDocument {
  const everyday = week.everyday ?? [];
  const weekday = week.weekdays ?? everyday;
  return {
    zone,
    week: {
      monday: spansOf(week.monday ?? weekday),
      tuesday: spansOf(week.tuesday ?? weekday),
      wednesday: spansOf(week.wednesday ?? weekday),
      thursday: spansOf(week.thursday ?? weekday),
      friday: spansOf(week.friday ?? weekday),
      saturday: spansOf(week.saturday ?? everyday),
      sunday: spansOf(week.sunday ?? everyday),
    },
    days,
  };
}

export function specialDay(date: string, name: string, hours: string[] = [], yearly = false): SpecialDay {
  return { date, name, yearly, hours: spansOf(hours) };
}

function spansOf(texts: string[]): HoursSpan[] {
  return texts.map((text) => {
    const [from = '', to = ''] = text.split('-');
    return { from, to };
  });
}
