import type { Shelf } from '../model/ports.ts';

/** A part of the browser's storage under one prefix. Denied or full: memory, for as long as the page lives (W8). */
export function openShelf(kind: 'localStorage' | 'sessionStorage', prefix: string): Shelf {
  const memory = new Map<string, string | null>();
  // Where there is none each touch throws.
  const storage = attempt(() => window[kind]) as Storage;

  return {
    read: (name) => (memory.has(name) ? memory.get(name) : attempt(() => storage.getItem(prefix + name))) ?? null,
    write(name, text) {
      memory.set(name, text);
      attempt(() => {
        if (text === null) storage.removeItem(prefix + name);
        else storage.setItem(prefix + name, text);
        // What a page has put in its place may answer whatever it likes.
        if (storage.getItem(prefix + name) === text) memory.delete(name);
      });
    },
    names() {
      const kept = attempt(() => Object.keys(storage)) ?? [];
      const own = kept.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...own, ...memory.keys()])];
    },
    listen(changed) {
      const hear = (event: StorageEvent) => {
        if (event.storageArea === storage && event.key?.startsWith(prefix)) changed(event.key.slice(prefix.length));
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}

/** Storage may throw at any touch: denied, full, or taken away while the page is open. */
function attempt<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
