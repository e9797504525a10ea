/** Limits about services of the owner's that the relay asks (docs/services.md). Tests on both sides: test/unit/domain/outside, test/protocol/outside-limits.test.ts. */
export const PANELS_MAX = 4;
export const PANEL_TITLE_CHARS_MAX = 60;
export const OUTSIDE_URL_CHARS_MAX = 500;
export const OUTSIDE_KEY_CHARS_MAX = 500;
export const ASSISTANT_MODEL_CHARS_MAX = 100;

// What a panel shows. More lines, links and rows than these are left out, and the panel says so; longer texts end in "…".
export const PANEL_LINES_MAX = 20;
export const PANEL_LINKS_MAX = 8;
export const PANEL_COLUMNS_MAX = 5;
export const PANEL_ROWS_MAX = 20;
export const PANEL_TEXT_CHARS_MAX = 300;

// How long a service may take, and how much it may answer.
export const PANEL_MS_MAX = 5_000;
export const PANEL_BYTES_MAX = 65_536;
export const TRANSLATE_MS_MAX = 10_000;
export const TRANSLATE_BYTES_MAX = 131_072;
export const ASSIST_MS_MAX = 40_000;
export const ASSIST_BYTES_MAX = 262_144;
/** Questions to services that one relay has under way; who comes then is asked to try again. */
export const OUTSIDE_AT_ONCE_MAX = 50;

/** What a panel said holds so long for whoever opens it next, in memory only, and for so many. */
export const PANEL_KEPT_MS = 30_000;
export const PANELS_KEPT_MAX = 500;

// What one agent may ask: a bucket of `BURST`, refilled at `PER_SECOND`.
export const PANEL_BURST_MAX = 40;
export const PANEL_PER_SECOND_MAX = 2;
/** Messages, and answers. */
export const TRANSLATE_BURST_MAX = 60;
export const TRANSLATE_PER_SECOND_MAX = 2;
export const ASSIST_BURST_MAX = 10;
export const ASSIST_PER_SECOND_MAX = 0.2;

// Translation (CS8).
/** Messages of one question, and how many of them the service is asked at once. */
export const TRANSLATED_AT_ONCE_MAX = 20;
export const TRANSLATIONS_BESIDE_MAX = 4;
/** A translation is kept so long, in memory only, and so many of them. */
export const TRANSLATION_KEPT_MS = 10 * 60_000;
export const TRANSLATIONS_KEPT_MAX = 1_000;

// The assistant (CS9): what it is given to read, the latest first.
export const ASSIST_MESSAGES_MAX = 40;
export const ASSIST_NOTES_MAX = 20;
export const ASSIST_REPLIES_MAX = 20;
export const ASSIST_THREAD_CHARS_MAX = 12_000;
export const ASSIST_REPLY_CHARS_MAX = 500;
