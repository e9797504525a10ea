import type { ConversationStatus, Party } from './model.ts';

/** Looking for words over messages, notes and people (docs/find.md). */

export const FIND_KINDS = ['message', 'note', 'person'] as const;
export type FindKind = (typeof FIND_KINDS)[number];

export interface FindQuestion {
  /** Words that are all to be there; "in quotation marks" they stand together. */
  text: string;
  kind?: FindKind | undefined;
  siteId?: string | undefined;
  /** Who wrote it. */
  author?: Party | undefined;
  /** The agent who wrote it. */
  agentId?: string | undefined;
  status?: 'open' | 'closed' | undefined;
  /** Written from this instant on, and before that one, ms. */
  from?: number | undefined;
  to?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
}

export interface FoundLine {
  kind: FindKind;
  conversationId: string;
  status: ConversationStatus;
  siteName: string;
  visitorLabel: string;
  /** Of a message its `seq`, of a note its number; 0 for a person. */
  place: number;
  at: number;
  author: Party | null;
  agentName: string | null;
  /** What was found: the message, the note, or the person's name and address. */
  text: string;
  /** Where the words stand in `text`, as [from, to) in UTF-16 units. */
  marks: [from: number, to: number][];
}

export interface FoundPage {
  /** Whole words first, then beginnings of words; in each the newest first (L3). */
  lines: FoundLine[];
  next: string | null;
  /** What was written lately is still being taken up; look again soon. */
  catchingUp: boolean;
}
