import type { OwnKept, OwnTalks } from '../../protocol/wire/own.ts';
import type { Block, MergePlan, Person, PersonNote, Visit } from '../../protocol/wire/people.ts';
import type { KeepingStore } from './keeping-store.ts';

/** What the team knows of people (docs/people.md). Part of the store (store.ts). */
export interface PeopleStore extends KeepingStore {
  /** Of a profile that was joined to another one: that one's. `segment`: what the site's server named (G1). */
  readPerson(visitorId: string): Promise<PersonFacts | undefined>;
  /** All profiles of this person: her own first, then those that were joined to it. */
  listProfiles(visitorId: string): Promise<string[]>;
  addPersonNote(input: NewPersonNote): Promise<'added' | 'too_many' | 'not_found'>;
  findPersonNote(id: string): Promise<{ visitorId: string; byId: string } | undefined>;
  changePersonNote(input: { id: string; body: string; at: number }): Promise<'changed' | 'not_found'>;
  removePersonNote(id: string): Promise<'removed' | 'not_found'>;
  /** Twice is once. */
  addPersonTag(input: {
    visitorId: string;
    tag: string;
    byId: string;
    at: number;
  }): Promise<'added' | 'too_many' | 'not_found'>;
  removePersonTag(input: { visitorId: string; tag: string }): Promise<void>;
  /** What is named replaces what was kept; pages replace pages. */
  keepVisit(input: { visitorId: string; visit: Partial<Omit<Visit, 'at'>>; at: number }): Promise<void>;

  // --- what she may see of it herself (J14)
  readOwn(input: { visitorId: string }): Promise<OwnFacts | undefined>;
  /** `after`: the last one of the page before. */
  listOwnTalks(input: { visitorId: string; after?: string; limit: number }): Promise<OwnTalks>;

  // --- blocks (J9)
  /** Those that hold at `now`. */
  listBlocks(input: { now: number; limit: number }): Promise<KeptBlock[]>;
  /** Replaces one that holds for the same visitor. */
  addBlock(input: NewBlock): Promise<'added' | 'not_found'>;
  endBlock(input: { id: string; byId: string; at: number }): Promise<'ended' | 'not_found'>;

  // --- two profiles of one person (J8)
  planMerge(input: { fromId: string; intoId: string }): Promise<MergePlan | MergeRefused>;
  /** Notes, tags, orders and the conversations' person move, all or nothing. */
  mergePeople(input: {
    id: string;
    fromId: string;
    intoId: string;
    byId: string;
    at: number;
  }): Promise<'merged' | MergeRefused>;
  /** What was written since stays where it was written. */
  undoMerge(input: { id: string; byId: string; at: number }): Promise<{ fromId: string; intoId: string } | 'not_found'>;

  // --- all that is of a person (J12)
  /** The person at once: profile, identities, tokens. `ended`: whose open tabs start anew. Her conversations follow one by one. */
  /** `own`: she does it herself. Where she was joined to another profile that one stays (J15). */
  beginErasure(input: {
    visitorId: string;
    byId: string;
    at: number;
    own?: boolean;
  }): Promise<{ ended: string[] } | 'not_found'>;
  /** Of people who are to be erased, conversations that are not yet, the open ones too. */
  listToErase(limit: number): Promise<{ conversationId: string; visitorId: string; isOpen: boolean }[]>;
  /** One transaction. What figures count stays. The files' bytes are the caller's to remove. `open`: it has to end before. */
  eraseConversation(input: {
    conversationId: string;
    at: number;
  }): Promise<{ vaultNames: string[]; change: number } | 'open' | 'not_found'>;
  /** The index of words forgets its own old pages, a bounded step at a time; true while there is more to do. */
  tidyWords(input: { first: boolean }): Promise<boolean>;
  /** Those of whom nothing is left. */
  endErasures(at: number): Promise<number>;
  /** Something was begun and has not ended: conversations to empty, words to tidy, or a log to empty. */
  isErasing(): Promise<boolean>;
  /** Empties SQLite's log, which keeps old pages; false where somebody reads them just now. */
  forgetDeleted(): Promise<boolean>;
  /** What the team and her visits left: notes, tags, visits; of blocks and merges only that there were some stays. */
  eraseAbout(visitorId: string): Promise<{ notes: number; tags: number; visits: number; blocks: number }>;
}

export type MergeRefused = 'not_found' | 'same' | 'other_site' | 'verified';

export type PersonFacts = Omit<Person, 'segments' | 'cart' | 'siteKey' | 'block'> & {
  segment: string | null;
  siteKey: string;
  /** Conversations and ratings in all. */
  returning: boolean;
};

/** What the settings say of it comes with the use case. */
export type OwnFacts = Omit<OwnKept, 'conversationDays' | 'erases'>;

export type NewPersonNote = Omit<PersonNote, 'by' | 'editedAt'> & { visitorId: string; byId: string };

/** `addressHash` never leaves the relay; `profiles`: all of this person's. */
export type KeptBlock = Omit<Block, 'address'> & { addressHash: string | null; profiles: string[] };

export interface NewBlock {
  id: string;
  siteId: string;
  visitorId: string;
  addressHash: string | null;
  reason: string;
  byId: string;
  at: number;
  until: number | null;
}
