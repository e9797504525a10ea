import type { Cancel, Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { type Answer, refusal } from '../wire/errors.ts';
import type { CommandTable, FactTable } from '../wire/events.ts';
import { backoffMs } from './backoff.ts';
import type { Connection, ConnectionEvent, ConnectionState } from './connection.ts';

/** A carrier that most people never need: fetched when it is started for the first time, again where that failed. */
export class LaterConnection<Commands extends CommandTable, Facts extends FactTable>
  implements Connection<Commands, Facts>
{
  readonly #parts: { load(): Promise<Connection<Commands, Facts>>; clock: Clock; random: Random };
  readonly #listeners = new Set<(event: ConnectionEvent<Facts>) => void>();
  #carrier: Connection<Commands, Facts> | null = null;
  #own: ConnectionState = { status: 'offline' };
  #loading = false;
  #wanted = false;
  #attempt = 0;
  #retry: Cancel | null = null;

  constructor(parts: { load(): Promise<Connection<Commands, Facts>>; clock: Clock; random: Random }) {
    this.#parts = parts;
  }

  get state(): ConnectionState {
    return this.#carrier?.state ?? this.#own;
  }

  start(): void {
    this.#wanted = true;
    if (this.#carrier) this.#carrier.start();
    else void this.#fetch();
  }

  stop(): void {
    this.#wanted = false;
    this.#retry?.();
    if (this.#carrier) this.#carrier.stop();
    else this.#enter({ status: 'offline' });
  }

  wake(): void {
    if (this.#carrier) this.#carrier.wake();
    else if (this.#wanted) void this.#fetch();
  }

  send<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['in'],
  ): Promise<Answer<Commands[Name]['out']>> {
    return this.#carrier?.send(name, payload) ?? Promise.resolve(refusal('unavailable'));
  }

  listen(listener: (event: ConnectionEvent<Facts>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #fetch(): Promise<void> {
    this.#retry?.();
    if (this.#loading) return;
    this.#loading = true;
    this.#enter({ status: 'connecting' });
    const carrier = await this.#parts.load().catch(() => null);
    this.#loading = false;
    this.#carrier = carrier;
    carrier?.listen((event) => this.#tell(event));
    if (!this.#wanted) return;
    if (carrier) return carrier.start();
    this.#attempt += 1;
    this.#enter({ status: 'offline' });
    this.#retry = this.#parts.clock.after(backoffMs(this.#attempt, this.#parts.random), () => void this.#fetch());
  }

  #enter(state: ConnectionState): void {
    if (state.status === this.#own.status) return;
    this.#own = state;
    this.#tell({ kind: 'state', state });
  }

  #tell(event: ConnectionEvent<Facts>): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
