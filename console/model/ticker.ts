import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

const TICK_MS = 1_000;

/** The relay's time as a signal that moves each second, for live waiting times. Stands still while nobody sees it. */
export class Ticker {
  readonly now;
  readonly #clock: Clock;
  /** Relay's clock minus this one: waits are told in the relay's time (only its clock stamps). */
  #offsetMs = 0;
  #next: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.now = signal(clock.now());
  }

  adjust(relayNow: number): void {
    this.#offsetMs = relayNow - this.#clock.now();
    this.#set();
  }

  /** The relay's time, also while nobody sees it. */
  read(): number {
    return this.#clock.now() + this.#offsetMs;
  }

  run(visible: boolean): void {
    this.#next?.();
    this.#next = null;
    if (visible) this.#tick();
  }

  #tick(): void {
    this.#set();
    this.#next = this.#clock.after(TICK_MS, () => this.#tick());
  }

  #set(): void {
    this.now.value = this.read();
  }
}
