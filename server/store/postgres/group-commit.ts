import { STORE_WRITES_WAITING_MAX } from '../../../protocol/wire/limits.ts';
import { StoreUnavailable } from '../store.ts';

/** Of one transaction: its statements hold all of their texts. */
const TOGETHER_MAX = 500;
/** So often one that is held goes into the next transaction, some milliseconds each; then it waits by itself. */
const HELD_TRIES_MAX = 20;

interface Waiting<In, Out> {
  input: In;
  tries: number;
  resolve(result: Out): void;
  reject(error: unknown): void;
}

export interface GroupCommitParts<In, Out> {
  /** One transaction for all; `undefined` for an input that needs one of its own, `held` where rows are not free now. */
  together(inputs: readonly In[]): Promise<readonly (Out | 'held' | undefined)[]>;
  alone(input: In): Promise<Out>;
}

/**
 * Writes of one kind that arrive together share a transaction: those of one turn, and while one transaction is under
 * way, all that come meanwhile. There is only one at a time: more would meet at the same rows and wait there, each with a
 * connection that others need.
 */
export class GroupCommit<In, Out> {
  readonly #parts: GroupCommitParts<In, Out>;
  #waiting: Waiting<In, Out>[] = [];
  #busy = false;

  constructor(parts: GroupCommitParts<In, Out>) {
    this.#parts = parts;
  }

  add(input: In): Promise<Out> {
    if (this.#waiting.length >= STORE_WRITES_WAITING_MAX) {
      return Promise.reject(new StoreUnavailable('Too many writes wait for the database.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, tries: 0, resolve, reject });
      if (this.#busy) return;
      this.#busy = true;
      // After all sockets of this turn were read.
      setImmediate(() => void this.#writeAll());
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, TOGETHER_MAX));
    this.#busy = false;
  }

  async #write(batch: readonly Waiting<In, Out>[]): Promise<void> {
    const results = await this.#tryTogether(batch);
    const held: Waiting<In, Out>[] = [];
    for (const [index, one] of batch.entries()) {
      const result = results[index];
      if (result instanceof StoreUnavailable) one.reject(result);
      else if (result === 'held' && one.tries < HELD_TRIES_MAX) held.push(one);
      // Nobody waits for it: it may be held up by what others do with the same rows.
      else if (result === 'held' || result === undefined) this.#parts.alone(one.input).then(one.resolve, one.reject);
      else one.resolve(result);
    }
    for (const one of held) one.tries += 1;
    // Before those who came later, so that order is kept (S4).
    this.#waiting.unshift(...held);
  }

  /** Trying each alone helps where one is wrong (S1), not where the database is gone. */
  async #tryTogether(
    batch: readonly Waiting<In, Out>[],
  ): Promise<readonly (Out | StoreUnavailable | 'held' | undefined)[]> {
    try {
      return await this.#parts.together(batch.map((one) => one.input));
    } catch (error) {
      return batch.map(() => (error instanceof StoreUnavailable ? error : undefined));
    }
  }
}
