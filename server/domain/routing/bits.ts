const WORD = 32;

/** A set of small whole numbers, one bit each: thirty-two of them are compared in one step. */
export class Bits {
  words = new Uint32Array(0);
  /** Outside of these words nothing is set: a set with one number costs one step, however large the number. */
  low = 0;
  high = 0;

  add(number: number): void {
    const at = number >>> 5;
    if (at >= this.words.length) this.#grow(at + 1);
    if (this.high === this.low) this.low = at;
    this.low = Math.min(this.low, at);
    this.high = Math.max(this.high, at + 1);
    this.words[at] = this.word(at) | (1 << (number & (WORD - 1)));
  }

  remove(number: number): void {
    const at = number >>> 5;
    if (at < this.words.length) this.words[at] = this.word(at) & ~(1 << (number & (WORD - 1)));
  }

  has(number: number): boolean {
    return (this.word(number >>> 5) & (1 << (number & (WORD - 1)))) !== 0;
  }

  word(at: number): number {
    return this.words[at] ?? 0;
  }

  clear(): void {
    this.words.fill(0, this.low, this.high);
    this.low = 0;
    this.high = 0;
  }

  /** A new set with this number, too. */
  with(number: number): Bits {
    const more = new Bits();
    more.words = this.words.slice();
    more.low = this.low;
    more.high = this.high;
    more.add(number);
    return more;
  }

  equals(other: Bits): boolean {
    const length = Math.max(this.words.length, other.words.length);
    for (let at = 0; at < length; at += 1) if (this.word(at) !== other.word(at)) return false;
    return true;
  }

  #grow(length: number): void {
    const words = new Uint32Array(Math.max(length, this.words.length * 2));
    words.set(this.words);
    this.words = words;
  }
}

/** Visits what is in all of the sets and not in `but`, from the smallest, until a visit answers true. */
export function someOf(sets: readonly Bits[], visit: (number: number) => boolean, but?: Bits): boolean {
  const [first] = sets;
  if (!first) return false;
  for (let at = first.low; at < first.high; at += 1) {
    let word = first.word(at);
    if (but) word &= ~but.word(at);
    for (let n = 1; word !== 0 && n < sets.length; n += 1) word &= (sets[n] as Bits).word(at);
    while (word !== 0) {
      const bit = 31 - Math.clz32(word & -word);
      if (visit(at * WORD + bit)) return true;
      word &= word - 1;
    }
  }
  return false;
}

/** How many are in all of the sets and not in `but`. */
export function countOf(sets: readonly Bits[], but: Bits): number {
  const [first] = sets;
  let count = 0;
  for (let at = first?.low ?? 0; at < (first?.high ?? 0); at += 1) {
    let word = ~but.word(at);
    for (const set of sets) word &= set.word(at);
    count += onesIn(word);
  }
  return count;
}

function onesIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
