import type { Shelf } from '../model/ports.ts';

/** A part of the browser's storage under one prefix. Denied or full: memory, for as long as the page lives (W8). */
export function openShelf(kind: 'localStorage' | 'sessionStorage', prefix: string): Shelf {
  const memory = new Map<string, string>();
  const storage = reach(kind);

  return {
    read: (name) => memory.get(name) ?? attempt(() => storage?.getItem(prefix + name)) ?? null,
    write(name, text) {
      memory.delete(name);
      const done = attempt(() => {
        if (!storage) return false;
        if (text === null) storage.removeItem(prefix + name);
        else storage.setItem(prefix + name, text);
        return true;
      });
      if (!done && text !== null) memory.set(name, text);
    },
    names() {
      const kept = attempt(() => Object.keys(storage ?? {})) ?? [];
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

function reach(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  return attempt(() => window[kind]) ?? null;
}

/** Storage may throw at any touch: denied, full, or taken away while the page is open. */
function attempt<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
