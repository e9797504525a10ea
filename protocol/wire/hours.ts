/** Opening hours as owners write them and as settings carry them (docs/hours.md, H rules). */

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * By the clock on the wall, `HH:MM`. A `to` before `from` belongs to the next day (H3); `24:00` is the midnight at the
 * end of the day.
 */
export interface HoursSpan {
  from: string;
  to: string;
}

/** A day on which other hours hold than the week says: a holiday where there are none, an exception otherwise (H4). */
export interface SpecialDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** Every year from that date on. A day that names its year goes before it. */
  yearly: boolean;
  /** As people read it: "Christmas Day". */
  name: string;
  hours: HoursSpan[];
}

export interface CalendarDocument {
  /** An IANA time zone: `Europe/Berlin`. */
  zone: string;
  week: Record<Weekday, HoursSpan[]>;
  days: SpecialDay[];
}
