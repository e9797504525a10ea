const LAST_TEXT_CHARS_MAX = 120;

/** The beginning of a message for the agents' list; never half of a surrogate pair. */
export function lastTextOf(body: string): string {
  if (body.length <= LAST_TEXT_CHARS_MAX) return body;
  const last = body.charCodeAt(LAST_TEXT_CHARS_MAX - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return body.slice(0, isHalf ? LAST_TEXT_CHARS_MAX - 1 : LAST_TEXT_CHARS_MAX);
}
