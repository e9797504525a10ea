/** Limits of docs/composer.md; part of limits.ts (test/protocol/composer-limits.test.ts). */

/** A draft may be longer than what can be sent: nothing that was typed is cut off. */
export const DRAFT_CHARS_MAX = 8_000;
/** Of one agent; beyond it the oldest goes. */
export const DRAFTS_MAX = 100;
/** Answers to be sent later. */
export const PLANNED_AHEAD_MS_MAX = 90 * 24 * 3_600_000;
export const PLANNED_PER_CONVERSATION_MAX = 20;
export const PLANNED_LISTED_MAX = 100;
/** Later than this after its time (the relay was down) an answer asks instead of leaving. */
export const PLANNED_LATE_MS_MAX = 15 * 60_000;
export const MENTIONS_PER_NOTE_MAX = 10;
export const MENTIONS_LISTED_MAX = 50;
export const MENTION_TEXT_CHARS_MAX = 200;
/** How long a message can be called back: the owner's choice. 0: not at all. */
export const UNDO_MS_USUAL = 5_000;
export const UNDO_MS_MAX = 30_000;
/** A console writes a draft at most this often. */
export const DRAFT_WRITE_EVERY_MS = 2_000;
export const MACROS_MAX = 200;
export const MACRO_ACTIONS_MAX = 10;
export const MACRO_NAME_CHARS_MAX = 60;
export const MACRO_SNOOZE_MS_MIN = 60_000;
export const MACRO_SNOOZE_MS_MAX = 30 * 24 * 3_600_000;
/** What became of a run is known so long. */
export const MACRO_RUN_KEPT_MS = 30 * 24 * 3_600_000;
/** Questions to colleagues (T15): open ones in one conversation, when an answer may be due, and how much a list shows. */
export const QUESTIONS_OPEN_MAX = 10;
export const QUESTION_DUE_MS_MIN = 60_000;
export const QUESTION_DUE_MS_MAX = 30 * 24 * 3_600_000;
export const QUESTIONS_LISTED_MAX = 100;
export const QUESTION_TEXT_CHARS_MAX = 500;
