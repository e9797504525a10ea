import type { RoutingSettings, SkillLevel } from './routing.ts';

/** Why routing gave a conversation to this agent (R9), as values: the console says it in the reader's words. */
export interface Why {
  /** Before it. */
  load: number;
  capacity: number;
  idleMs: number;
  /** Since the visitor took the place in the queue. */
  waitedMs: number;
  /** What decided among those who had room: the setting, or that the visitor knows her. */
  by: RoutingSettings['choice'] | 'known';
  /** What was wanted and she has. */
  skills: SkillLevel[];
  language: string | null;
  priority: number;
  /** Preferences that had fallen away by then. */
  relaxed: number;
  /** Who else was there and did not get it; at most WHY_SKIPPED_MAX, and how many more. */
  skipped: SkippedAgent[];
  skippedMore: number;
}

export type SkippedAgent =
  | { name: string; why: 'full' | 'missed' }
  | { name: string; why: 'lacks'; lack: 'site' | 'department' | SkillLevel | { language: string } };
