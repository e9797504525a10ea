import { PERSON_WORDS } from './contact-columns.ts';

const SLOTS_FIRST = 1_024;

/** Numbers people from 0 on by what stands for them, so that lists by person are arrays. O(1) each. */
export class PeopleCodes {
  #words = new Uint32Array((SLOTS_FIRST / 2) * PERSON_WORDS);
  /** 1 + the code; 0: free. Never more than half of it is taken. */
  #slots = new Int32Array(SLOTS_FIRST);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** `words` holds PERSON_WORDS numbers from `at` on. */
  codeOf(words: ArrayLike<number>, at = 0): number {
    const first = words[at] ?? 0;
    const second = words[at + 1] ?? 0;
    const third = words[at + 2] ?? 0;
    const slot = this.#slotOf(first, second, third);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const code = this.#count;
    this.#count += 1;
    this.#slots[slot] = code + 1;
    this.#words[code * PERSON_WORDS] = first;
    this.#words[code * PERSON_WORDS + 1] = second;
    this.#words[code * PERSON_WORDS + 2] = third;
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    return code;
  }

  #slotOf(first: number, second: number, third: number): number {
    const mask = this.#slots.length - 1;
    // They are parts of a hash: spread already.
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const code = (this.#slots[slot] ?? 0) - 1;
      if (code < 0) return slot;
      const at = code * PERSON_WORDS;
      if (this.#words[at] === first && this.#words[at + 1] === second && this.#words[at + 2] === third) return slot;
    }
  }

  #grow(): void {
    const words = new Uint32Array(this.#slots.length * PERSON_WORDS);
    words.set(this.#words);
    this.#words = words;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let code = 0; code < this.#count; code += 1) {
      const at = code * PERSON_WORDS;
      const slot = this.#slotOf(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0);
      this.#slots[slot] = code + 1;
    }
  }
}
