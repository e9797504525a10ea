/**
 * Every limit of the product, once. Unit and then Max or Min come last in the name.
 * Each has a test on both sides of it (test/protocol/limits.test.ts, or the test named beside it).
 */

// What one person may write.
export const MESSAGE_CHARS_MAX = 8_000;
export const COMMENT_CHARS_MAX = 2_000;
export const EMAIL_CHARS_MAX = 254;
export const NAME_CHARS_MAX = 80;
export const PASSWORD_CHARS_MIN = 10;
export const PASSWORD_CHARS_MAX = 256;
export const PAGE_URL_CHARS_MAX = 1_000;
export const PAGE_TITLE_CHARS_MAX = 200;
/** What the page says of its visitor (W18). */
export const ATTRIBUTE_NAME_CHARS_MAX = 40;
export const ATTRIBUTE_TEXT_CHARS_MAX = 256;
export const TAGS_MAX = 20;
export const TAG_CHARS_MAX = 40;
export const EVENT_NAME_CHARS_MAX = 80;
/** Of one visitor's events the last are kept. */
export const EVENTS_KEPT_MAX = 20;
export const SCORE_MIN = 1;
export const SCORE_MAX = 5;
/** M6: from this score on somebody counts as satisfied. */
export const SATISFIED_SCORE_MIN = 4;

// What one request may carry.
export const FRAME_BYTES_MAX = 65_536;
export const ID_CHARS_MAX = 64;
export const CLIENT_ID_CHARS_MIN = 16;
export const CLIENT_ID_CHARS_MAX = 64;
export const SYNC_ENTRIES_MAX = 200;
export const INBOX_CONVERSATIONS_MAX = 200;
/** Of these the ones that were closed last. */
export const INBOX_CLOSED_MAX = 50;
export const RESUME_CONVERSATIONS_MAX = 20;
/** An inbox that is further behind than this is told to list afresh instead of replaying. */
export const INBOX_BEHIND_CHANGES_MAX = 5_000;

// What one sender may do: a bucket of `BURST`, refilled at `PER_SECOND`.
export const VISITOR_SENDS_BURST_MAX = 10;
export const VISITOR_SENDS_PER_SECOND_MAX = 1;
export const AGENT_SENDS_BURST_MAX = 20;
export const AGENT_SENDS_PER_SECOND_MAX = 5;
/** Syncs, receipts, typing: everything of a visitor that writes no text. For agents see inbox-limits.ts. */
export const SIGNALS_BURST_MAX = 60;
export const SIGNALS_PER_SECOND_MAX = 10;
/** New connections from one address block (/32 or /64). */
export const CONNECTS_BURST_MAX = 100;
export const CONNECTS_PER_SECOND_MAX = 10;
/** Commands that one connection may have under way; more are answered `rate_limited`. */
export const COMMANDS_UNDER_WAY_MAX = 64;

// Waiting and life times, ms.
export const ACK_TIMEOUT_MS = 8_000;
export const HANDSHAKE_MS_MAX = 8_000;
export const PING_INTERVAL_MS = 10_000;
export const PING_TIMEOUT_MS = 5_000;
/** How often a connection is told the heads of its conversations. */
export const HEADS_INTERVAL_MS = 10_000;
export const TYPING_SHOWN_MS = 6_000;
export const TYPING_SENT_EVERY_MS = 3_000;
export const RECONNECT_DELAY_MS_MIN = 500;
export const RECONNECT_DELAY_MS_MAX = 15_000;
/** Over a link that is up: so that what waited for the database is stored within ten seconds of its return (P10). */
export const RESEND_DELAY_MS_MAX = 4_000;
export const CLOSING_SPREAD_MS = 3_000;
/** The HTTP fallback asks this often while the panel is open, and this often while it is not. */
export const POLL_OPEN_MS = 2_500;
export const POLL_IDLE_MS = 15_000;
/** An agent counts as present this long after the last sign of life of a connection. */
export const AGENT_LEASE_MS = 15_000;
export const AGENT_LEASE_RENEW_MS = 5_000;
/** After a clean close of the last tab: room for a reload. */
export const AGENT_GRACE_MS = 20_000;
/** After a start of the relay: room for the agents' consoles to come back. */
export const AGENT_RETURN_MS = 30_000;
export const REOPEN_WINDOW_MS = 10 * 60_000;
export const RATING_WINDOW_MS = 24 * 3_600_000;
export const VISITOR_IDLE_MS_MAX = 30 * 24 * 3_600_000;
export const VISITOR_LIFE_MS_MAX = 180 * 24 * 3_600_000;
/** A visitor's token is exchanged at the first connection after this; the old one stays good a little longer. */
export const VISITOR_TOKEN_AGE_MS_MAX = 24 * 3_600_000;
export const VISITOR_TOKEN_OVERLAP_MS = 120_000;
export const AGENT_SESSION_IDLE_MS_MAX = 60 * 60_000;
export const AGENT_SESSION_LIFE_MS_MAX = 12 * 3_600_000;

