import type { AgentCard, ConversationStatus } from './model.ts';

/** What is done with messages that are there already (C18–C20), and how a long thread is read from its end. */

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

/** Up to so many entries a console reads a thread whole; of a longer one it is told how it stands. */
export const WHOLE_THREAD_ENTRIES_MAX = 400;

export interface Watched {
  /** Only of a thread with more than `WHOLE_THREAD_ENTRIES_MAX` entries. */
  standing?: LongStanding | undefined;
  /** Nothing of what was written is kept any more (J12, J13): there is nothing to read. */
  erased?: true | undefined;
}

/** What all entries up to `head` together say: for who reads the last of them first, and not all. */
export interface LongStanding {
  head: number;
  openedAt: number;
  status: ConversationStatus;
  episode: number;
  /** Who serves it; after the end, who served it last. */
  agent: AgentCard | null;
  participants: AgentCard[];
  email: string | null;
  /** Of the present episode. */
  score: number | null;
}
