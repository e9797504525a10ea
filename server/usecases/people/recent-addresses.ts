import { ADDRESSES_REMEMBERED_MAX } from '../../../protocol/wire/people-limits.ts';
import type { Store } from '../../store/store.ts';

/** Where visitors wrote from last, in memory only: what a block may need (J9), and nobody is told. */
const memories = new WeakMap<Store, Map<string, string>>();

export function noteAddress(store: Store, visitorId: string, address: string): void {
  let memory = memories.get(store);
  if (!memory) {
    memory = new Map();
    memories.set(store, memory);
  }
  memory.delete(visitorId);
  memory.set(visitorId, address);
  if (memory.size <= ADDRESSES_REMEMBERED_MAX) return;
  const oldest = memory.keys().next();
  if (!oldest.done) memory.delete(oldest.value);
}

export function recentAddressOf(store: Store, visitorId: string): string | undefined {
  return memories.get(store)?.get(visitorId);
}
