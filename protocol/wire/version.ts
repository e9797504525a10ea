/**
 * The wire's version, and the oldest one this build still speaks (always at least N-1).
 *
 * History, one line for each version; test/protocol/frozen.test.ts fails when schemas change without one:
 * 1 · 2026-11 · conversations, entries by position, receipts, typing, rating, inbox feed, HTTP fallback.
 */
export const PROTOCOL_VERSION = 1;
export const PROTOCOL_VERSION_MIN = 1;
