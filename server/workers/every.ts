import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

export interface Ticks {
  /** Twice is harmless. */
  start(): void;
  /** Resolves when the run under way, if any, has ended. Twice is harmless. */
  stop(): Promise<void>;
}

/** Runs `work` again and again, `intervalMs` after the end of the run before, so that runs never overlap. `work` must not reject. */
export function every(clock: Clock, intervalMs: number, work: () => Promise<void>): Ticks {
  let cancel: Cancel | null = null;
  let started = false;
  let busy = false;
  let running: Promise<void> = Promise.resolve();

  function arm(): void {
    cancel = clock.after(intervalMs, () => {
      cancel = null;
      busy = true;
      running = work().then(() => {
        busy = false;
        if (started) arm();
      });
    });
  }

  return {
    start() {
      if (started) return;
      started = true;
      // Started again while the last run still goes on: its end arms the next one.
      if (!busy) arm();
    },
    async stop() {
      started = false;
      cancel?.();
      cancel = null;
      await running;
    },
  };
}
