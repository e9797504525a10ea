/** What is done with messages that are there already (C18–C20). */

export interface EditIn {
  conversationId: string;
  /** The message. */
  seq: number;
  /** As a message's: a repeat is answered with the first place. */
  clientId: string;
  body: string;
}

export type RemoveIn = Omit<EditIn, 'body'>;

/** Read with `conversation:sync`, as any other. */
export interface EarlierConversation {
  conversationId: string;
  openedAt: number;
  closedAt: number | null;
  /** Who served it last; null: nobody. */
  agent: string | null;
}
