// How reports of much are worked out (docs/measures.md N11, N12).
/** At most so many threads work one report out; never more than there are processors. */
export const FACT_THREADS_MAX = 4;
/** Packs by their numbers of which it is kept together what was counted of them, and which one thread has. */
export const FACT_RUN_PACKS = 128;
/** What was counted, and is kept for the next report; all threads together. */
export const FACT_PARTS_BYTES_MAX = 128 * 1024 * 1024;
/** Memory of the process that works out figures of business (docs/business.md G8). */
export const BUSINESS_PROCESS_MB_MAX = 1_024;
/** Of packs of contacts the latest so many are at hand: 4 million conversations, about 1.7 GB with what a question over all of it needs (G8). */
export const BUSINESS_PACKS_MAX = 4_096;
/** Of orders and of people all have to be at hand: measured 0.7 GB with what a question needs (0.4 of it within the heap), and 0.2 GB. With more there are no figures (G8). */
export const BUSINESS_ORDERS_MAX = 5_000_000;
export const BUSINESS_PEOPLE_MAX = 8_000_000;
/** Numbers of people who are gone are not given again; when so much of them was given since the beginning, it is begun anew. */
export const BUSINESS_PEOPLE_GROWN = 1.1;
/** What is said of so many customers is read at once. */
export const BUSINESS_SEGMENTS_READ = 50_000;
/** A report whose thread ended is worked out again so often. */
export const FACT_TRIES_MAX = 2;
/** Orders are looked at by days (UTC): one that has another order than before is read again. */
export const ORDER_DAY_MS = 86_400_000;
/** So many days of orders are read at once (docs/business.md G8). */
export const BUSINESS_DAYS_READ = 16;
/** What was written within so long before the latest that is known is read again: somebody may have written it a little later. */
export const BUSINESS_SEGMENTS_AGAIN_MS = 60_000;
export const BUSINESS_STAFF_AGAIN_MS = 3_600_000;
/** What figures of business are worked out of is brought up to date so often while nobody asks. */
export const BUSINESS_PREPARE_MS = 60_000;

// A file of orders (docs/business.md G9).
/** Of one row: what is longer is no row. */
export const IMPORT_ROW_CHARS_MAX = 16_384;
/** Where the database cannot be reached a batch is tried again after as long, twice as long each time: two minutes in all, longer than one takes to start. */
export const ORDER_FILE_WAIT_MS = 1_000;
export const ORDER_FILE_TRIES_MAX = 8;
/** The command line says after so many how far it is. */
export const ORDER_FILE_TOLD_ROWS = 20_000;
