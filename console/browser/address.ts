import type { Address } from '../model/ports.ts';

/** The address bar. Plain links inside the console are followed without loading the page again. */
export function createAddress(): Address {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const moved of [...listeners]) moved();
  };
  const push = (path: string) => {
    if (path !== read()) history.pushState(null, '', path);
    tell();
  };
  window.addEventListener('popstate', tell);
  document.addEventListener('click', (event) => {
    const path = followed(event);
    if (path === null) return;
    event.preventDefault();
    push(path);
  });
  return {
    origin: location.origin,
    read,
    push,
    replace(path) {
      history.replaceState(null, '', path);
      tell();
    },
    reload: () => location.reload(),
    listen(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
  };
}

function read(): string {
  return location.pathname + location.search;
}

/** Where a plain press on one of our own links leads; new tabs, windows and downloads stay the browser's. */
function followed(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest('a');
  if (!link?.href || link.target || link.origin !== location.origin) return null;
  if (!link.pathname.startsWith('/console/') || link.hash) return null;
  return link.pathname + link.search;
}

/** The one-time token of a set-up link. Taken out of the address at once: it must not stay in history or on the screen. */
export function takeSetUpToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('set-up');
  if (token !== null) history.replaceState(null, '', read());
  return token;
}
