import { failpoint } from '../../../protocol/kit/failpoint.ts';
import { STORE_WRITES_WAITING_MAX } from '../../../protocol/wire/limits.ts';
import type { Operation } from '../queries/operation.ts';
import { StoreUnavailable } from '../store.ts';
import { isBusy, isUnavailable, toStoreError } from './sqlite-errors.ts';
import type { SqliteSession } from './sqlite-session.ts';

/** How often a lock of another process is tried again, a slice of waiting and a turn each: about two seconds. */
const BUSY_TRIES_MAX = 400;

interface Waiting {
  make(): Operation<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

type Outcome = { ok: true; result: unknown } | { ok: false; error: unknown };

/** Group commit: whatever is asked for within one turn of the event loop shares one transaction and one wait for the disk. */
export class WriteQueue {
  readonly #session: SqliteSession;
  #waiting: Waiting[] = [];
  #planned = false;
  #closed = false;
  #tries = 0;

  constructor(session: SqliteSession) {
    this.#session = session;
  }

  add<Result>(make: () => Operation<Result>): Promise<Result> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('The store is closed.'));
    if (this.#waiting.length >= STORE_WRITES_WAITING_MAX) {
      return Promise.reject(new StoreUnavailable('Too many writes wait for the database.'));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ make, resolve: resolve as (result: unknown) => void, reject });
      this.#plan();
    });
  }

  /** Writes what waits, once, and takes nothing more. */
  close(): void {
    this.#closed = true;
    this.#tries = BUSY_TRIES_MAX;
    if (this.#waiting.length > 0) this.#flush();
  }

  /** Not a matter of time: after all sockets of this turn were read. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      if (this.#waiting.length > 0) this.#flush();
    });
  }

  #flush(): void {
    try {
      this.#session.begin('IMMEDIATE');
    } catch (error) {
      this.#session.rollback();
      this.#tries += 1;
      if (this.#tries < BUSY_TRIES_MAX && isBusy(error)) this.#plan();
      else this.#refuseAll(error);
      return;
    }
    this.#tries = 0;
    const batch = this.#waiting;
    this.#waiting = [];
    const outcomes = this.#runTogether(batch) ?? batch.map((one) => this.#runAlone(one));
    for (const [index, one] of batch.entries()) settle(one, outcomes[index] as Outcome);
  }

  /** The transaction is open. Undefined: one of them failed, and nothing was stored. */
  #runTogether(batch: Waiting[]): Outcome[] | undefined {
    try {
      const outcomes = batch.map((one): Outcome => ({ ok: true, result: this.#session.run(one.make()) }));
      failpoint('before_commit');
      this.#session.commit();
      failpoint('after_commit_before_ack');
      return outcomes;
    } catch (error) {
      this.#session.rollback();
      // Trying each alone helps where one is wrong, not where the disk is full.
      return batch.length === 1 || isUnavailable(error) ? batch.map(() => ({ ok: false, error })) : undefined;
    }
  }

  /** So that only the culprit fails. */
  #runAlone(one: Waiting): Outcome {
    try {
      this.#session.begin('IMMEDIATE');
      const result = this.#session.run(one.make());
      this.#session.commit();
      return { ok: true, result };
    } catch (error) {
      this.#session.rollback();
      return { ok: false, error };
    }
  }

  #refuseAll(error: unknown): void {
    const refused = this.#waiting;
    this.#waiting = [];
    this.#tries = 0;
    for (const one of refused) settle(one, { ok: false, error });
  }
}

function settle(one: Waiting, outcome: Outcome): void {
  if (outcome.ok) one.resolve(outcome.result);
  else one.reject(toStoreError(outcome.error));
}
