import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { COMMAND_MS_MAX } from '../../protocol/wire/limits.ts';
import { every } from './every.ts';

export interface UnderWay {
  what: string;
  /** Number of the look at which it is given up. */
  until: number;
  expire(): void;
}

const LOOK_EVERY_MS = 250;
const LOOKS_MAX = COMMAND_MS_MAX / LOOK_EVERY_MS;

/**
 * What is under way, in order of its deadline, because everything gets the same time: one look instead of a timer for
 * each command. It counts looks, which come by timer, so a clock that is set gives nobody up and keeps nobody longer.
 */
export class Deadlines {
  readonly #underWay = new Set<UnderWay>();
  readonly #stop: Cancel;
  #looks = 0;
  #onIdle: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#stop = every(
      clock,
      LOOK_EVERY_MS,
      () => this.#expireOverdue(),
      () => {},
    );
  }

  /** Calls `expire` unless `done` comes within COMMAND_MS_MAX, or up to one look sooner. */
  begin(what: string, expire: () => void): UnderWay {
    const one = { what, until: this.#looks + LOOKS_MAX, expire };
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

  /** How long the oldest one has been under way, ms, of those that `counts` says yes to; in whole looks. */
  oldestMs(counts: (what: string) => boolean): number {
    for (const one of this.#underWay) {
      if (counts(one.what)) return (this.#looks + LOOKS_MAX - one.until) * LOOK_EVERY_MS;
    }
    return 0;
  }

  stop(): void {
    this.#stop();
  }

  #expireOverdue(): void {
    this.#looks += 1;
    for (const one of this.#underWay) {
      if (one.until > this.#looks) return;
      this.done(one);
      one.expire();
    }
  }
}
