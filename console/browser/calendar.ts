import type { Calendar } from '../model/ports.ts';

/** Days of this browser's time zone. */
export const localCalendar: Calendar = {
  dayOf(at) {
    const date = new Date(at);
    return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
  },
};
