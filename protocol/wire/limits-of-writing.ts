/** Limits of what is written and chosen, as limits.ts. Tests: test/protocol/choices.test.ts, test/unit/widget/preview.test.tsx. */

/** Of the answers that a message offers (W37). */
export const CHOICES_MIN = 2;
export const CHOICES_MAX = 6;
export const CHOICE_CHARS_MAX = 40;

/** Unsent words that the team sees (J17): so many at most, the last of them, and so often. */
export const PREVIEW_CHARS_MAX = 1_000;
export const PREVIEW_EVERY_MS = 1_000;
