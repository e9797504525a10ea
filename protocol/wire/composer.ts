import type { ErrorCode } from './errors.ts';
import type { AgentCard, Outcome } from './model.ts';

/** What stands beside writing: drafts, answers for later, mentions, questions to colleagues (docs/composer.md). */

/** A text that was begun and not sent, of one agent in one conversation; a draft never changes sides. */
export interface Draft {
  conversationId: string;
  kind: 'reply' | 'note';
  /** Empty: it is gone. */
  body: string;
  /** Rises with each change, also over a removal (D2). */
  version: number;
}

export interface DraftIn {
  conversationId: string;
  kind: Draft['kind'];
  body: string;
  /** The version that was written on; 0: none was known. */
  basedOn: number;
}

/** `stale`: somebody (another device) wrote meanwhile; `draft` is what stands there now. */
export type DraftOut = { result: 'kept' | 'stale'; draft: Draft };

export type PlannedClose = Extract<Outcome, 'resolved' | 'unresolved' | 'spam'>;

/** Why an answer was not sent at its time: it asks instead (D7). */
export const HELD_BECAUSE = ['visitor_wrote', 'closed', 'reassigned', 'late', 'viewing'] as const;
export type HeldBecause = (typeof HELD_BECAUSE)[number];

/** An answer that goes out at a time to come. */
export interface Planned {
  id: string;
  conversationId: string;
  by: AgentCard;
  body: string;
  madeAt: number;
  sendAt: number;
  /** Ends the conversation when it was sent. */
  close: PlannedClose | null;
  state: 'waiting' | 'held' | 'sent' | 'cancelled';
  held: HeldBecause | null;
  /** The chat is closed at that time, by the hours as they are … */
  outsideHours: boolean;
  /** … and opens then; null: not in sight, or it is open. */
  opensAt: number | null;
  version: number;
  /** It was sent, and the end that was to follow was refused: told once, to whoever is there (D9). */
  closeRefused?: ErrorCode | undefined;
}

export interface PlannedIn {
  conversationId: string;
  clientId: string;
  body: string;
  sendAt: number;
  close?: PlannedClose | undefined;
}

/** A note that names somebody. */
export interface Mention {
  conversationId: string;
  /** The note's, in the team's own sequence. */
  number: number;
  label: string;
  siteName: string;
  by: AgentCard;
  /** How the note begins. */
  text: string;
  at: number;
  seenAt: number | null;
}

export interface MentionPlace {
  at: number;
  conversationId: string;
  number: number;
}

/** The latest first. */
export interface MentionList {
  mentions: Mention[];
  more: boolean;
  unread: number;
}
