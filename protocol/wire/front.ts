import type { ProactiveSaid } from './proactive.ts';
import type { FrontRating } from './rating-settings.ts';

/** What stands around the chat, as owners set it with the site's settings (docs/front.md, B rules). */
export interface FrontSettings {
  /** A word to everybody who opens the chat, such as an incident; null: none. */
  banner: Banner | null;
  /** The first line of an empty chat; empty: our own. */
  greeting: string;
  /** Says how soon people were answered, where enough was measured (B2). */
  showsReplyTime: boolean;
  /** What it may be about; the visitor chooses one, or none. */
  topics: Topic[];
  /** Asked before a conversation begins; null: nothing is asked. */
  form: FormSettings | null;
  /** Reasons to choose from when a chat is rated. */
  reasons: string[];
}

export interface Banner {
  text: string;
  /** Where more of it stands; null: nowhere. */
  link: string | null;
  tone: 'info' | 'warn';
}

export interface Topic {
  key: string;
  label: string;
  /** A department's id or name; null: whoever the rules say. */
  department: string | null;
}

export interface FormSettings {
  fields: FormField[];
  consent: Consent | null;
  /** Whether the visitor can say that it is a complaint. */
  asksComplaint: boolean;
}

export interface FormField {
  key: string;
  label: string;
  kind: 'text' | 'long' | 'email' | 'phone' | 'number' | 'choice';
  required: boolean;
  /** Of a choice. */
  options: string[];
}

/** The words that a visitor agrees to. Whoever changes them gives them a new version. */
export interface Consent {
  text: string;
  version: string;
  link: string | null;
}

export const FRONT_DEFAULT: FrontSettings = {
  banner: null,
  greeting: '',
  showsReplyTime: true,
  topics: [],
  form: null,
  reasons: [],
};

/** What visitors are told of it; absent fields are not set. */
export interface Front {
  banner?: Banner | undefined;
  greeting?: string | undefined;
  /** Of ten first answers five came within the one and nine within the other (M2, M11, M17), ms. */
  replyMs?: { half: number; most: number } | undefined;
  topics?: { key: string; label: string }[] | undefined;
  /** Those of them that lead to a department, which she may ask for later, too (T20). */
  departments?: { key: string; label: string }[] | undefined;
  form?: FormSettings | undefined;
  reasons?: string[] | undefined;
  /** What is asked beside the score (K7). */
  rating?: FrontRating | undefined;
  /** She may have her conversation sent to an address (E6). */
  mail?: true | undefined;
  /** The team sees what she writes before it is sent (J17). */
  preview?: true | undefined;
}

/** What the visitor says before a conversation begins. */
export interface IntakeIn {
  /** By the keys of the form's fields. */
  fields?: Record<string, string> | undefined;
  topic?: string | undefined;
  /** The version of the words that were agreed to. */
  consent?: string | undefined;
  complaint?: boolean | undefined;
  /** The key of the message that the visitor pressed (X9). */
  proactive?: string | undefined;
}

/** The same as it is kept with the conversation: with the words as they were then. */
export interface Intake {
  fields: { key: string; label: string; value: string }[];
  topic: { key: string; label: string } | null;
  consent: { version: string; text: string; at: number } | null;
  complaint: boolean;
  /** The message that it began from (X9); absent: none. */
  proactive?: ProactiveSaid | undefined;
}

/** What goes with a score. */
export interface RatingMore {
  reasons?: string[] | undefined;
  /** Did this solve it? */
  solved?: 'yes' | 'partly' | 'no' | undefined;
  complaint?: boolean | undefined;
  /** How easy it was, 1 to 7, and whether one would recommend it, 0 to 10 (K7). */
  effort?: number | undefined;
  recommend?: number | undefined;
  /** Without telling the team which chat it was (K9). */
  anonymous?: boolean | undefined;
}

/** A conversation of this visitor in her own list. */
export interface OwnConversation {
  conversationId: string;
  openedAt: number;
  /** Null: it goes on. */
  closedAt: number | null;
  lastAt: number;
  lastText: string;
  /** Who served it last; null: nobody yet. */
  agent: string | null;
}
