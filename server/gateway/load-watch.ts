import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { OVERLOAD_LOOK_MS } from '../../protocol/wire/limits.ts';
import type { Report } from '../observe/report.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { every } from './every.ts';

export interface LoadWatchParts {
  clock: Clock;
  report: Report;
  load: LoadShed;
  /** How late the event loop comes round, ms, on average since the look before. */
  loopMs(): number;
  /** How long messages wait to be stored, ms. */
  sendMs(): number;
}

/** Looks at the load every OVERLOAD_LOOK_MS and tells when shedding begins and ends (O1). */
export function watchLoad({ clock, report, load, loopMs, sendMs }: LoadWatchParts): Cancel {
  let since = 0;

  function look(): void {
    const sample = { loopMs: Math.round(loopMs()), sendMs: sendMs() };
    const changed = load.look(sample);
    if (changed === 'began') {
      since = clock.now();
      report({ kind: 'overload_began', ...sample });
    } else if (changed === 'ended') {
      report({ kind: 'overload_ended', ms: clock.now() - since, refused: load.refused });
    }
  }

  return every(clock, OVERLOAD_LOOK_MS, look, (error) => report({ kind: 'background_failed', task: 'load', error }));
}
