import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

/** A clock that moves only when the test says so. Due calls run in order of their instant, then of their making. */
export class ManualClock implements Clock {
  #now: number;
  #made = 0;
  readonly #waiting = new Map<number, { at: number; run: () => void }>();

  constructor(startAt = Date.UTC(2026, 0, 5, 9)) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): Cancel {
    const made = ++this.#made;
    this.#waiting.set(made, { at: this.#now + Math.max(0, delayMs), run });
    return () => this.#waiting.delete(made);
  }

  /** Number of calls that still wait: a leak check. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Moves on by `ms`, running what falls due on the way, and lets promises settle between the calls. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (let due = this.#nextDue(until); due; due = this.#nextDue(until)) {
      this.#waiting.delete(due.made);
      this.#now = Math.max(this.#now, due.at);
      due.run();
      await settle();
    }
    this.#now = until;
    await settle();
  }

  /** What a machine does that is put to sleep: the wall goes on, and what waits still has the time that it had left. */
  suspend(ms: number): void {
    this.#now += ms;
    for (const call of this.#waiting.values()) call.at += ms;
  }

  #nextDue(until: number): { made: number; at: number; run: () => void } | undefined {
    let first: { made: number; at: number; run: () => void } | undefined;
    for (const [made, call] of this.#waiting) {
      if (call.at <= until && (!first || call.at < first.at)) first = { made, ...call };
    }
    return first;
  }
}

/** Lets every promise that can settle without time or I/O do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}
