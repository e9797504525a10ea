import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

const TOUCH_EVERY_MS = 60_000;

/**
 * Tells the relay that a person is here, at most once a minute: sessions end for idleness, and an open page is not a
 * person. Input within the minute is told at its end, so that the relay's last sign of life is never too old (T12).
 */
export class Touch {
  readonly #clock: Clock;
  readonly #tell: () => void;
  #toldAt: number | null = null;
  #late: Cancel | null = null;

  constructor(clock: Clock, tell: () => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** `urgent`: the relay asked. */
  acted(urgent = false): void {
    const restMs = this.#toldAt === null ? 0 : this.#toldAt + TOUCH_EVERY_MS - this.#clock.now();
    if (restMs <= 0 || urgent) this.#say();
    else this.#late ??= this.#clock.after(restMs, () => this.#say());
  }

  dispose(): void {
    this.#late?.();
    this.#late = null;
  }

  #say(): void {
    this.dispose();
    this.#toldAt = this.#clock.now();
    this.#tell();
  }
}
