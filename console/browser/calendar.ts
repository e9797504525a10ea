import type { Calendar } from '../model/ports.ts';

/** Days of this browser's time zone. `Date` knows the days of 23 and 25 hours; adding 24 hours would not. */
export const localCalendar: Calendar = {
  dayOf(at) {
    const date = new Date(at);
    return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
  },
  startOfDay(at, days) {
    const date = new Date(at);
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
  },
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
};
