import type { AgentCard, AgentProfile, Ask } from './model.ts';
import type { Why } from './why.ts';

/**
 * What only the team sees of a conversation: notes, and why things went as they did. A sequence of its own beside the
 * entries, `number` 1, 2, 3 … without holes (T10). No fact, page or list for visitors carries any of it.
 */
export type TeamEntry = NoteEntry | ReasonEntry | AskedEntry | AskEndedEntry | MovedEntry;

interface TeamPlaced {
  number: number;
  at: number;
  /** Stands after the entry with this `seq`. */
  afterSeq: number;
  /** Who did it; null for the relay. */
  by: AgentCard | null;
}

/** A whisper: words for colleagues. */
export interface NoteEntry extends TeamPlaced {
  kind: 'note';
  clientId: string;
  body: string;
  /** Ids of colleagues whom it names. */
  mentions?: string[] | undefined;
}

/** Why this agent has it (R9). */
export interface ReasonEntry extends TeamPlaced {
  kind: 'reason';
  agent: AgentCard;
  how: 'routed' | 'picked' | 'transferred' | 'taken_over';
  /** One sentence; empty where `why` says it. */
  reason: string;
  /** Of `routed`: as values, for the reader's own words. */
  why?: Why | undefined;
}

export interface AskedEntry extends TeamPlaced {
  kind: 'asked';
  ask: Ask['kind'];
  to: AgentCard;
  note?: string | undefined;
}

/** An ask that came to nothing. One that was accepted shows as `reason`, or as `joined` in the entries. */
export interface AskEndedEntry extends TeamPlaced {
  kind: 'ask_ended';
  ask: Ask['kind'];
  to: AgentCard;
  how: 'declined' | 'timed_out' | 'cancelled';
}

/** Given back to the queue, of the same or of another department. */
export interface MovedEntry extends TeamPlaced {
  kind: 'moved';
  department?: string | undefined;
  /** The visitor asked for it (T20). */
  asked?: 'visitor' | undefined;
  note?: string | undefined;
}

export interface TeamPage {
  conversationId: string;
  entries: TeamEntry[];
  head: number;
  more: boolean;
}

/** A colleague as the others see her. */
export interface Member extends Omit<AgentProfile, 'email'> {
  /** A console of hers is connected. */
  present: boolean;
  /** Conversations served now, and those of them that were taken by hand above the capacity. */
  load: number;
  extra: number;
}
