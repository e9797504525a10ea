/** Limits of what is written and chosen, as limits.ts. Tests: test/protocol/choices.test.ts, test/unit/domain/redirect.test.ts. */

/** Of the answers that a message offers (W37). */
export const CHOICES_MIN = 2;
export const CHOICES_MAX = 6;
export const CHOICE_CHARS_MAX = 40;

/** A visitor asks for another department (T20): so often in so long, with a pause between, and why. */
export const REDIRECTS_MAX = 3;
export const REDIRECTS_WITHIN_MS = 24 * 3_600_000;
export const REDIRECT_PAUSE_MS = 60_000;
export const REDIRECT_NOTE_CHARS_MAX = 500;
