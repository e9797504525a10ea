import type { Memory } from '../model/ports.ts';

/** `localStorage`, or this tab's memory where storage is denied or full: work goes on, it only does not survive a reload. */
export function createMemory(): Memory {
  const kept = openStorage();
  const fallback = new Map<string, string>();
  return {
    read: (key) => fallback.get(key) ?? kept?.getItem(key) ?? null,
    write(key, text) {
      try {
        if (!kept) throw new Error('no storage');
        kept.setItem(key, text);
        fallback.delete(key);
      } catch {
        fallback.set(key, text);
      }
    },
    remove(key) {
      fallback.delete(key);
      kept?.removeItem(key);
    },
    keys(prefix) {
      const all = new Set(fallback.keys());
      for (let index = 0; index < (kept?.length ?? 0); index += 1) all.add(kept?.key(index) ?? '');
      return [...all].filter((key) => key.startsWith(prefix)).sort();
    },
    listen(prefix, changed) {
      const hear = (event: StorageEvent) => {
        if (event.key === null || event.key.startsWith(prefix)) changed();
      };
      window.addEventListener('storage', hear);
      return () => window.removeEventListener('storage', hear);
    },
  };
}

function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
