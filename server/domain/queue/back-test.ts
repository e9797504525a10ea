import type { PromisedWaits } from '../../../protocol/wire/report.ts';

/** A range that a visitor was told, and what came of it. */
export interface Promised {
  at: number;
  lowMs: number;
  highMs: number;
  /** When an agent took over; null: the visitor left, or still waits. */
  assignedAt: number | null;
}

/** Q3, M17: how often the truth lay within what was said. Only waits that ended with an agent can tell. */
export function readPromisedWaits(promised: readonly Promised[]): PromisedWaits {
  const counts: PromisedWaits = { n: 0, inside: 0, shorter: 0, longer: 0, unknown: 0 };
  for (const { at, lowMs, highMs, assignedAt } of promised) {
    if (assignedAt === null) {
      counts.unknown += 1;
      continue;
    }
    const waitMs = assignedAt - at;
    counts.n += 1;
    counts[waitMs < lowMs ? 'shorter' : waitMs > highMs ? 'longer' : 'inside'] += 1;
  }
  return counts;
}
