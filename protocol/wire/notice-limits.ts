// What is told to an agent who looks elsewhere (test/protocol/notice-limits.test.ts).
export const NOTICE_SPANS_MAX = 14;
/** Browsers of one agent; the oldest makes room for a new one. */
export const PUSH_DEVICES_PER_AGENT_MAX = 10;
export const PUSH_ENDPOINT_CHARS_MAX = 1_024;
/** Of a person's words in one notice. */
export const PUSH_WORDS_CHARS_MAX = 140;
/** More of them are one that says so. */
export const PUSHES_PER_DEVICE_MINUTE_MAX = 12;
/** What is older is no news any more. */
export const PUSH_LIFE_MS = 3_600_000;
/** Again after twice as long each time. */
export const PUSH_RETRY_MS_MIN = 5_000;
export const PUSH_RETRY_MS_MAX = 10 * 60_000;
export const PUSH_TRIES_MAX = 6;
export const PUSH_LEASE_MS = 60_000;
export const PUSH_SEND_MS_MAX = 15_000;
export const PUSH_LOOK_MS = 2_000;
export const PUSHES_AT_ONCE_MAX = 20;
/** Where somebody asked to be told, so many who wait longest are looked through for targets at risk at each look, with short targets behind long ones. */
export const RISK_LINES_MAX = 1_000;
/** What was missed so long ago is no warning any more. */
export const RISK_LATE_MS_MAX = 30_000;
/** A visible console says so again within this time; then it counts as hidden. */
export const VISIBLE_LEASE_MS = 75_000;
export const VISIBLE_RENEW_MS = 30_000;
/** What a visible console shows is pushed only if nobody has read it after so long, and nobody looks any more. */
export const PUSH_VISIBLE_WAIT_MS = 60_000;
