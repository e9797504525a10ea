/** What goes after so long (J13, G7). Part of the store (people-store.ts). */
export interface KeepingStore {
  /** Conversations of this site that ended before, oldest first, and hold what was written. */
  listOld(input: { siteId: string; before: number; limit: number }): Promise<string[]>;
  /**
   * One transaction, as `eraseConversation`. `forgets`: with it goes its person, where nothing else of hers is kept, she was not here
   * since `before` and nobody has blocked her; `ended`: whose open tabs start anew. `kept`: it is open again, or was emptied already.
   */
  emptyOld(input: {
    conversationId: string;
    before: number;
    forgets: boolean;
    at: number;
  }): Promise<{ vaultNames: string[]; change: number; ended: string[] } | 'kept'>;
  /** Orders of before say no more whose they were; customers who were not named since and have none go. At most `limit` of each. */
  forgetBuyers(input: {
    siteId: string;
    before: number;
    limit: number;
  }): Promise<{ orders: number; customers: number }>;
  /** How many of each there are, counted up to `max`; null: not asked. */
  countOld(input: {
    siteId: string;
    conversationsBefore: number | null;
    ordersBefore: number | null;
    max: number;
  }): Promise<{ conversations: number; orders: number }>;
}
