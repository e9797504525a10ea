import type { Cancel, Clock } from '../kit/clock.ts';
import type { Answer } from '../wire/errors.ts';
import type { CommandTable, FactTable } from '../wire/events.ts';
import type { Connection, ConnectionEvent, ConnectionState } from './connection.ts';

/** So many tries of the socket in a row may fail before the other way is taken beside it. */
const FAILURES_MAX = 2;
/** Where somebody waits, a socket that has not said a word for this long is no longer waited for. */
const PATIENCE_MS = 2_000;

export interface FallbackParts<Commands extends CommandTable, Facts extends FactTable> {
  socket: Connection<Commands, Facts>;
  other: Connection<Commands, Facts>;
  clock: Clock;
  /** Somebody looks, or has something to send. */
  isAwaited(): boolean;
}

/**
 * A socket, with another way beside it. While the socket cannot be had, the other one carries the conversation;
 * the socket goes on trying and takes over again when it is there. Position and client ids make the change of
 * carrier invisible: what both tell is shown once.
 */
export class FallbackConnection<Commands extends CommandTable, Facts extends FactTable>
  implements Connection<Commands, Facts>
{
  state: ConnectionState = { status: 'offline' };
  readonly #socket: Connection<Commands, Facts>;
  readonly #other: Connection<Commands, Facts>;
  readonly #listeners = new Set<(event: ConnectionEvent<Facts>) => void>();
  readonly #parts: FallbackParts<Commands, Facts>;
  #wanted = false;
  #failures = 0;
  #patience: Cancel | null = null;
  #carrier: Connection<Commands, Facts>;

  constructor(parts: FallbackParts<Commands, Facts>) {
    const { socket, other } = parts;
    this.#parts = parts;
    this.#socket = socket;
    this.#other = other;
    this.#carrier = socket;
    socket.listen((event) => this.#hear(socket, event));
    other.listen((event) => this.#hear(other, event));
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#failures = 0;
    this.#carrier = this.#socket;
    this.#socket.start();
  }

  stop(): void {
    this.#end({ status: 'offline' });
  }

  wake(): void {
    this.#socket.wake();
    if (this.#carrier === this.#other) this.#other.wake();
  }

  send<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['in'],
  ): Promise<Answer<Commands[Name]['out']>> {
    return this.#carrier.send(name, payload);
  }

  listen(listener: (event: ConnectionEvent<Facts>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #hear(from: Connection<Commands, Facts>, event: ConnectionEvent<Facts>): void {
    if (!this.#wanted) return;
    if (event.kind === 'fact') {
      this.#hearFact(from, event);
    } else if (event.state.status === 'refused') {
      this.#end(event.state);
    } else {
      if (from === this.#socket) this.#count(event.state);
      if (from === this.#carrier) this.#enter(event.state);
    }
  }

  #hearFact(from: Connection<Commands, Facts>, event: ConnectionEvent<Facts> & { kind: 'fact' }): void {
    const ready = event.name === 'session:ready';
    // The first word of the socket takes the conversation back. The other way ends before anybody hears of it: it
    // tells nothing more, is asked nothing more, and for the listeners online stays online.
    if (ready && from === this.#socket) {
      this.#carrier = this.#socket;
      this.#other.stop();
    }
    if (from !== this.#carrier) return;
    if (ready) this.state = { status: 'online' };
    this.#tell(event);
  }

  #count({ status }: ConnectionState): void {
    this.#patience?.();
    if (status === 'connecting') this.#lookLater();
    else if (status === 'online') this.#failures = 0;
    else if (++this.#failures >= FAILURES_MAX) this.#turn();
  }

  /** A proxy that swallows the upgrade says neither yes nor no; a relay that is only slow is tried beside HTTP. */
  #lookLater(): void {
    this.#patience = this.#parts.clock.after(PATIENCE_MS, () => {
      if (this.#parts.isAwaited()) this.#turn();
      else this.#lookLater();
    });
  }

  #turn(): void {
    if (this.#carrier === this.#other) return;
    this.#carrier = this.#other;
    this.#other.start();
  }

  #end(state: ConnectionState): void {
    this.#wanted = false;
    this.#patience?.();
    this.#socket.stop();
    this.#other.stop();
    this.#enter(state);
  }

  #enter(state: ConnectionState): void {
    if (state.status === this.state.status && state.status !== 'refused' && state.status !== 'online') return;
    this.state = state;
    this.#tell({ kind: 'state', state });
  }

  #tell(event: ConnectionEvent<Facts>): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
