import type { PromisedLine, PromisedWaits } from '../../../protocol/wire/report.ts';

/** A range that a visitor was told, and what came of it. */
export interface Promised {
  conversationId: string;
  no: number;
  episode: number;
  at: number;
  lowMs: number;
  highMs: number;
  /** When an agent took over; null: the visitor left, or still waits. */
  assignedAt: number | null;
}

/** Q3, M17: whether the truth lay within what was said. Only waits that ended with an agent can tell. */
export function judgePromised({ conversationId, episode, at, lowMs, highMs, assignedAt }: Promised): PromisedLine {
  const waitMs = assignedAt === null ? null : assignedAt - at;
  const result = waitMs === null ? 'unknown' : waitMs < lowMs ? 'shorter' : waitMs > highMs ? 'longer' : 'inside';
  return { conversationId, episode, at, lowMs, highMs, waitMs, result };
}

/** Counted from its rows, so that both agree. */
export function countPromised(lines: readonly PromisedLine[]): PromisedWaits {
  const counts: PromisedWaits = { n: 0, inside: 0, shorter: 0, longer: 0, unknown: 0 };
  for (const { result } of lines) {
    counts[result] += 1;
    if (result !== 'unknown') counts.n += 1;
  }
  return counts;
}