// How the relay keeps itself in order, ms.
/** A command that has no answer by then is answered `unavailable`; what it still stores is told as a fact. */
export const COMMAND_MS_MAX = 5_000;
export const UNAVAILABLE_RETRY_MS = 1_000;
/** The load is looked at so often; more than these, on average or by age, so many looks in a row, is too much. */
export const OVERLOAD_LOOK_MS = 250;
export const OVERLOAD_LOOKS_MIN = 2;
export const OVERLOAD_LOOP_MS_MAX = 250;
export const OVERLOAD_SEND_MS_MAX = 1_000;
/** A turn of the event loop with so many commands that has lasted OVERLOAD_LOOP_MS_MAX takes no more of visitors' messages. */
export const OVERLOAD_TURN_COMMANDS_MIN = 50;
/** So much of what is shed first is always let in: how else would we know that it is over? */
export const OVERLOAD_SHARE_MIN = 1 / 32;
/** Who is shed is asked to come back after the first, and up to the second later. */
export const OVERLOAD_RETRY_MS_MIN = 1_000;
export const OVERLOAD_RETRY_SPREAD_MS = 4_000;
/** Agents are told that their list moved at most this often. */
export const INBOX_MOVED_EVERY_MS = 100;
/** Sites, sessions and availability that another process changed are seen within this. */
export const REREAD_EVERY_MS = 1_000;
/** Together with READY_KEPT_MS below two seconds: so soon after the database is gone, /readyz says so. */
export const READY_MS_MAX = 1_200;
export const READY_KEPT_MS = 400;
/** A slow reader may take the word that it was cut this long; then its socket is destroyed. */
export const SLOW_GOODBYE_MS = 2_000;
export const CLOSING_MS_MAX = 10_000;
/** Its parts, in this order: what is under way, workers, connections, the store. The rest is for the end of the process. */
export const CLOSING_COMMANDS_MS_MAX = 4_500;
export const CLOSING_WORKERS_MS_MAX = 1_500;
export const CLOSING_CONNECTIONS_MS_MAX = 1_000;
export const CLOSING_STORE_MS_MAX = 1_500;
export const HTTP_HEADERS_MS_MAX = 10_000;
export const HTTP_REQUEST_MS_MAX = 30_000;
export const HTTP_KEEP_ALIVE_MS = 5_000;
export const HTTP_HEADERS_MAX = 64;

// Sign-in.
export const SIGN_IN_WINDOW_MS = 15 * 60_000;
export const SIGN_IN_ACCOUNT_FAILURES_MAX = 10;
export const SIGN_IN_ADDRESS_WINDOW_MS = 5 * 60_000;
export const SIGN_IN_ADDRESS_FAILURES_MAX = 20;
/** An address from which an account signed in is known so long; it has a count of its own (A9). */
export const SIGN_IN_KNOWN_MS = 30 * 24 * 3_600_000;
/** The delay after the last allowed failure of an account; doubled by each further one. */
export const SIGN_IN_DELAY_MS_MIN = 1_000;
export const SIGN_IN_DELAY_MS_MAX = 15 * 60_000;
export const PASSWORD_HASHES_AT_ONCE_MAX = 2;
export const PASSWORD_HASHES_WAITING_MAX = 20;

