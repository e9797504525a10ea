import type { AgentCard, Party } from './model.ts';

/** What is told of somebody who writes. */
export interface TypingTold {
  conversationId: string;
  by: Party;
  typing: boolean;
  /** Who of the team; told to colleagues only. */
  agent?: AgentCard | undefined;
  /** The visitor's unsent words (J17), told to the team only; absent: nothing is said of them. */
  text?: string | undefined;
}

/** Somebody else is to answer: `topic` is one of `front.departments`. */
export interface RedirectIn {
  conversationId: string;
  topic: string;
  /** Why; the team reads it. */
  note?: string | undefined;
}
