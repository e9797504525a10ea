/** Limits about people; those of everything else stand in limits.ts. Tests on both sides: test/protocol/people-limits.test.ts. */
export const PERSON_NOTE_CHARS_MAX = 4_000;
export const PERSON_NOTES_MAX = 100;
export const PERSON_TAGS_MAX = 30;
export const PERSON_ORDERS_SHOWN_MAX = 10;
export const PERSON_RATINGS_SHOWN_MAX = 10;
export const PERSON_CONVERSATIONS_SHOWN_MAX = 20;
export const BLOCK_REASON_CHARS_MAX = 200;
/** An address belongs to somebody else before long. */
export const BLOCK_ADDRESS_MS_MAX = 30 * 24 * 3_600_000;
export const BLOCKS_MAX = 5_000;
/** What another relay blocked holds here after so long at most. */
export const BLOCKS_REREAD_MS = 5_000;
/** Addresses of visitors who were here last, in memory only. */
export const ADDRESSES_REMEMBERED_MAX = 5_000;
export const TRAIL_PAGES_MAX = 30;
/** Pages that ask whether somebody wants to talk are answered after so long, when nothing happened. */
export const PRESENCE_HOLD_MS = 25_000;
/** So long after the connection ended she has left; after an answer the next question may take longer. */
export const PRESENCE_GONE_MS = 700;
export const PRESENCE_AGAIN_MS = 10_000;
/** Nothing of her is left after so long. */
export const PRESENCE_FORGOTTEN_MS = 60_000;
/** Questions of one block of addresses. */
export const PRESENCE_BURST_MAX = 200;
export const PRESENCE_PER_SECOND_MAX = 20;
export const PRESENCE_MAX = 5_000;
export const PRESENCE_LISTED_MAX = 200;
/** To one visitor while she is here. */
export const INVITES_MAX = 3;
/** So long a conversation may begin from an invitation. */
export const INVITE_KEPT_MS = 30 * 60_000;

/** J12: conversations emptied, and pages of the index of words tidied, in one step. */
export const ERASED_AT_ONCE = 20;
export const ERASE_LOOK_MS = 1_000;
export const WORDS_TIDIED_PAGES = 256;
export const WORDS_TIDIED_STEPS_MAX = 500;

/** J13: the longest that may be set; how long after a rule was set, and how often, its work begins; what one step does; how far a preview counts. */
export const KEEPING_DAYS_MAX = 3_650;
export const KEEPING_FIRST_MS = 3_600_000;
export const KEEPING_EVERY_MS = 24 * 3_600_000;
export const BUYERS_AT_ONCE = 500;
export const KEEPING_COUNTED_MAX = 100_000;

/** J14: conversations in one page of a visitor's own list, and orders in what she is handed out. */
export const OWN_TALKS_PAGE = 50;
export const OWN_ORDERS_MAX = 1_000;

/** J18: so many zero bits a browser finds before it begins a conversation. One more is twice the work. */
export const WORK_BITS = 16;
