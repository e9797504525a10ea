import type { Cancel, Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { type Answer, refusal, remedyOf } from '../wire/errors.ts';
import type { VisitorCommands, VisitorFacts, VisitorHello, VisitorPollOut, VisitorReady } from '../wire/events.ts';
import { backoffMs } from './backoff.ts';
import type { Connection, ConnectionEvent, ConnectionState } from './connection.ts';

/** One POST of JSON. Answers `unavailable` where the network fails; never rejects. */
export type Request = (path: string, body: unknown, token: string | undefined) => Promise<Answer<unknown>>;

export interface PollParts {
  request: Request;
  /** The same hello as the socket's: its `resume` are the positions to ask from. */
  hello(): VisitorHello;
  /** How long until the next question, ms. */
  everyMs(): number;
  clock: Clock;
  random: Random;
}

const BASE = '/api/v1/visitor';

/**
 * The way through where WebSocket is blocked: the same commands and facts over plain requests (P9). It tells what
 * it learns as the facts that the socket would have told, so nothing above it knows the difference.
 */
export class PollConnection implements Connection<VisitorCommands, VisitorFacts> {
  state: ConnectionState = { status: 'offline' };
  readonly #parts: PollParts;
  readonly #listeners = new Set<(event: ConnectionEvent<VisitorFacts>) => void>();
  #wanted = false;
  #round = 0;
  #attempt = 0;
  #next: Cancel | null = null;
  #available: boolean | null = null;
  #epoch = '';

  constructor(parts: PollParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#enter({ status: 'connecting' });
    void this.#open();
  }

  stop(): void {
    this.#wanted = false;
    this.#round += 1;
    this.#next?.();
    this.#enter({ status: 'offline' });
  }

  wake(): void {
    if (this.#wanted) this.#soon(0);
  }

  async send<Name extends keyof VisitorCommands & string>(
    name: Name,
    payload: VisitorCommands[Name]['in'],
  ): Promise<Answer<VisitorCommands[Name]['out']>> {
    if (this.state.status !== 'online') return refusal('unavailable');
    const answer = await this.#parts.request(`${BASE}/commands/${name}`, payload, this.#parts.hello().token);
    return answer as Answer<VisitorCommands[Name]['out']>;
  }

  listen(listener: (event: ConnectionEvent<VisitorFacts>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #open(): Promise<void> {
    const round = ++this.#round;
    const answer = await this.#parts.request(`${BASE}/session`, this.#parts.hello(), undefined);
    if (round !== this.#round || !this.#wanted) return;
    if (!answer.ok) return this.#failed(answer.error, answer.retryAfterMs);
    const ready = answer.value as VisitorReady;
    this.#attempt = 0;
    this.#available = ready.available;
    this.#epoch = ready.epoch;
    this.state = { status: 'online' };
    this.#tell({ kind: 'fact', name: 'session:ready', payload: ready });
    this.#tell({ kind: 'state', state: this.state });
    this.#soon(this.#parts.everyMs());
  }

  async #poll(): Promise<void> {
    if (this.state.status !== 'online') return this.#open();
    const round = ++this.#round;
    const { resume, token } = this.#parts.hello();
    const answer = await this.#parts.request(`${BASE}/poll`, { resume: resume ?? [] }, token);
    if (round !== this.#round || !this.#wanted) return;
    if (!answer.ok) return this.#failed(answer.error, answer.retryAfterMs);
    const poll = answer.value as VisitorPollOut;
    // Another database: what it holds is no continuation of what we hold (P13).
    if (poll.epoch !== this.#epoch) return this.#open();
    this.#learn(poll);
    this.#soon(this.#parts.everyMs());
  }

  #learn(poll: VisitorPollOut): void {
    const heads: Record<string, number> = {};
    for (const page of poll.conversations) {
      const { conversationId } = page;
      heads[conversationId] = page.head;
      for (const entry of page.entries)
        this.#tell({ kind: 'fact', name: 'entry:added', payload: { conversationId, entry } });
      this.#tell({ kind: 'fact', name: 'receipt:changed', payload: { conversationId, marks: page.marks } });
    }
    this.#tell({ kind: 'fact', name: 'heads:told', payload: { epoch: poll.epoch, heads } });
    if (poll.available !== this.#available) {
      this.#available = poll.available;
      this.#tell({ kind: 'fact', name: 'availability:changed', payload: { available: poll.available } });
    }
  }

  #failed(error: Parameters<typeof remedyOf>[0], retryAfterMs = 0): void {
    if (remedyOf(error) !== 'later') {
      this.#wanted = false;
      this.#enter({ status: 'refused', error });
      return;
    }
    this.#attempt += 1;
    this.#enter({ status: 'offline' });
    this.#soon(Math.max(retryAfterMs, backoffMs(this.#attempt, this.#parts.random)));
  }

  #soon(delayMs: number): void {
    this.#next?.();
    this.#next = this.#parts.clock.after(delayMs, () => void this.#poll());
  }

  #enter(state: ConnectionState): void {
    if (state.status === this.state.status && state.status !== 'refused') return;
    this.state = state;
    this.#tell({ kind: 'state', state });
  }

  #tell(event: ConnectionEvent<VisitorFacts>): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
