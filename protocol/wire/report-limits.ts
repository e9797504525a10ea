/** A file of what visitors said holds so many lines at most, the latest. */
export const REPORT_FILE_ROWS_MAX = 100_000;
