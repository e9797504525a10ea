import { EMAIL_CHARS_MAX, MESSAGE_CHARS_MAX } from '../../protocol/wire/limits.ts';

/** What the relay can store: half of a surrogate pair becomes U+FFFD, NUL goes, outer white space too (W9). */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\u0000', '')
    .trim();
}

/** From this many characters left the count is shown. */
const COUNT_SHOWN_AT = 500;

/** Characters left (below 0: too many), or null while there is room enough to say nothing. */
export function charsLeft(text: string): number | null {
  const left = MESSAGE_CHARS_MAX - text.length;
  return left <= COUNT_SHOWN_AT ? left : null;
}

export function isSendable(text: string): boolean {
  return text.length <= MESSAGE_CHARS_MAX && cleanText(text) !== '';
}

/** A little stricter than the relay, so that an address which passes here never costs the message its place. */
const EMAIL = /^[\w+-]+(?:[.'][\w+-]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;

export function isEmail(text: string): boolean {
  return text.length <= EMAIL_CHARS_MAX && EMAIL.test(text);
}
