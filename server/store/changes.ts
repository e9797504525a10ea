import type { FollowUp } from '../../protocol/wire/feedback.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';

/** What a write changed: everything that telling others about it needs. */
export interface Changed {
  result: 'changed';
  conversationId: string;
  visitorId: string;
  agentId: string | null;
  entries: Entry[];
  /** What only the team hears of it (T10). */
  team?: TeamEntry[];
  /** What it made (K1). */
  followUp?: FollowUp;
  change: number;
}

/** Z13: the mark of what was read. Left out: whatever is there is replaced. */
export interface Based {
  basedOn?: string | undefined;
}

/** The state moved on since the decision (S3). */
export interface Stale {
  result: 'stale';
}

export interface Period {
  /** Episodes opened at or after `from` and before `to`. */
  from: number;
  to: number;
}
