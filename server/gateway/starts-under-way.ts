import type { Clock } from '../../protocol/kit/clock.ts';
import { HANDSHAKE_MS_MAX } from '../../protocol/wire/limits.ts';

/** Beyond this many names it is cheaper to read again than to remember. */
const NAMES_MAX = 10_000;

export interface StartTicket {
  since: number;
  until: number;
}

/**
 * Closes the hole between reading a session's first page and joining its room: while any session is starting, it
 * remembers who was told something, so that the one whom it concerns reads again (P6).
 */
export class StartsUnderWay {
  readonly #clock: Clock;
  readonly #told = new Map<string, number>();
  readonly #tickets = new Set<StartTicket>();
  #tick = 0;
  /** Everything up to this tick was forgotten. */
  #forgotten = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A session starts to read. A start that never ends, because its connection went, is dropped after a while. */
  begin(): StartTicket {
    const now = this.#clock.now();
    for (const ticket of this.#tickets) {
      if (ticket.until > now) break;
      this.#tickets.delete(ticket);
    }
    const ticket = { since: this.#tick, until: now + 2 * HANDSHAKE_MS_MAX };
    this.#tickets.add(ticket);
    return ticket;
  }

  end(ticket: StartTicket): void {
    this.#tickets.delete(ticket);
    if (this.#tickets.size > 0) return;
    this.#told.clear();
    this.#forgotten = this.#tick;
  }

  /** `id` is a visitor's or an agent's. */
  told(id: string): void {
    if (this.#tickets.size === 0) return;
    if (this.#told.size >= NAMES_MAX) {
      this.#told.clear();
      this.#forgotten = this.#tick;
    }
    this.#tick += 1;
    this.#told.set(id, this.#tick);
  }

  wasTold(id: string, ticket: StartTicket): boolean {
    return ticket.since < this.#forgotten || (this.#told.get(id) ?? 0) > ticket.since;
  }
}
