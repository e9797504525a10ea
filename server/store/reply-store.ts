import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { Based } from './changes.ts';

/** Saved replies (V1, V4). Part of the store (store.ts). */
export interface ReplyStore {
  /** The team's and this agent's own, by shortcut. One of a department that is gone is for all. */
  listReplies(agentId: string): Promise<SavedReply[]>;
  /** Whose it is; undefined: there is none. */
  findReplyOwner(id: string): Promise<KeptReply | undefined>;
  addReply(input: WrittenReply): Promise<'added' | 'taken' | 'too_many'>;
  /** It stays whose it is. */
  changeReply(input: WrittenReply & Based): Promise<'changed' | 'taken' | 'not_found' | 'stale'>;
  removeReply(id: string): Promise<'removed' | 'not_found'>;
}

/** `ownerId`: null for the team's. */
export interface KeptReply {
  ownerId: string | null;
}

export interface WrittenReply extends Omit<SavedReply, 'own'>, KeptReply {
  at: number;
}
