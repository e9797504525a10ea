import type pg from 'pg';
import { ROUTING_TURN_MS_MAX } from '../../../protocol/wire/limits.ts';
import { connectAlone } from './connect.ts';

/** Any number, as long as nobody else uses it: the key of the advisory lock. */
const KEY = 7_336_282;

/**
 * Nodes that decide at the same time decide the same and get in each other's way: only one write of them holds. So they take
 * turns, by a lock of the database on a connection of its own. It makes nothing right that would be wrong without it: after
 * ROUTING_TURN_MS_MAX, or where the connection is lost, the job runs all the same.
 */
export class Turns {
  readonly #url: string;
  #client: pg.Client | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Those of this process wait here, so that one connection is enough. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(() => this.#runLocked(job));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#drop();
  }

  async #runLocked<T>(job: () => Promise<T>): Promise<T> {
    const locked = await this.#lock();
    try {
      return await job();
    } finally {
      if (locked) await this.#unlock();
    }
  }

  async #lock(): Promise<boolean> {
    if (this.#closed) return false;
    try {
      this.#client ??= await this.#connect();
      await this.#client.query('SELECT pg_advisory_lock($1)', [KEY]);
      return true;
    } catch {
      // Somebody holds it for too long, or the database is away: the job finds out for itself.
      await this.#drop();
      return false;
    }
  }

  async #unlock(): Promise<void> {
    try {
      await this.#client?.query('SELECT pg_advisory_unlock($1)', [KEY]);
    } catch {
      await this.#drop();
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = await connectAlone(this.#url, true);
    await client.query(`SET lock_timeout = ${ROUTING_TURN_MS_MAX}`);
    return client;
  }

  async #drop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }
}