// The relay's own rhythm.
/** Decide again this often when something changed between reading and writing; then `unavailable`. */
export const STALE_TRIES_MAX = 5;
/** A sign of life of the person at the console is written at most this often. */
export const SESSION_TOUCHED_EVERY_MS = 60_000;
/** On PostgreSQL its clock counts: asked this often, and only a quick answer is believed (R22). */
export const DATABASE_CLOCK_MS = 10_000;
export const CLOCK_QUESTION_MS_MAX = 1_000;
export const SWEEP_INTERVAL_MS = 1_000;
export const SWEEP_ROWS_MAX = 200;
/** A visitor whose last connection went is gone after so long: a page that turns to the next one is back before (M7). */
export const GONE_NOTED_AFTER_MS = 10_000;
/** So many visitors who are gone are known by heart. */
export const GONE_REMEMBERED_MAX = 50_000;
/** Silent conversations are looked for this often (R21). */
export const INACTIVE_SWEEP_MS = 10_000;
/** Routing looks by itself this often, should a wake-up ever be lost. */
export const ROUTING_INTERVAL_MS = 2_000;
export const ROUTING_QUEUED_MAX = 1_000;
/** Lines of the feed, and decisions, at once. */
export const ROUTING_FEED_MAX = 500;
export const ROUTING_DECISIONS_MAX = 64;
/** Rounds of routing without any success before it waits for the next look. */
/** A node waits so long for another one's turn (docs/routing.md), then it decides all the same. */
export const ROUTING_TURN_MS_MAX = 500;
export const ROUTING_FRUITLESS_ROUNDS_MAX = 5;

// Queues and memory.
/** Bytes that may wait for one slow reader; then it is cut (`slow`) and repairs itself by catching up. */
export const SOCKET_QUEUE_BYTES_MAX = 262_144;
export const OUTBOX_MESSAGES_MAX = 100;
export const STORE_WRITES_WAITING_MAX = 10_000;
/** Conversations whose state is remembered for the next message, and senders whose allowance is. */
export const CONVERSATIONS_REMEMBERED_MAX = 10_000;
export const SENDERS_REMEMBERED_MAX = 100_000;
/** Conversations one agent serves at once, unless the owner says otherwise. */
export const AGENT_CAPACITY_DEFAULT = 4;
export const AGENT_CAPACITY_MAX = 50;

// Routing (docs/routing.md).
export const DEPARTMENTS_MAX = 100;
export const AGENT_SKILLS_MAX = 30;
export const AGENT_LANGUAGES_MAX = 20;
export const SKILL_CHARS_MAX = 40;
export const SKILL_LEVEL_MIN = 1;
export const SKILL_LEVEL_MAX = 5;
export const LANGUAGE_CHARS_MAX = 35;
export const ROUTING_RULES_MAX = 50;
export const ROUTING_PRIORITY_MAX = 5;
export const ROUTING_WEIGHT_MAX = 10;
export const RULE_WORDS_MAX = 50;
export const RULE_TEXT_CHARS_MAX = 200;
export const RULE_SKILLS_MAX = 5;
/** What a page says about a visitor. */
export const ATTRIBUTES_MAX = 20;
/** Shorter steps and rings than this are no use to people, longer ones are a mistake. */
export const ROUTING_STEP_MS_MIN = 1_000;
export const ROUTING_STEP_MS_MAX = 24 * 3_600_000;
export const RELAX_STEPS_MAX = 5;
export const DEPARTMENT_CAPACITY_MAX = 10_000;
export const MISSES_MAX = 20;
/** Agents who are named in a reason; how many more there were is a number. */
export const WHY_SKIPPED_MAX = 5;
/** Below this number of answers a rate is shown with the words "too few answers". */
export const CSAT_ANSWERS_MIN = 10;
// The team.
/** How long a colleague may think about a transfer or an invitation. */
export const ASK_MS = 30_000;
/** Without input for this long an available agent is set to away; 0: never. Owners may change it. */
export const IDLE_AWAY_MS_USUAL = 15 * 60_000;
export const IDLE_AWAY_MS_MIN = 2 * 60_000;
/** So long before it the agent is warned. */
export const IDLE_WARNING_MS = 60_000;
export const IDLE_SWEEP_MS = 5_000;
/** Colleagues beside the serving agent. */
export const PARTICIPANTS_MAX = 5;
export const NOTE_CHARS_MAX = 4_000;
export const TEAM_ENTRIES_MAX = 200;
export const MEMBERS_MAX = 1_000;
/** A board is told at most this often, and at least this often while somebody looks. */
export const BOARD_TOLD_EVERY_MS = 500;
export const BOARD_LOOK_MS = 5_000;
export const BOARD_LINES_MAX = 50;
export const BOARD_DECISIONS_MAX = 40;
export const SAVED_REPLIES_MAX = 500;
/** Of one agent's own (V4). */
export const OWN_REPLIES_MAX = 200;
export const SHORTCUT_CHARS_MAX = 40;
/** Of one request that makes a site. */
export const SITE_ORIGINS_MAX = 50;
export const AWAY_REASONS_MAX = 20;
export const AWAY_REASON_CHARS_MAX = 40;
/** Looking for words (docs/find.md; test/unit/domain/find, test/contract/find.contract.ts). */
export const FIND_CHARS_MAX = 200;
export const FIND_TERMS_MAX = 12;
export const FIND_WORD_CHARS_MAX = 64;
export const FIND_LINES_MAX = 50;
/** How many messages and notes are taken up in one transaction, and how often it is looked for new ones. */
export const FIND_TAKEN_MAX = 100;
/** After each piece of a long history it rests so many times as long: people who write come first. */
export const FIND_REST_TIMES = 10;
export const FIND_LOOK_MS = 1_000;
export const REPORT_DAYS_MAX = 366;
export const REPORT_ROWS_MAX = 200;
/** Groups of a split, the largest ones; the others stand together as the rest. */
export const MEASURE_GROUPS_MAX = 400;
/** Up to so many waits lengths are kept one by one; above it they are counted in bins (docs/measures.md). */
export const MEASURES_EXACT_MAX = 400_000;
/** Then a figure of more lengths than this is counted in bins. */
export const MEASURES_BINS_ABOVE = 1_024;
/** Conversations by their numbers that are packed together, and that are read at once. */
export const FACT_PACK_CONVERSATIONS = 1_024;
export const FACTS_READ_MAX = 128;
/** What did not change for so long has come to rest, and is packed; how often the worker looks, and how much it does then. */
export const FACTS_SETTLE_MS = 5 * 60_000;
export const FACTS_LOOK_MS = 2_000;
export const FACT_PACKS_EACH_LOOK = 8;
/** Places of the feed that one look goes on at most. */
export const FACT_CHANGES_MAX = 20_000;
/** Packs that are kept in memory. */
export const FACT_PACKS_BYTES_MAX = 256 * 1024 * 1024;
/** Packs that are brought there before anybody asks, the latest ones, and how many in each look. */
export const FACT_PACKS_WARM_MAX = 2_048;
export const FACT_PACKS_WARM_EACH_LOOK = 32;
/** Promised waits that one report looks at, the latest ones. */
export const REPORT_PROMISES_MAX = 20_000;

