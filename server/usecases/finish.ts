import { type ErrorCode, type Refusal, refusal, success } from '../../protocol/wire/errors.ts';
import type { FollowUp } from '../../protocol/wire/feedback.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';
import type { Done, Notice } from './context.ts';

/** The last step of a use case: an answer, and what others must be told. */
export function answered<T>(value: T, notices: Notice[] = [], wakeRouting = false): Done<T> {
  return { answer: success(value), notices, wakeRouting };
}

/** Z13: nothing was changed; what is there now is to be read first. */
export function changedMeanwhile(): Done<never> {
  return refused('changed_meanwhile', { hint: 'Somebody else changed this since you read it. Read it again.' });
}

export function refused(error: ErrorCode, more: Omit<Refusal, 'ok' | 'error'> = {}): Done<never> {
  return { answer: refusal(error, more), notices: [] };
}

/** Entries that a write stored: both sides hear of them, and the agents' list moved. */
export function tellEntries(written: {
  conversationId: string;
  visitorId: string;
  agentId: string | null;
  entries: Entry[];
  team?: TeamEntry[];
  followUp?: FollowUp;
  change: number;
}): Notice[] {
  const { conversationId, visitorId, agentId, entries, team = [], change } = written;
  const notices: Notice[] = [];
  if (entries.length > 0 || team.length === 0)
    notices.push({ tell: 'entries', conversationId, visitorId, agentId, entries });
  if (team.length > 0) notices.push({ tell: 'team', conversationId, agentId, entries: team });
  notices.push({ tell: 'inbox', change });
  // K1: whoever has to look at it hears of it with its cause.
  if (written.followUp) notices.push({ tell: 'followUp', followUp: written.followUp, why: 'made' });
  return notices;
}

/** C15: the agent's room is held for a while after the end. */
export function tellWrapUp(agentId: string | null, at: number, wrapUpMs: number): Notice[] {
  return agentId === null || wrapUpMs === 0 ? [] : [{ tell: 'wrapUp', agentId, until: at + wrapUpMs }];
}

/** Where the last of the entries stands: the answer to the command that wrote them. */
export function lastPlace(entries: Entry[]): { seq: number; at: number } {
  const last = entries.at(-1);
  if (!last) throw new Error('A write that changed something stored no entry.');
  return { seq: last.seq, at: last.at };
}
