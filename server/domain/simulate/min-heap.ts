/** Things by their time: the earliest comes out first, equal ones in the order they went in. */
export class MinHeap<T> {
  readonly #items: { at: number; order: number; value: T }[] = [];
  #pushed = 0;

  get size(): number {
    return this.#items.length;
  }

  /** The earliest, left where it is. */
  peek(): { at: number; value: T } | undefined {
    return this.#items[0];
  }

  push(at: number, value: T): void {
    const items = this.#items;
    let place = items.length;
    const item = { at, order: this.#pushed++, value };
    items.push(item);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = items[parent] as (typeof items)[number];
      if (!isBefore(item, above)) break;
      items[place] = above;
      place = parent;
    }
    items[place] = item;
  }

  pop(): { at: number; value: T } | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!first || !last || items.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      const left = items[child];
      const right = items[child + 1];
      if (left === undefined) break;
      if (right && isBefore(right, left)) child += 1;
      const smaller = items[child] as (typeof items)[number];
      if (!isBefore(smaller, last)) break;
      items[place] = smaller;
      place = child;
    }
    items[place] = last;
    return first;
  }
}

function isBefore(one: { at: number; order: number }, other: { at: number; order: number }): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