// Orders, customers and the forecast (docs/business.md; test/unit/domain/business).
export const ORDER_ID_CHARS_MAX = 64;
export const ORDER_MINOR_MAX = 1_000_000_000_000;
/** Of one visitor, by a page, within a day: a page's word costs nothing. */
export const PAGE_ORDERS_PER_DAY_MAX = 20;
export const IMPORT_ROWS_MAX = 500;
export const IMPORT_BYTES_MAX = 1_048_576;
/** Wrong rows that one answer names. */
export const IMPORT_FAULTS_MAX = 50;
export const SEGMENT_CHARS_MAX = 40;
export const BUSINESS_MONTHS_MAX = 120;
export const BUSINESS_ROWS_MAX = 1_000;
export const FIRST_CONTACT_MS = 7 * 24 * 3_600_000;
export const RETENTION_MS = 90 * 24 * 3_600_000;
/** Contacts up to so long after an order still count as what went with it. */
export const CONTACT_AFTER_ORDER_MS = 14 * 24 * 3_600_000;
export const CONVERSION_MS = 7 * 24 * 3_600_000;
export const CART_FRESH_MS = 30 * 60_000;
export const FORECAST_WEEKS = 8;
export const FORECAST_WEEKS_MIN = 3;

// What owners may set (test/protocol/settings-limits.test.ts).
/** Intervals of one day, and days that differ from the week. */
export const HOURS_SPANS_MAX = 10;
export const SPECIAL_DAYS_MAX = 200;
/** Days that a preview of the hours spells out, today first. */
export const PREVIEW_DAYS = 7;
/** Sentences that owners write for visitors. */
export const OWNER_TEXT_CHARS_MAX = 500;
export const QUEUE_WAITING_MAX = 10_000;
export const QUEUE_STAGES_MAX = 5;
export const QUEUE_STAGE_MS_MIN = 5_000;
export const IDLE_MS_MIN = 10_000;
export const WRAP_UP_MS_MAX = 30 * 60_000;
/** So long after it was opened again its own agent comes first (C16). */
export const REOPENED_FIRST_MS = 2_000;
export const SETTING_MS_MAX = 7 * 24 * 3_600_000;

