import { DAY_MS } from '../hours/civil.ts';

const WORD = 2 ** 32;

/** What lies in a day, added up: equal only where the same lies in it. In any order, and what is taken away again was never there. */
export class DayMark {
  #one = 0;
  #other = 0;

  /** A stretch of an agent's time with a conversation, as far as it lies in the day. `times`: 1, or -1 to take it away. */
  add(no: number, agent: number, from: number, to: number, times: 1 | -1): void {
    this.#one = (this.#one + times * mix(0x2545f491, no, agent, from, to)) >>> 0;
    this.#other = (this.#other + times * mix(0x6a09e667, no, agent, from, to)) >>> 0;
  }

  addAll(mark: DayMark, times: 1 | -1): void {
    this.#one = (this.#one + times * mark.#one) >>> 0;
    this.#other = (this.#other + times * mark.#other) >>> 0;
  }

  get value(): number {
    // Within 53 bits.
    return this.#one * 0x100000 + (this.#other & 0xfffff);
  }
}

function mix(seed: number, no: number, agent: number, from: number, to: number): number {
  let hash = step(seed, no);
  hash = step(hash, agent);
  hash = step(hash, from % WORD);
  hash = step(hash, Math.floor(from / WORD));
  hash = step(hash, to % WORD);
  hash = step(hash, Math.floor(to / WORD));
  return hash >>> 0;
}

function step(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x9e3779b1);
  return next ^ (next >>> 15);
}

/** Of a stretch that ends at `until`, the last day; what ends with a day does not touch the next. */
export function lastDayOf(at: number, until: number): number {
  return Math.max(dayOf(at), Math.ceil(until / DAY_MS) - 1);
}

export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}
