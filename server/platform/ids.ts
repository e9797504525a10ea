import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Ids } from '../usecases/context.ts';

/** Crockford's base 32: no letters that look like digits. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_BYTES = 10;
const SECRET_BYTES = 32;

/**
 * 26 characters: 48 bits of time and 80 random bits, so that ids sort by the time they were made and
 * cannot be guessed. An id is a name, never a permission.
 */
export function sortableId(now: number, random: Uint8Array): string {
  let time = '';
  for (let rest = now, digit = 0; digit < TIME_DIGITS; digit++) {
    time = DIGITS[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  let bits = 0;
  let held = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      tail += DIGITS[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return time + tail;
}

export function createIds(clock: Clock): Ids {
  const next = () => sortableId(clock.now(), randomBytes(RANDOM_BYTES));
  return {
    conversation: next,
    visitor: next,
    agent: next,
    department: next,
    role: next,
    reply: next,
    mail: next,
    push: next,
    followUp: next,
    view: next,
    site: next,
    picture: fileId,
    secret: (prefix) => `${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}`,
    hash: sha256,
  };
}

/** Hex. Secrets carry 256 random bits, so one round is enough: there is nothing to guess. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A password for a person to type once: 80 random bits as `abcd-efgh-jkmn-pqrs`. */
export function randomPassword(): string {
  const letters = sortableId(0, randomBytes(RANDOM_BYTES)).slice(TIME_DIGITS).toLowerCase();
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A file's address: 256 random bits, and still worth nothing without the right to read the conversation. */
export function fileId(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** SHA-256 of bytes, hex. */
export function contentHash(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Names one request in the log and nowhere else. */
export function requestId(): string {
  return randomBytes(8).toString('base64url');
}
