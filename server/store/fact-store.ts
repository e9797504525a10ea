import type { RatingMore } from '../../protocol/wire/front.ts';
import type { Outcome } from '../../protocol/wire/model.ts';
import type { Facts } from '../domain/measures/fact-rows.ts';
import type { GoneHow } from '../domain/measures/gone.ts';

/** What reports are worked out from (docs/measures.md). Part of the store (store.ts). */
export interface FactStore {
  /** Everything that counts of these conversations, as of one moment. */
  readFacts(nos: readonly number[]): Promise<Facts>;
  /** Of sites, departments and agents, those that were removed too. */
  listNames(): Promise<FactNames>;
  /** What people read of these episodes, in no order. */
  readFactLines(places: readonly EpisodePlace[]): Promise<FactLine[]>;

  /** Of open conversations: their visitor's last connection went. Answers with those that were open. */
  noteGone(gone: readonly Gone[]): Promise<string[]>;
  /** She is seen again, before it ended. */
  noteBack(conversationIds: readonly string[]): Promise<void>;
  /** Whose conversations are open. */
  listGone(): Promise<{ visitorId: string; conversationId: string }[]>;

  /** Conversations that changed after this place of the feed, in its order. */
  listChangedAfter(input: { after: number; limit: number }): Promise<{ no: number; change: number }[]>;
  /** Earlier ones of whoever's changed between these places of the feed: what counts of them may be another thing now (M8). */
  listCameBefore(input: { after: number; upTo: number }): Promise<number[]>;
  /** Those that are not closed: as many as people wait for and serve. */
  listOpenNos(): Promise<number[]>;
  /** Closed ones from a number up to, not including, another one. */
  listClosed(input: { fromNo: number; toNo: number }): Promise<number[]>;
  /** Packs of which a conversation, or one that came after it, changed after the one place and up to the other, with the last such place. */
  listChangedPacks(input: {
    after: number;
    upTo: number;
    packOf: number;
  }): Promise<{ number: number; change: number }[]>;
  /** Of the conversation made last; 0: there is none. */
  readLastNo(): Promise<number>;
  listPacks(): Promise<PackLine[]>;
  readPack(number: number): Promise<{ stamp: string; columns: Uint8Array } | undefined>;
  /** Replaces it; one that is empty is left out. */
  keepPack(pack: PackMade): Promise<void>;
  /** The same conversations as the measures of business look at them (docs/business.md). */
  listContactPacks(): Promise<{ number: number; stamp: string }[]>;
  readContactPack(number: number): Promise<{ stamp: string; columns: Uint8Array } | undefined>;
  readFactState(): Promise<FactState>;
  /** Only what is given. */
  setFactState(state: Partial<FactState>): Promise<void>;
}

export interface Gone {
  conversationId: string;
  at: number;
  how: GoneHow;
}

export interface FactState {
  /** Every closed conversation that changed last at this place of the feed or before it is packed as it is. */
  change: number;
  /** The pack with which a rebuild that was ended goes on; 0: none was. */
  rebuilt: number;
}

/** A pack, and what the measures of business read of the same conversations. */
export interface PackMade extends PackLine {
  columns: Uint8Array;
  contacts: { stamp: string; columns: Uint8Array };
}

export interface PackLine {
  number: number;
  /** The feed's place when it was made. */
  change: number;
  /** Of its bytes: the same bytes have the same one. */
  stamp: string;
  openedFrom: number;
  openedTo: number;
  episodes: number;
  waits: number;
}

/** How an episode began, where that is not in the conversation already. */
export interface EpisodeOpening {
  language?: string | null;
  page?: string | null;
  topic?: string | null;
  segments?: readonly string[];
  targetMs?: number | null;
}

export interface FactNames {
  /** `goneAt`: when it was retired or removed; null: it was not. */
  sites: { id: string; name: string; goneAt: number | null }[];
  departments: { id: string; name: string; goneAt: number | null }[];
  agents: { id: string; name: string }[];
}

export interface EpisodePlace {
  no: number;
  episode: number;
}

export interface FactLine extends EpisodePlace {
  conversationId: string;
  siteId: string;
  siteName: string;
  visitorLabel: string;
  agentName: string | null;
  openedAt: number;
  closedAt: number | null;
  outcome: Outcome | null;
  firstResponseMs: number | null;
  queueMs: number | null;
  score: number | null;
  comment: string | null;
  reasons: string[];
  solved: RatingMore['solved'] | null;
  /** Of a rating: since when the words were in force that were asked. */
  wordsFrom: number;
  /** Who of the team wrote how many messages, where it was rated. */
  written: { name: string; messages: number }[];
}
