import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import { BOARD_LOOK_MS, BOARD_TOLD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { Audience } from './rooms.ts';
import { boardRoom } from './rooms.ts';

export interface BoardBellParts {
  agents: Audience;
  clock: Clock;
  /** Whether anybody looks at a board here. */
  isWatched(): boolean;
  read(): Promise<BoardSnapshot>;
  onError(error: unknown): void;
}

/**
 * Tells the board to those who look at one (T14): at most one picture each BOARD_TOLD_EVERY_MS, however much happens, read once
 * for all of them; and one each BOARD_LOOK_MS for what changes without a word, such as a lease that ran out. While nobody
 * looks it costs nothing.
 */
export class BoardBell {
  readonly #parts: BoardBellParts;
  #toldAt = Number.NEGATIVE_INFINITY;
  #waiting: Cancel | null = null;
  #due = Number.POSITIVE_INFINITY;
  #reading = false;
  #again = false;

  constructor(parts: BoardBellParts) {
    this.#parts = parts;
  }

  /** Something on the board may have changed. */
  moved(): void {
    if (!this.#parts.isWatched()) return;
    if (this.#reading) this.#again = true;
    else this.#in(Math.max(0, this.#toldAt + BOARD_TOLD_EVERY_MS - this.#parts.clock.now()));
  }

  stop(): void {
    this.#waiting?.();
    this.#waiting = null;
  }

  #in(ms: number): void {
    const due = this.#parts.clock.now() + ms;
    if (this.#waiting && this.#due <= due) return;
    this.stop();
    this.#due = due;
    this.#waiting = this.#parts.clock.after(ms, () => void this.#tell());
  }

  async #tell(): Promise<void> {
    this.#waiting = null;
    if (!this.#parts.isWatched()) return;
    this.#reading = true;
    this.#again = false;
    this.#toldAt = this.#parts.clock.now();
    try {
      this.#parts.agents.tell([boardRoom], 'board:changed', await this.#parts.read());
    } catch (error) {
      this.#parts.onError(error);
    }
    this.#reading = false;
    this.#in(this.#again ? BOARD_TOLD_EVERY_MS : BOARD_LOOK_MS);
  }
}
