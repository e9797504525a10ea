import { REPORT_DAYS_MAX } from './limits.ts';

/** A file of what visitors said, or of what figures of business were counted from, holds so many lines at most; a longer one is refused. */
export const REPORT_FILE_ROWS_MAX = 100_000;
/** Rows of a file that are read at once: each page looks at everything again, and holds the tables for as long as it reads. */
export const REPORT_FILE_PAGE_ROWS_MAX = 1_000;
/** The 30th of December 9999: calendars end soon after, and nothing is planned until then. */
export const REPORT_AT_MAX = 253_402_128_000_000;
/** Whole days of a zone, of which one more may have 25 hours than has 23: clocks are moved by two at most. */
export const REPORT_MS_MAX = REPORT_DAYS_MAX * 24 * 3_600_000 + 2 * 3_600_000;
