import type { ConversationSummary, Outcome } from './model.ts';
import { wordsOf } from './words.ts';

/** What the list asks of closed conversations; what is left out is any. All that are named must hold (U4). */
export interface ClosedFilter {
  tag?: string | undefined;
  segment?: string | undefined;
  siteId?: string | undefined;
  /** An empty one: none. */
  departmentId?: string | undefined;
  agentId?: string | undefined;
  language?: string | undefined;
  rating?: RatingGroup | undefined;
  channel?: Channel | undefined;
  /** Words of the visitor's name or address. */
  text?: string | undefined;
}

export const RATING_GROUPS = ['low', 'middle', 'good', 'none'] as const;
export type RatingGroup = (typeof RATING_GROUPS)[number];

/** How answers reach the visitor: in the chat alone, or also by mail, to the address that was left. */
export const CHANNELS = ['chat', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

export function channelOf({ email }: { email: string | null }): Channel {
  return email === null ? 'chat' : 'mail';
}

/** Where a conversation stands among the closed ones. */
export interface ClosedPlace {
  closedAt: number;
  conversationId: string;
}

/** `next`: the place from which it goes on, also where nothing of this stretch fitted; null: that was all (U5). */
export interface ClosedPage {
  conversations: ConversationSummary[];
  next: ClosedPlace | null;
}

/** What is done to many at once (U8). `take`: from the queue, or from a colleague for who directs. `ask`: a colleague is asked to take it. */
export type BulkAct =
  | { do: 'take' }
  | { do: 'ask'; agentId: string }
  | { do: 'return' }
  | { do: 'move'; departmentId: string }
  | { do: 'tag'; add: string[]; remove: string[] }
  | { do: 'close'; outcome?: Extract<Outcome, 'resolved' | 'unresolved' | 'spam'> | undefined }
  /** `clientId`: a repeat makes no second reminder. */
  | { do: 'snooze'; dueAt: number; clientId: string };

export interface BulkDone {
  done: string[];
  refused: { conversationId: string; error: string }[];
}

/** A list that somebody has put together and named (U6). `place` is what stands behind the `?` of the list's address. */
export interface SavedView {
  id: string;
  name: string;
  place: string;
  shared: boolean;
  ownerId: string;
  ownerName: string;
}

export interface SaveView {
  /** Of the one that is changed; a new one has none. */
  id?: string | undefined;
  name: string;
  place: string;
  shared: boolean;
}

type Views = { views: SavedView[] };

/** As `Command` of events.ts, which knows this file. */
interface Ask<In, Out> {
  in: In;
  out: Out;
}

export type InboxCommands = {
  'inbox:closed': Ask<
    { filter: ClosedFilter; order: 'newest' | 'oldest'; after?: ClosedPlace | undefined },
    ClosedPage
  >;
  /** One answer for all: what was done, and what was not and why. */
  'inbox:bulk': Ask<{ act: BulkAct; conversationIds: string[] }, BulkDone>;
  'conversation:tag': Ask<{ conversationId: string; add: string[]; remove: string[] }, { tags: string[] }>;
  /** One's own and those shared with the team, in their order. */
  'view:list': Ask<Record<never, never>, Views>;
  'view:save': Ask<SaveView, Views & { id: string }>;
  'view:remove': Ask<{ id: string }, Views>;
  /** All of one's own, or all that are shared, in the new order. */
  'view:order': Ask<{ shared: boolean; ids: string[] }, Views>;
};

export function ratingGroupOf(score: number | null): RatingGroup {
  if (score === null) return 'none';
  return score <= 2 ? 'low' : score === 3 ? 'middle' : 'good';
}

/** Each word of the question begins a word of the name: without case and accents, as everywhere where people look for something (L1). */
export function isNamed(visitor: { label: string; email: string | null }, text: string): boolean {
  const asked = wordsOf(text);
  if (asked.length === 0) return true;
  const own = wordsOf(`${visitor.label} ${visitor.email ?? ''}`);
  return asked.every(({ word }) => own.some((one) => one.word.startsWith(word)));
}

/** `pt` is also who reads `pt-BR`. */
export function speaksLanguage(language: string | null, wanted: string): boolean {
  const own = (language ?? '').toLowerCase();
  const asked = wanted.toLowerCase();
  return own === asked || own.startsWith(`${asked}-`);
}
