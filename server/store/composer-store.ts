import type {
  Draft,
  DraftIn,
  DraftOut,
  HeldBecause,
  Mention,
  MentionPlace,
  Planned,
  PlannedClose,
} from '../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { Stale } from './changes.ts';
import type { MacroStore } from './macro-store.ts';

/** What stands beside writing (docs/composer.md, D rules). Part of the store (store.ts). */
export interface ComposerStore extends MacroStore {
  /** D2: on the version it was written on; `stale` answers what stands there now. An empty body removes it. */
  writeDraft(input: WriteDraft): Promise<DraftOut | { result: 'not_found' }>;
  /** The latest first. */
  listDrafts(input: { agentId: string; limit: number }): Promise<Draft[]>;
  /** The same id by the same agent is a repeat, by anybody else a conflict. */
  addPlanned(input: AddPlanned): Promise<PlannedAdded>;
  findPlanned(id: string): Promise<StoredPlanned | undefined>;
  /** Open ones: of a conversation, or an agent's own, with those whose end was refused in a conversation that is open. */
  listPlanned(input: { conversationId: string } | { agentId: string; limit: number }): Promise<StoredPlanned[]>;
  /** Waits (again), with this text and time; `stale`: it was sent, taken back or changed meanwhile. */
  changePlanned(input: ChangePlanned): Promise<PlannedWritten>;
  /** Of one whose end was refused: that is put away. */
  cancelPlanned(input: { id: string; at: number }): Promise<PlannedWritten>;
  /** Waiting ones whose time has come, and sent ones whose end is still to be done. */
  listDuePlanned(input: { now: number; limit: number }): Promise<string[]>;
  /** D6: the message and its mark in one transaction, on the version and the head that were decided on. */
  sendPlanned(input: SendPlanned): Promise<{ result: 'sent'; written: SentPlanned; planned: StoredPlanned } | Stale>;
  holdPlanned(input: { id: string; version: number; because: HeldBecause }): Promise<PlannedWritten>;
  /** The end that went with it is done, or was refused: then its author finds it until it was put away. */
  endPlanned(input: { id: string; refused: ErrorCode | null }): Promise<void>;
  /** The visitor's latest message; 0: she wrote none. */
  findLastVisitorSeq(conversationId: string): Promise<number>;
  /** Whose conversation it is, for those who are told of a mention. */
  readMentionPlace(
    conversationId: string,
  ): Promise<(Pick<Mention, 'label' | 'siteName'> & { email: string | null }) | undefined>;
  listMentions(input: {
    agentId: string;
    after?: MentionPlace | undefined;
    limit: number;
  }): Promise<{ mentions: Mention[]; more: boolean }>;
  countMentions(agentId: string): Promise<number>;
  /** Of this conversation, up to this note; answers how many that were. */
  seeMentions(input: { agentId: string; conversationId: string; upToNumber: number; at: number }): Promise<number>;
}

export interface WriteDraft extends DraftIn {
  agentId: string;
  at: number;
  /** Beyond it the oldest goes. */
  max: number;
}

/** With what the decision at its time looks at. */
export interface StoredPlanned extends Omit<Planned, 'outsideHours' | 'opensAt'> {
  baseSeq: number;
  /** It was sent, and its end is still to be done. */
  closing: boolean;
}

export interface AddPlanned {
  id: string;
  conversationId: string;
  agentId: string;
  body: string;
  sendAt: number;
  close: PlannedClose | null;
  max: number;
  at: number;
}

export type PlannedAdded =
  | { result: 'added' | 'repeat'; planned: StoredPlanned }
  | { result: 'not_found' | 'conflict' | 'too_many' };

export interface ChangePlanned {
  id: string;
  version: number;
  body?: string | undefined;
  sendAt?: number | undefined;
}

export type PlannedWritten = { result: 'changed' | 'stale'; planned: StoredPlanned } | { result: 'not_found' };

/** What both sides are told of the message. */
export interface SentPlanned {
  conversationId: string;
  visitorId: string;
  agentId: string | null;
  entries: Entry[];
  change: number;
}

export interface SendPlanned {
  id: string;
  version: number;
  /** Of the conversation. */
  expectVersion: number;
  expectHead: number;
  at: number;
}
