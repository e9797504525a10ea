import type { ConversationSummary, TargetTimes } from '../../protocol/wire/model.ts';

export type WaitLevel = 'calm' | 'warn' | 'danger';

/** M10: where owners set no target, the default of 60 s; three times that is a wait that has gone wrong. */
const WAIT_WARN_MS = 60_000;
const WAIT_DANGER_MS = 180_000;

export interface Wait {
  ms: number;
  level: WaitLevel;
}

/** How long the visitor has been waiting, by the server's clock; null when nobody waits (M1). */
export function waitOf(summary: ConversationSummary, serverNow: number): Wait | null {
  if (summary.waitingSince === null || summary.status === 'closed') return null;
  const wait = waitSince(summary.waitingSince, serverNow, summary.targetTimes);
  // H7: who is kept was told so, and no target runs while it is closed (M11).
  return summary.held ? { ...wait, level: 'calm' } : wait;
}

/** By the owner's target: at risk while a quarter of it is left (R13), then missed; the relay knows the hours that count. */
export function waitSince(since: number, serverNow: number, times?: TargetTimes): Wait {
  const { riskAt, missAt } = times ?? { riskAt: since + WAIT_WARN_MS, missAt: since + WAIT_DANGER_MS };
  return {
    ms: Math.max(0, serverNow - since),
    level: serverNow >= missAt ? 'danger' : serverNow >= riskAt ? 'warn' : 'calm',
  };
}
