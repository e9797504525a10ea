import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { INBOX_MOVED_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { Audience } from './rooms.ts';

/** Tells agents that their list moved: at once, and then at most every INBOX_MOVED_EVERY_MS with the latest position. */
export class InboxBell {
  readonly #agents: Audience;
  readonly #clock: Clock;
  #change = 0;
  #toldAt = Number.NEGATIVE_INFINITY;
  #waiting: Cancel | null = null;

  constructor(agents: Audience, clock: Clock) {
    this.#agents = agents;
    this.#clock = clock;
  }

  /** The last position that was heard of; 0 before the first. */
  get change(): number {
    return this.#change;
  }

  moved(change: number): void {
    if (change <= this.#change) return;
    this.#change = change;
    if (this.#waiting) return;
    const waitMs = this.#toldAt + INBOX_MOVED_EVERY_MS - this.#clock.now();
    if (waitMs <= 0) this.#tell();
    else this.#waiting = this.#clock.after(waitMs, () => this.#tell());
  }

  stop(): void {
    this.#waiting?.();
  }

  #tell(): void {
    this.#waiting = null;
    this.#toldAt = this.#clock.now();
    this.#agents.tellAll('inbox:moved', { change: this.#change });
  }
}
