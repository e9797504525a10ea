import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

/** Runs `job` each `everyMs` after the last run ended, so that runs never overlap. A failure is told, then it goes on. */
export function every(
  clock: Clock,
  everyMs: number,
  job: () => void | Promise<void>,
  onError: (error: unknown) => void,
): Cancel {
  let stopped = false;
  let cancel = clock.after(everyMs, turn);

  async function turn() {
    try {
      await job();
    } catch (error) {
      onError(error);
    }
    if (!stopped) cancel = clock.after(everyMs, turn);
  }

  return () => {
    stopped = true;
    cancel();
  };
}
