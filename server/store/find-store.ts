import type { FindKind, FoundLine } from '../../protocol/wire/find.ts';
import type { Party } from '../../protocol/wire/model.ts';
import type { Term } from '../domain/find/query.ts';

/** Looking for words (docs/find.md). Part of the store (store.ts). */
export interface FindStore {
  /**
   * Takes up at most `limit` messages and notes that came since, with their visitors; `more`: at once again. Outside of
   * the messages' own transactions, so that sending costs nothing more (L5).
   */
  takeUpWords(input: { limit: number }): Promise<{ taken: number; more: boolean }>;
  /**
   * Where the index was cut by another folding than ours (WORDS_FOLDING): cuts at most `limit` lines anew, from the oldest on; `more`: at
   * once again. Whoever looks meanwhile finds each line by the words that it has.
   */
  refoldWords(input: { limit: number }): Promise<{ more: boolean }>;
  /**
   * Newest first. `tier` 0: lines in which every word stands as asked; 1: those where at least one is only the beginning
   * of a longer word (L3). What narrows most leads; where nothing does, it looks at `lookedMax` lines from the newest down, and
   * no further (L9).
   */
  findLines(input: FindLines): Promise<FoundLines>;
  /** Conversations whose last change is not taken up yet; a thousand and more are a thousand. */
  countUntaken(): Promise<number>;
  /** Some lines may still stand under the words of another folding. */
  isRefolding(): Promise<boolean>;
}

export interface FindLines {
  terms: readonly Term[];
  tier: 0 | 1;
  kind?: FindKind | undefined;
  siteId?: string | undefined;
  author?: Party | undefined;
  agentId?: string | undefined;
  status?: 'open' | 'closed' | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** Lines before this one. */
  before: number | null;
  limit: number;
  lookedMax: number;
}

export interface FoundLines {
  lines: StoredLine[];
  /** `before` of what comes next: more was found, or not everything looked at. Null: that was all. */
  next: number | null;
}

/** As it is told, but where the words stand in it. */
export interface StoredLine extends Omit<FoundLine, 'marks'> {
  no: number;
}
