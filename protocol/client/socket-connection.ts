import { Manager, type Socket } from 'socket.io-client';
import type { Cancel, Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { type Answer, type ErrorCode, refusal, remedyOf } from '../wire/errors.ts';
import type { CommandTable, FactTable } from '../wire/events.ts';
import { ACK_TIMEOUT_MS, HANDSHAKE_MS_MAX, PING_INTERVAL_MS, RECONNECT_DELAY_MS_MIN } from '../wire/limits.ts';
import { backoffMs } from './backoff.ts';
import type { Connection, ConnectionEvent, ConnectionState } from './connection.ts';

export interface SocketParts {
  /** The relay's origin and the namespace: `https://host/visitor`. */
  url: string;
  /** Asked anew for every try, so that each tells the latest token and positions. */
  hello(): object;
  clock: Clock;
  random: Random;
}

/** A link that was silent for so long has missed a ping. */
const SILENT_MS_MAX = PING_INTERVAL_MS + 2_000;

/**
 * The only place that knows socket.io-client. WebSocket alone, no buffering, no retries, no recovery of its own:
 * what is sent while the link is down is answered `unavailable` and repeated by the outbox.
 */
export class SocketConnection<Commands extends CommandTable, Facts extends FactTable>
  implements Connection<Commands, Facts>
{
  state: ConnectionState = { status: 'offline' };
  readonly #manager: Manager;
  readonly #socket: Socket;
  readonly #parts: SocketParts;
  readonly #listeners = new Set<(event: ConnectionEvent<Facts>) => void>();
  #wanted = false;
  #attempt = 0;
  #spreadMs = 0;
  #heardAt = 0;
  #retry: Cancel | null = null;
  #deadline: Cancel | null = null;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    const cut = parts.url.lastIndexOf('/');
    this.#manager = new Manager(parts.url.slice(0, cut), {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
    });
    this.#socket = this.#manager.socket(parts.url.slice(cut), { auth: (give) => give(parts.hello()) });
    // The namespace accepted us, but only `session:ready` (the first fact) makes the link usable.
    this.#socket.onAny((name: string, payload: unknown) => this.#take(name, payload));
    this.#manager.on('ping', () => {
      this.#heardAt = parts.clock.now();
    });
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', (error: Error & { data?: unknown }) => this.#failed(error));
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    this.#stopWaiting();
    this.#socket.disconnect();
    this.#enter({ status: 'offline' });
  }

  wake(): void {
    if (!this.#wanted) return;
    // A page that slept may hold a link that died without a word; pings are due every few seconds.
    const silentMs = Math.abs(this.#parts.clock.now() - this.#heardAt);
    if (!this.#retry && !(this.state.status === 'online' && silentMs > SILENT_MS_MAX)) return;
    this.#socket.disconnect();
    this.#attempt = 0;
    this.#connect();
  }

  async send<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['in'],
  ): Promise<Answer<Commands[Name]['out']>> {
    if (this.state.status !== 'online') return refusal('unavailable');
    try {
      return await this.#socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload);
    } catch {
      // No answer: the link may be dead without having said so. A new one finds out.
      if (this.#wanted && this.#socket.connected) this.#socket.disconnect();
      return refusal('unavailable');
    }
  }

  listen(listener: (event: ConnectionEvent<Facts>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #connect(): void {
    this.#stopWaiting();
    this.#enter({ status: 'connecting' });
    // A relay that takes the connection and then says nothing must not hold us for ever.
    const giveUp = () => {
      if (this.#deadline !== deadline) return;
      this.#stopWaiting();
      this.#socket.disconnect();
      this.#lost();
    };
    const deadline = this.#parts.clock.after(HANDSHAKE_MS_MAX, giveUp);
    this.#deadline = deadline;
    this.#socket.connect();
    // A proxy may let the socket through and close it before a word: of that the library tells nobody.
    this.#manager.engine.once('close', giveUp);
  }

  #take(name: string, payload: unknown): void {
    this.#heardAt = this.#parts.clock.now();
    if (name === 'session:ready') {
      this.#stopWaiting();
      this.#attempt = 0;
      this.#spreadMs = 0;
      // The fact comes before the change of state: who resumes on `online` has the epoch and the heads by then.
      this.state = { status: 'online' };
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

  #failed(error: Error & { data?: unknown }): void {
    const data = error.data as { error?: ErrorCode; retryAfterMs?: number } | undefined;
    if (data?.error) this.#refuse(data.error);
    if (this.state.status !== 'refused') this.#lost(data?.retryAfterMs);
  }

  /** Only what waiting cannot cure ends the tries. */
  #refuse(error: ErrorCode): void {
    if (remedyOf(error) === 'later') return;
    this.#wanted = false;
    this.#stopWaiting();
    // Before anybody hears of it: a listener may start again at once.
    this.#socket.disconnect();
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
    this.#enter({ status: 'offline' });
    this.#stopWaiting();
    this.#retry = this.#parts.clock.after(Math.max(delayMs, atLeastMs), () => this.#connect());
  }

  #stopWaiting(): void {
    this.#retry?.();
    this.#retry = null;
    this.#deadline?.();
    this.#deadline = null;
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
