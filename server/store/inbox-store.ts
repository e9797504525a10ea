import type { ClosedFilter, ClosedPage, ClosedPlace, SavedView, SaveView } from '../../protocol/wire/inbox.ts';

export interface ListClosed {
  filter: ClosedFilter;
  order: 'newest' | 'oldest';
  after?: ClosedPlace | undefined;
  limit: number;
  /** So many are looked at, whatever is asked (U5). */
  look: number;
}

export interface TagConversation {
  conversationId: string;
  add: readonly string[];
  remove: readonly string[];
  max: number;
}

/** Closed ones, tags and saved views of the agents' list (docs/inbox.md). Part of the store (store.ts). */
export interface InboxStore {
  /** Those that fit among the next `look` in order. Costs the same however many are stored. */
  listClosedLines(input: ListClosed): Promise<ClosedPage>;
  tagConversation(input: TagConversation): Promise<Tagged>;
  /** This agent's own, then the shared ones, each in their order. */
  listViews(agentId: string): Promise<SavedView[]>;
  addView(input: SaveView & { id: string; agentId: string; max: number; at: number }): Promise<'added' | 'too_many'>;
  changeView(input: SaveView & { id: string; at: number }): Promise<'changed' | 'not_found'>;
  removeView(id: string): Promise<'removed' | 'not_found'>;
  /** `ids` of one's own, or of the shared ones; others are left where they are. */
  orderViews(input: { agentId: string; shared: boolean; ids: readonly string[] }): Promise<void>;
}

export type Tagged =
  | { result: 'changed'; tags: string[]; change: number }
  | { result: 'same'; tags: string[] }
  | { result: 'not_found' }
  | { result: 'too_many' };
