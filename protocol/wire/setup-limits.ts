/** Limits of setting up (limits.ts is about the rest); both sides of each: test/protocol/setup-limits.test.ts. */

export const LOOK_TEXTS_MAX = 300;
export const LOOK_TEXT_CHARS_MAX = 500;
export const LOOK_OFFSET_MAX = 400;
export const LOOK_RADIUS_MAX = 40;
export const LOOK_Z_INDEX_MAX = 2_147_483_647;
export const LOOK_SELECTOR_CHARS_MAX = 200;
/** Pairs of a site's key and an origin on which its tag was seen; anybody can claim to be a page, so they are bounded. */
export const SIGHTINGS_MAX = 500;
/** One origin's tag is noted so often at most. */
export const SIGHTING_EVERY_MS = 30_000;
/** So long a page may answer a look at it. */
export const TAG_CHECK_MS = 10 * 60_000;
export const TAG_CHECK_KEPT_MS = 24 * 3_600_000;
/** Of the list of the whole installation (U13). */
export const TEAM_TAGS_MAX = 300;
