import type { Party } from '../../protocol/wire/model.ts';
import type { EarlierConversation, LongStanding } from '../../protocol/wire/thread.ts';
import type { Changed, Stale } from './changes.ts';

/** What is done with messages that are there already. Part of the store (store.ts). */
export interface ThreadStore {
  findMessage(input: { conversationId: string; seq: number }): Promise<StoredMessage | undefined>;
  /** What this author revised under this `clientId`. */
  findRevision(input: { authorId: string; clientId: string }): Promise<StoredRevision | undefined>;
  /**
   * Other words in place of the old ones, or none; a `revised` entry says so to who has read the old ones (C18). In the same
   * transaction the old words leave the index of words, and a removed file what can be loaded. Times and waits stay as they are.
   */
  reviseMessage(input: ReviseMessage): Promise<Changed | Stale | ClientIdTaken>;
  /** The conversation of the same visitor before this one. */
  findEarlier(conversationId: string): Promise<EarlierConversation | undefined>;
  /** What the entries up to the head come to. */
  findStanding(conversationId: string): Promise<LongStanding | undefined>;
}

export interface StoredMessage {
  author: Party;
  authorId: string;
  at: number;
  /** Empty: it was removed. */
  body: string;
  isFile: boolean;
  revisedAt: number | null;
}

export interface StoredRevision {
  conversationId: string;
  of: number;
  seq: number;
  at: number;
}

export interface ReviseMessage {
  conversationId: string;
  seq: number;
  /** As it was when it was decided on (S3). */
  expectRevisedAt: number | null;
  by: Party;
  authorId: string;
  clientId: string;
  /** Empty: it is removed. */
  body: string;
  at: number;
}

/** This author used this `clientId` before; `findRevision` says for what. */
export interface ClientIdTaken {
  result: 'taken';
}

/** A colleague's answer came after what its author had seen (C20). Nothing was stored. */
export interface AnsweredMeanwhile {
  result: 'answered_meanwhile';
}

/** It answers something that is no message of this conversation (C19). Nothing was stored. */
export interface NothingQuoted {
  result: 'nothing_quoted';
}
