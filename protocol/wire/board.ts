import type { AgentCard, TargetTimes } from './model.ts';
import type { Member, NoteEntry, TeamEntry } from './team.ts';

/**
 * What the board shows (T14), as one bounded picture: instants, not ages, so that it need not be told again because time
 * passed. Totals count what the lists leave off.
 */
export interface BoardSnapshot {
  at: number;
  queue: { total: number; conversations: BoardLine[] };
  /** Conversations that agents serve; in the list those whose visitor waits for an answer, the longest wait first. `unanswered`: how many wait so in all. */
  serving: { total: number; unanswered: number; waiting: BoardLine[] };
  /** Who is there or serves somebody first. */
  team: { total: number; members: Member[] };
  /** What fell last, newest first. */
  decisions: BoardDecision[];
}

export interface BoardLine {
  id: string;
  label: string;
  siteName: string;
  queuedAt: number;
  waitingSince: number | null;
  agent: AgentCard | null;
  /** What the owner aims at here; null: nothing was set. */
  targetMs: number | null;
  /** Absent: nobody waits for an answer, or nothing was set. */
  targetTimes?: TargetTimes | undefined;
}

export interface BoardDecision {
  conversationId: string;
  label: string;
  entry: Exclude<TeamEntry, NoteEntry>;
}
