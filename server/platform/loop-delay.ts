import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const NANOS_IN_MS = 1e6;

export interface LoopDelay {
  /** How late the event loop came round since it was asked last, on average, ms. */
  take(): number;
  stop(): void;
}

/** Node's own measure: a timer that notes how late it is, about a hundred times a second. */
export function watchLoopDelay(): LoopDelay {
  const seen = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  seen.enable();
  return {
    take() {
      const { mean } = seen;
      seen.reset();
      // Nothing was noted: it came round not once, and the next look will tell.
      return Number.isFinite(mean) ? Math.max(0, mean / NANOS_IN_MS - RESOLUTION_MS) : 0;
    },
    stop: () => seen.disable(),
  };
}
