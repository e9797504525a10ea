import type { Intake } from './front.ts';
import type { PersonOrder, Visit } from './people.ts';
import type { VisitorProfile } from './visitor.ts';

/** What is kept of a visitor, as she may see it herself (docs/people.md, J14). Notes and tags of the team are not hers to read. */
export interface OwnKept {
  /** When she was first here. */
  sinceAt: number;
  /** The address she left last, as typed. */
  email: string | null;
  /** What the pages say of her, and what the site has signed. */
  said: VisitorProfile;
  /** How she came, with the pages of her visit where the owner keeps them. */
  visit: Visit | null;
  /** The latest first. */
  orders: PersonOrder[];
  conversations: number;
  messages: { own: number; team: number };
  files: number;
  /** So many days after its end a conversation is emptied (J13); null: it stays. */
  conversationDays: number | null;
  /** She may erase it here herself; otherwise she asks the team. */
  erases: boolean;
}

/** One of her conversations, for her copy; `conversation:sync` reads what was said in it. */
export interface OwnTalk {
  conversationId: string;
  openedAt: number;
  /** Null: it goes on. */
  closedAt: number | null;
  /** Where she was when she wrote last. */
  page: { url: string; title: string } | null;
  /** What she said before it began, and the words that she agreed to. */
  intake: Intake | null;
}

/** The oldest first. */
export interface OwnTalks {
  conversations: OwnTalk[];
  more: boolean;
}

/** Said in words, so that nothing is erased by an empty request. */
export interface EraseIn {
  erase: 'everything';
}
