import type { SavedReply } from '../../protocol/wire/replies.ts';

/** Saved replies (V1). Part of the store (store.ts). */
export interface ReplyStore {
  /** By shortcut. One of a department that is gone is for all. */
  listReplies(): Promise<SavedReply[]>;
  addReply(input: SavedReply & { at: number }): Promise<'added' | 'taken' | 'too_many'>;
  changeReply(input: SavedReply & { at: number }): Promise<'changed' | 'taken' | 'not_found'>;
  removeReply(id: string): Promise<'removed' | 'not_found'>;
}