// What visitors hear of the queue.
/** Places are told at most this often. */
export const QUEUE_TOLD_EVERY_MS = 3_000;
/** The first word about a place comes this long after the queue moved: most are given to somebody before. */
export const QUEUE_TOLD_FIRST_MS = 300;
/** Places that are counted and told; who is further back hears so. */
export const QUEUE_PLACES_MAX = 1_000;
/** Places for which a range of waiting is worked out. */
export const QUEUE_RANGES_MAX = 100;
/** Handling times that must stand behind a range (M17), and how many of the latest are looked at. */
export const RANGE_SAMPLES_MIN = 20;
export const RANGE_SAMPLES_MAX = 200;
/** Only what was handled within this time says something about now. */
export const RANGE_SAMPLE_AGE_MS_MAX = 30 * 24 * 3_600_000;

// Messages that are there already (C18).
/** So long after it was sent its author may edit or remove a message, by the relay's clock. */
export const MESSAGE_EDIT_MS = 15 * 60_000;

// Files (docs/files.md).
/** Of one file; owners may lower it. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
export const FILE_BYTES_MIN = 64 * 1024;
export const FILE_NAME_CHARS_MAX = 120;
/** A name as it is sent, before it is made harmless. */
export const FILE_NAME_SENT_CHARS_MAX = 1_000;
/** What a picture shows, in the words of who sends it (F9): a sentence or two, for a screen reader cannot be interrupted well. */
export const FILE_ALT_CHARS_MAX = 300;
/** One request carries so much of a file: a slow line never runs into HTTP_REQUEST_MS_MAX, and a cut costs no more than that. */
export const FILE_PART_BYTES_MAX = 262_144;
/** Files that one person chooses at once. */
export const FILES_CHOSEN_MAX = 10;
export const FILES_PER_CONVERSATION_MAX = 200;
export const FILE_BYTES_PER_CONVERSATION_MAX = 200 * 1024 * 1024;
/** What one visitor may send within a day. */
export const FILE_BYTES_PER_VISITOR_DAY_MAX = 100 * 1024 * 1024;
/** What the whole installation keeps, unless FILES_MB says otherwise. */
export const FILE_BYTES_TOTAL_MAX = 10 * 1024 * 1024 * 1024;
/** Half-done uploads of one person, and of everybody. */
export const UPLOADS_OF_ONE_MAX = 5;
export const UPLOADS_MAX = 500;
/** Files that are looked through at once: each is held in memory for that long. */
export const UPLOADS_FINISHING_MAX = 2;
/** So many more wait for their turn; others are asked to come back, for nobody may wait longer than COMMAND_MS_MAX. */
export const UPLOADS_WAITING_MAX = 8;
/** New uploads of one person: a bucket. */
export const UPLOADS_BURST_MAX = 20;
export const UPLOADS_PER_SECOND_MAX = 0.2;
/** A half-done upload that nobody goes on with is dropped. */
export const UPLOAD_KEPT_MS = 30 * 60_000;
export const FILES_SWEEP_MS = 60_000;
export const FILES_SWEPT_MAX = 200;
export const FILE_KEEP_DAYS_MAX = 3_650;
/** Larger pictures are kept, but only as a download: a browser would need too much memory to draw them. */
export const IMAGE_SIDE_PX_MAX = 16_384;
export const IMAGE_PIXELS_MAX = 50_000_000;
// The front: what owners put around the chat (test/protocol/front-limits.test.ts).
export const FORM_FIELDS_MAX = 10;
export const FORM_OPTIONS_MAX = 30;
export const FORM_VALUE_CHARS_MAX = 500;
export const CONSENT_CHARS_MAX = 2_000;
export const TOPICS_MAX = 12;
export const REASONS_MAX = 12;
export const REASON_CHARS_MAX = 60;
/** The measured reply time is worked out anew after so long. */
export const REPLY_TIME_AGE_MS_MAX = 60_000;
/** A visitor's own conversations, the latest ones. */
export const OWN_CONVERSATIONS_MAX = 50;
// How visitors see agents (W31).
export const FACE_TITLE_CHARS_MAX = 60;
export const FACE_PICTURE_BYTES_MAX = 32_768;
export const FACE_SIDE_PX_MAX = 512;
/** Agents whose faces one question is about. */
export const FACES_ASKED_MAX = 20;
// Signed identities of visitors (I1).
export const IDENTITY_CHARS_MAX = 4_096;
export const IDENTITY_SUBJECT_CHARS_MAX = 255;
/** From `iat` to `exp`. */
export const IDENTITY_LIFE_MS_MAX = 60 * 60_000;
/** So far the site's clock may be from ours. */
export const IDENTITY_SKEW_MS_MAX = 60_000;
/** Valid at once: the one in use, and its successor. */
export const IDENTITY_SECRETS_MAX = 2;
// Messages that come by themselves (test/protocol/proactive-limits.test.ts).
export const PROACTIVE_RULES_MAX = 20;
/** A quiet bubble holds no more. */
export const PROACTIVE_TEXT_CHARS_MAX = 200;
export const PROACTIVE_PATTERNS_MAX = 10;
export const PROACTIVE_PATTERN_CHARS_MAX = 200;
export const PROACTIVE_AFTER_MS_MAX = 30 * 60_000;
export const PROACTIVE_VISITS_MAX = 1_000;
export const PROACTIVE_CART_MAX = 1_000_000_000;
/** How often one rule, and all of them in a visit or a day, may be shown at most. */
export const PROACTIVE_TIMES_MAX = 20;
// Mail (test/unit/domain/mail, test/contract/mail.contract.ts).
/** Tries of one mail; the pause after the first, doubled up to the longest: about a day in all. */
export const MAIL_TRIES_MAX = 12;
export const MAIL_RETRY_MS_MIN = 30_000;
export const MAIL_RETRY_MS_MAX = 4 * 3_600_000;
/** A node that took a mail has it so long; a try that lasts longer than the second is given up. */
export const MAIL_LEASE_MS = 120_000;
export const MAIL_SEND_MS_MAX = 60_000;
export const MAIL_LOOK_MS = 5_000;
export const MAIL_SWEEP_MS = 60_000;
export const MAILS_AT_ONCE_MAX = 4;
/** To one mailbox within a day, whoever asks; of these so many that somebody unknown asked for. */
export const MAILS_PER_MAILBOX_DAY_MAX = 12;
export const TRANSCRIPTS_PER_MAILBOX_DAY_MAX = 1;
/** Asked for by one visitor within a day, to whomever. */
export const TRANSCRIPTS_PER_VISITOR_DAY_MAX = 3;
/** To visitors of one site within an hour. */
export const MAILS_PER_SITE_HOUR_MAX = 300;
/** What was sent or given up is forgotten after so long. */
export const MAIL_KEPT_MS = 30 * 24 * 3_600_000;
export const MAIL_REASON_CHARS_MAX = 200;
export const DEAD_MAILS_SHOWN_MAX = 50;
/** An answer older than this is not sent any more, and no rating is asked for after it. */
export const MAIL_NEWS_MS_MAX = 24 * 3_600_000;
export const MAIL_ANSWERS_AFTER_MS_MIN = 60_000;
export const MAIL_ANSWERS_AFTER_MS_MAX = 12 * 3_600_000;
/** So long after the end a rating is asked for, and so long the link is good. */
export const RATING_MAIL_AFTER_MS = 3_600_000;
export const RATING_LINK_MS = 7 * 24 * 3_600_000;
export const TRANSCRIPT_ENTRIES_MAX = 2_000;
export const REPORT_RECIPIENTS_MAX = 20;
/** A report that could not be sent at its hour is sent up to so much later. */
export const REPORT_LATE_MS_MAX = 24 * 3_600_000;
// Feedback and follow-ups (test/protocol/feedback-limits.test.ts).
export const EFFORT_MIN = 1;
export const EFFORT_MAX = 7;
export const RECOMMEND_MIN = 0;
export const RECOMMEND_MAX = 10;
/** What an owner may call a low score: 5 is none. */
export const LOW_SCORE_MAX = 4;
export const QUESTION_CHARS_MAX = 160;
export const QUESTION_LANGUAGES_MAX = 20;
/** Business time. */
export const FOLLOW_UP_DUE_MS_MIN = 5 * 60_000;
export const FOLLOW_UP_DUE_MS_MAX = 14 * 24 * 3_600_000;
/** By hand: so far ahead at most. */
export const FOLLOW_UP_AHEAD_MS_MAX = 366 * 24 * 3_600_000;
export const FOLLOW_UP_NOTE_CHARS_MAX = 500;
export const FOLLOW_UPS_LISTED_MAX = 100;
/** Open ones that somebody made by hand of one conversation. */
export const FOLLOW_UPS_PER_CONVERSATION_MAX = 20;
export const KIND_WORDS_MAX = 20;
export const KIND_WORDS_AGE_MS_MAX = 30 * 24 * 3_600_000;
