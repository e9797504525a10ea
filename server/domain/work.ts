import type { Work } from '../../protocol/wire/errors.ts';
import { WORK_BITS } from '../../protocol/wire/people-limits.ts';

/** SHA-256, hex. */
type Hash = (text: string) => string;

/** So short that a number behind it stays within one block of the hash. */
const OF_CHARS = 32;
const BITS_PER_DIGIT = 4;

/**
 * J18: what a browser works at before it begins a conversation with this message. Of this visitor and this message alone, so work is good
 * once: the message cannot be told twice (P1). Nothing has to be remembered of it.
 */
export function workFor(hash: Hash, visitorId: string, clientId: string): Work {
  return { of: hash(`${visitorId} ${clientId}`).slice(0, OF_CHARS), bits: WORK_BITS };
}

export function isDone(hash: Hash, { of, bits }: Work, found: number | undefined): boolean {
  if (found === undefined) return false;
  const digits = hash(`${of}:${found}`).slice(0, Math.ceil(bits / BITS_PER_DIGIT));
  return Number.parseInt(digits, 16) < 2 ** (digits.length * BITS_PER_DIGIT - bits);
}
