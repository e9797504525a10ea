import type { Cancel, Clock } from '../kit/clock.ts';
import { spellJson } from '../kit/json.ts';
import { type Outgoing, parseOutgoing } from './outbox.ts';

/** Where unsent messages survive a reload, and how tabs share them. Never throws: it falls back to memory. */
export interface OutboxKeep {
  /** Reads what is kept. Before that nothing is stored anywhere by itself, and nothing may be sent. */
  open(): void;
  /** All that is kept has been read: what stands before a new message is known. */
  isOpen(): boolean;
  load(): Outgoing[];
  put(item: Outgoing): void;
  remove(clientId: string): void;
  /** Another tab changed it, or it has been read. */
  listen(changed: () => void): () => void;
}

/** Large and safe, but it answers later: IndexedDB. Rejects where it is denied or full. */
export interface OutboxStore<Item = Outgoing> {
  load(): Promise<Item[]>;
  put(item: Item): Promise<unknown>;
  remove(clientId: string): Promise<unknown>;
}

export interface OpenOutbox<Item = Outgoing> extends OutboxStore<Item> {
  /** Nobody needs it any more. */
  close(): unknown;
}

/** Small, but it is done when the call returns, and other tabs hear of it: localStorage. */
export interface Ahead {
  ids(): string[];
  read(id: string): string | null;
  /** Null takes it away. */
  write(id: string, text: string | null): void;
  listen(changed: () => void): () => void;
}

export interface KeepParts {
  store: OutboxStore;
  ahead: Ahead;
  clock: Clock;
}

/** A browser whose database does not answer at all is not waited for longer than this. */
const LOAD_MS_MAX = 2_000;
/** What stands ahead of the database in place of a text: the message was taken away. */
const GONE = '';

/**
 * Each change is written ahead in the same turn, and taken from there when the database has it: a tab that dies right
 * after Enter loses nothing, and neither does a browser that dies a moment later (decision 0030). What stands ahead is
 * newer than the database. Where the database is denied it stays there, and where both are denied, in memory.
 */
export function createOutboxKeep({ store, ahead, clock }: KeepParts): OutboxKeep {
  const listeners = new Set<() => void>();
  const { put, remove } = createWriter(store, ahead);
  let held = withAhead([], ahead);
  let state: 'closed' | 'reading' | 'open' = 'closed';
  let isReading = false;
  let isStale = false;
  let late: Cancel | null = null;

  const take = (items: Iterable<Outgoing>) => {
    held = withAhead(items, ahead);
    for (const listener of [...listeners]) listener();
  };
  /** One reading at a time. What is written meanwhile may be missing from it: then it is read once more. */
  const read = async () => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      const kept = await store.load().catch(() => null);
      if (isStale) continue;
      late?.();
      state = 'open';
      take(kept ? kept.flatMap(parseOutgoing) : held.values());
    }
    isReading = false;
  };
  return {
    open() {
      if (state !== 'closed') return;
      state = 'reading';
      // What an earlier page, or an earlier version, left ahead.
      for (const id of ahead.ids()) {
        const item = held.get(id);
        if (item) put(item);
        else remove(id);
      }
      void read();
      late = clock.after(LOAD_MS_MAX, () => {
        state = 'open';
        take(held.values());
      });
    },
    isOpen: () => state === 'open',
    load: () => [...held.values()],
    put(item) {
      isStale = true;
      held.set(item.clientId, item);
      put(item);
    },
    remove(id) {
      isStale = true;
      held.delete(id);
      remove(id);
    },
    listen(changed) {
      listeners.add(changed);
      const unlisten = ahead.listen(() => {
        take(held.values());
        if (state !== 'closed') void read();
      });
      return () => {
        listeners.delete(changed);
        unlisten();
      };
    },
  };
}

/** Ahead in the same turn, then in the database; once it is there, no longer ahead. */
function createWriter(store: OutboxStore, ahead: Ahead) {
  const settle = (id: string, text: string, work: Promise<unknown>) => {
    const done = () => {
      if (ahead.read(id) === text) ahead.write(id, null);
    };
    // A message that cannot be stored stays where it is; one that is gone needs no mark where nothing was stored.
    work.then(done, text === GONE ? done : () => {});
  };
  return {
    put(item: Outgoing): void {
      const text = spellJson(item);
      ahead.write(item.clientId, text);
      settle(item.clientId, text, store.put(item));
    },
    remove(id: string): void {
      ahead.write(id, GONE);
      settle(id, GONE, store.remove(id));
    },
  };
}

function withAhead(items: Iterable<Outgoing>, ahead: Ahead): Map<string, Outgoing> {
  const merged = new Map<string, Outgoing>();
  for (const item of items) merged.set(item.clientId, item);
  for (const id of ahead.ids()) {
    merged.delete(id);
    for (const item of parseOutgoing(ahead.read(id))) merged.set(id, item);
  }
  return merged;
}
