/** Limits of the agents' list, beside limits.ts, which is full (test/protocol/inbox-limits.test.ts). */

export const INBOX_BULK_MAX = 50;
/** What writes no text, by one agent over all tabs: to open a conversation takes up to eight of them (U18). */
export const AGENT_SIGNALS_BURST_MAX = 300;
export const AGENT_SIGNALS_PER_SECOND_MAX = 50;
export const INBOX_CLOSED_PAGE_MAX = 50;
/** A page of closed ones looks at so many at most, whatever it is asked to find (U5). */
export const INBOX_CLOSED_LOOK_MAX = 1_000;
/** Names are compared by the program, so of whole lines: fewer at once. */
export const INBOX_CLOSED_NAMES_MAX = 200;
export const INBOX_TEXT_CHARS_MAX = 80;
/** Of one agent, and as many that are shared. */
export const VIEWS_MAX = 30;
export const VIEW_NAME_CHARS_MAX = 40;
export const VIEW_PLACE_CHARS_MAX = 600;
/** What owners aim at is seen in the list within this. */
export const INBOX_TARGETS_EVERY_MS = 1_000;
