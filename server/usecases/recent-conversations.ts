import { CONVERSATIONS_REMEMBERED_MAX } from '../../protocol/wire/limits.ts';
import type { Conversation, Store } from '../store/store.ts';

/** The states that were read last, oldest first. A remembered state may be old: a write says `stale` then (S3). */
export class RecentConversations {
  readonly #states = new Map<string, Conversation>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#states.size;
  }

  find(id: string): Conversation | undefined {
    return this.#states.get(id);
  }

  remember(state: Conversation): void {
    this.#states.delete(state.id);
    this.#states.set(state.id, state);
    if (this.#states.size <= this.#max) return;
    const oldest = this.#states.keys().next();
    if (!oldest.done) this.#states.delete(oldest.value);
  }

  forget(id: string): void {
    this.#states.delete(id);
  }
}

/** One memory for each store, so that two relays in one process (tests) never share it; it goes when its store goes. */
const memories = new WeakMap<Store, RecentConversations>();

export function recentConversationsOf(store: Store): RecentConversations {
  let memory = memories.get(store);
  if (!memory) {
    memory = new RecentConversations(CONVERSATIONS_REMEMBERED_MAX);
    memories.set(store, memory);
  }
  return memory;
}
