import type { Work } from '../../protocol/wire/errors.ts';

export interface SearchPorts {
  /** SHA-256. */
  hash(text: string): Uint8Array;
  now(): number;
  nextTurn(): Promise<void>;
}

/** The page has a turn after so long, ms: less than one frame, so that nobody sees it stand. */
const TURN_MS = 8;
/** The clock is looked at so seldom. */
const TRIES = 64;

/** J18: the first number whose hash behind `of` and a colon begins with `bits` zero bits. 2^bits tries on average. */
export async function search({ of, bits }: Work, { hash, now, nextTurn }: SearchPorts): Promise<number> {
  for (let from = 0, until = now() + TURN_MS; ; from += TRIES) {
    for (let found = from; found < from + TRIES; found += 1) if (zeros(hash(`${of}:${found}`)) >= bits) return found;
    if (now() < until) continue;
    await nextTurn();
    until = now() + TURN_MS;
  }
}

function zeros(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
