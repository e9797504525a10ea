// As limits.ts; a file of its own, since two parts of the widget share none. Tests: test/unit/widget/preview.test.tsx, test/protocol/limits.test.ts.

/** Unsent words that the team sees (J17): so many at most, the last of them, and so often. */
export const PREVIEW_CHARS_MAX = 1_000;
export const PREVIEW_EVERY_MS = 1_000;
