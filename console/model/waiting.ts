import type { ConversationSummary } from '../../protocol/wire/model.ts';

export type WaitLevel = 'calm' | 'warn' | 'danger';

/** M10: the default target of 60 s; three times that is a wait that has gone wrong. */
const WAIT_WARN_MS = 60_000;
const WAIT_DANGER_MS = 180_000;

export interface Wait {
  ms: number;
  level: WaitLevel;
}

/** How long the visitor has been waiting, by the server's clock; null when nobody waits (M1). */
export function waitOf(summary: ConversationSummary, serverNow: number): Wait | null {
  if (summary.waitingSince === null || summary.status === 'closed') return null;
  const wait = levelOf(serverNow - summary.waitingSince);
  // H7: who is kept was told so, and no target runs while it is closed (M11).
  return summary.held ? { ...wait, level: 'calm' } : wait;
}

export function levelOf(passedMs: number): Wait {
  const ms = Math.max(0, passedMs);
  return { ms, level: ms >= WAIT_DANGER_MS ? 'danger' : ms >= WAIT_WARN_MS ? 'warn' : 'calm' };
}
