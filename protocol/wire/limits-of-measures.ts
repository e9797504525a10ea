// How reports of much are worked out (docs/measures.md N11, N12).
/** At most so many threads work one report out; never more than there are processors. */
export const FACT_THREADS_MAX = 4;
/** Packs by their numbers of which it is kept together what was counted of them, and which one thread has. */
export const FACT_RUN_PACKS = 128;
/** What was counted, and is kept for the next report; all threads together. */
export const FACT_PARTS_BYTES_MAX = 128 * 1024 * 1024;
/** Memory of the thread that works out figures of business (docs/business.md G8). */
export const BUSINESS_THREAD_MB_MAX = 1_024;
/** A report whose thread ended is worked out again so often. */
export const FACT_TRIES_MAX = 2;
