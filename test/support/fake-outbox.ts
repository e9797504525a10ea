import type { Lead } from '../../protocol/client/lead.ts';
import type { OutboxStore } from '../../protocol/client/outbox-keep.ts';

/** A browser's database in memory: what is put is there a turn later, as a copy. `deny` plays a browser without one. */
export class FakeStore<Item extends { clientId: string }> implements OutboxStore<Item> {
  readonly items = new Map<string, Item>();
  deny = false;
  /** While true nothing answers, neither yes nor no. */
  hangs = false;
  load = () => this.#later(() => [...this.items.values()].map((item) => structuredClone(item)));
  put = (item: Item) => {
    const copy = structuredClone(item);
    return this.#later(() => void this.items.set(item.clientId, copy));
  };
  closed = 0;
  close = () => {
    this.closed += 1;
  };
  remove = (clientId: string) => this.#later(() => void this.items.delete(clientId));

  async #later<T>(act: () => T): Promise<T> {
    await Promise.resolve();
    if (this.hangs) await new Promise(() => {});
    if (this.deny) throw new Error('denied');
    return act();
  }
}

/** The lock that the tabs of one browser share. */
export class FakeLocks {
  readonly line: FakeLead[] = [];
  lead = () => new FakeLead(this.line);
}

class FakeLead implements Lead {
  readonly #line: FakeLead[];
  #changed = () => {};

  constructor(line: FakeLead[]) {
    this.#line = line;
  }

  holds = () => this.#line[0] === this;

  want(wanted: boolean): void {
    const before = this.#line[0];
    const index = this.#line.indexOf(this);
    if (wanted && index < 0) this.#line.push(this);
    if (!wanted && index >= 0) this.#line.splice(index, 1);
    this.#tell(before);
  }

  take(): void {
    const before = this.#line[0];
    const index = this.#line.indexOf(this);
    if (index >= 0) this.#line.splice(index, 1);
    this.#line.unshift(this);
    this.#tell(before);
  }

  wrote(): void {}

  listen(changed: () => void): void {
    this.#changed = changed;
  }

  #tell(before: FakeLead | undefined): void {
    const [first] = this.#line;
    if (first === before) return;
    if (before) before.#changed();
    if (first) first.#changed();
  }
}
