import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { COMMAND_MS_MAX } from '../../protocol/wire/limits.ts';
import { every } from './every.ts';

export interface UnderWay {
  what: string;
  until: number;
  expire(): void;
}

const LOOK_EVERY_MS = 250;

/**
 * What is under way, in order of its deadline, because everything gets the same time: one look instead of a timer for
 * each command.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #underWay = new Set<UnderWay>();
  readonly #stop: Cancel;
  #onIdle: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#stop = every(
      clock,
      LOOK_EVERY_MS,
      () => this.#expireOverdue(),
      () => {},
    );
  }

  /** Calls `expire` unless `done` comes within COMMAND_MS_MAX. */
  begin(what: string, expire: () => void): UnderWay {
    const one = { what, until: this.#clock.now() + COMMAND_MS_MAX, expire };
    this.#underWay.add(one);
    return one;
  }

  done(one: UnderWay): void {
    this.#underWay.delete(one);
    if (this.#underWay.size === 0) this.#onIdle?.();
  }

  /** Resolves when nothing is under way; what was given up does not count. */
  idle(): Promise<void> {
    if (this.#underWay.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onIdle = resolve;
    });
  }

  stop(): void {
    this.#stop();
  }

  #expireOverdue(): void {
    const now = this.#clock.now();
    for (const one of this.#underWay) {
      if (one.until > now) return;
      this.done(one);
      one.expire();
    }
  }
}
