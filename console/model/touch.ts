import type { Clock } from '../../protocol/kit/clock.ts';

const TOUCH_EVERY_MS = 60_000;

/** Tells the relay that a person is here, at most once a minute: sessions end for idleness, and an open page is not a person. */
export class Touch {
  readonly #clock: Clock;
  readonly #tell: () => void;
  #toldAt: number | null = null;

  constructor(clock: Clock, tell: () => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  acted(): void {
    const now = this.#clock.now();
    if (this.#toldAt !== null && now - this.#toldAt < TOUCH_EVERY_MS) return;
    this.#toldAt = now;
    this.#tell();
  }
}
