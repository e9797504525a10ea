import type { Cancel, Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { type Answer, ERRORS, type ErrorCode, refusal, remedyOf } from '../wire/errors.ts';
import type { CommandTable, FactTable } from '../wire/events.ts';
import { ACK_TIMEOUT_MS, HANDSHAKE_MS_MAX, RECONNECT_DELAY_MS_MIN } from '../wire/limits.ts';
import { backoffMs } from './backoff.ts';
import type { Connection, ConnectionEvent, ConnectionState, OpenWire, Wire } from './connection.ts';
import { commandFrame, endFrame, helloFrame, PONG, readFrame } from './frames.ts';

export interface SocketParts {
  /** The relay's origin and the namespace: `https://host/visitor`. */
  url: string;
  openWire: OpenWire;
  /** Asked anew for every try, so that each tells the latest token and positions. */
  hello(): object;
  clock: Clock;
  random: Random;
}

/**
 * The Socket.IO of docs/protocol.md, section 1, over one WebSocket. No buffering, no retries, no recovery of its own:
 * what is sent while the link is down is answered `unavailable` and repeated by the outbox.
 */
export class SocketConnection<Commands extends CommandTable, Facts extends FactTable>
  implements Connection<Commands, Facts>
{
  state: ConnectionState = { status: 'offline' };
  readonly #parts: SocketParts;
  readonly #address: string;
  readonly #namespace: string;
  readonly #listeners = new Set<(event: ConnectionEvent<Facts>) => void>();
  readonly #asked = new Map<number, (answer: Answer<unknown>) => void>();
  #wire: Wire | null = null;
  #ids = 0;
  #wanted = false;
  #attempt = 0;
  #spreadMs = 0;
  #retry: Cancel | null = null;
  /** Until then the relay must have said something more. */
  #silence: Cancel | null = null;
  #silentMs = 0;
  #deadAt = 0;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    const cut = parts.url.lastIndexOf('/');
    this.#namespace = parts.url.slice(cut);
    // http → ws, https → wss
    this.#address = `${parts.url.slice(0, cut).replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    this.#drop();
    this.#enter({ status: 'offline' });
  }

  wake(): void {
    if (!this.#wanted || !this.#retry) return;
    this.#attempt = 0;
    this.#connect();
  }

  send<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['in'],
  ): Promise<Answer<Commands[Name]['out']>> {
    // A device that slept has missed its timers: the link has been dead for as long.
    if (this.state.status === 'online' && this.#parts.clock.now() > this.#deadAt) this.#lost();
    if (this.state.status !== 'online') return Promise.resolve(refusal('unavailable'));
    const id = ++this.#ids;
    return new Promise((resolve) => {
      // No answer: the link may be dead without having said so. A new one finds out.
      const giveUp = this.#parts.clock.after(ACK_TIMEOUT_MS, () => this.#lost());
      this.#asked.set(id, (answer) => {
        giveUp();
        resolve(answer as Answer<Commands[Name]['out']>);
      });
      this.#wire?.send(commandFrame(this.#namespace, id, name, payload));
    });
  }

  listen(listener: (event: ConnectionEvent<Facts>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #connect(): void {
    this.#drop();
    this.#enter({ status: 'connecting' });
    // A relay that takes the connection and then says nothing must not hold us for ever.
    this.#silence = this.#parts.clock.after(HANDSHAKE_MS_MAX, () => this.#lost());
    const wire = this.#parts.openWire(this.#address, {
      text: (text) => wire === this.#wire && this.#read(text),
      closed: () => {
        if (wire !== this.#wire) return;
        this.#wire = null;
        this.#lost();
      },
    });
    this.#wire = wire;
  }

  #read(text: unknown): void {
    const frame = readFrame(this.#namespace, text);
    // Not a frame of ours: a new link may be better.
    if (!frame || frame.kind === 'end') {
      this.#lost();
    } else if (frame.kind === 'open') {
      this.#silentMs = frame.silentMs;
      this.#wire?.send(helloFrame(this.#namespace, this.#parts.hello()));
    } else if (frame.kind === 'ping') {
      this.#wire?.send(PONG);
      this.#heard();
    } else if (frame.kind === 'fact') {
      this.#take(frame.name, frame.payload);
    } else if (frame.kind === 'answer') {
      this.#asked.get(frame.id)?.(frame.answer);
      this.#asked.delete(frame.id);
    } else if (frame.kind === 'refused') {
      this.#failed(frame.error, frame.retryAfterMs);
    }
  }

  /** From the greeting on, the pings say that the relay lives. */
  #heard(): void {
    if (this.state.status !== 'online') return;
    this.#silence?.();
    this.#silence = this.#parts.clock.after(this.#silentMs, () => this.#lost());
    this.#deadAt = this.#parts.clock.now() + this.#silentMs;
  }

  #take(name: string, payload: unknown): void {
    if (name === 'session:ready') {
      this.#attempt = 0;
      this.#spreadMs = 0;
      // The fact comes before the change of state: who resumes on `online` has the epoch and the heads by then.
      this.state = { status: 'online' };
      this.#heard();
      this.#tell({ kind: 'fact', name, payload } as ConnectionEvent<Facts>);
      this.#tell({ kind: 'state', state: this.state });
      return;
    }
    if (name === 'server:closing') {
      this.#spreadMs = (payload as { spreadMs: number }).spreadMs;
    } else if (name === 'session:ended') {
      this.#refuse((payload as { error: ErrorCode }).error);
    }
    this.#tell({ kind: 'fact', name, payload } as ConnectionEvent<Facts>);
  }

  #failed(error: ErrorCode | undefined, retryAfterMs: number | undefined): void {
    if (error && error in ERRORS) this.#refuse(error);
    if (this.state.status !== 'refused') this.#lost(retryAfterMs);
  }

  /** Only what waiting cannot cure ends the tries. */
  #refuse(error: ErrorCode): void {
    if (remedyOf(error) === 'later') return;
    this.#wanted = false;
    // Before anybody hears of it: a listener may start again at once.
    this.#drop();
    this.#enter({ status: 'refused', error });
  }

  #lost(atLeastMs = 0): void {
    if (!this.#wanted) return;
    this.#attempt += 1;
    // A relay that said it is closing names the spread in which its clients come back.
    const delayMs = this.#spreadMs
      ? this.#parts.random() * this.#spreadMs
      : this.#attempt === 1
        ? this.#parts.random() * RECONNECT_DELAY_MS_MIN
        : backoffMs(this.#attempt - 1, this.#parts.random);
    this.#spreadMs = 0;
    this.#drop();
    this.#retry = this.#parts.clock.after(Math.max(delayMs, atLeastMs), () => this.#connect());
    this.#enter({ status: 'offline' });
  }

  /** Ends the link and all waiting. Whoever waits for an answer learns that none comes. */
  #drop(): void {
    this.#retry?.();
    this.#retry = null;
    this.#silence?.();
    this.#silence = null;
    const wire = this.#wire;
    this.#wire = null;
    if (this.state.status === 'online') wire?.send(endFrame(this.#namespace));
    wire?.close();
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const answer of asked) answer(refusal('unavailable'));
  }

  #enter(state: ConnectionState): void {
    if (state.status === this.state.status && state.status !== 'refused') return;
    this.state = state;
    this.#tell({ kind: 'state', state });
  }

  #tell(event: ConnectionEvent<Facts>): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
