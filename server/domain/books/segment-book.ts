const FIRST = 1_024;

/** Who is in which segment, by the numbers of people. */
export class SegmentBook {
  /** By code; the first is none. */
  readonly names: string[] = [''];
  readonly #codes = new Map<string, number>([['', 0]]);
  #of = new Uint32Array(FIRST);

  put(person: number, segment: string | null): void {
    if (person >= this.#of.length) {
      const wider = new Uint32Array(Math.max(person + 1, this.#of.length * 2));
      wider.set(this.#of);
      this.#of = wider;
    }
    const name = segment ?? '';
    const code = this.#codes.get(name) ?? this.names.push(name) - 1;
    this.#codes.set(name, code);
    this.#of[person] = code;
  }

  codeOf(person: number): number {
    return this.#of[person] ?? 0;
  }

  /** '': in none, or nobody said. */
  nameOf(person: number): string {
    return this.names[this.codeOf(person)] ?? '';
  }
}
