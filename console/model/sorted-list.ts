/** In order by a comparison without ties. A step in or out is O(log n) comparisons and one move of what stands behind it. */
export class SortedList<T> {
  readonly items: T[] = [];
  readonly #compare: (one: T, other: T) => number;

  constructor(compare: (one: T, other: T) => number) {
    this.#compare = compare;
  }

  /** As it was put in: what has changed since must be taken out first. */
  add(item: T): void {
    this.items.splice(this.placeOf(item), 0, item);
  }

  remove(item: T): void {
    const at = this.placeOf(item);
    if (this.items[at] !== item) throw new Error('It was changed while it was in the list.');
    this.items.splice(at, 1);
  }

  /** For many at once: O(n log n). */
  fill(items: Iterable<T>): void {
    this.items.length = 0;
    for (const item of items) this.items.push(item);
    this.items.sort(this.#compare);
  }

  /** How many stand before it. */
  placeOf(item: T): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.items[middle] as T, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
