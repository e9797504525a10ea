import type { Address } from '../model/ports.ts';
import { BackStop } from './back-stop.ts';

/** The address bar. Plain links inside the console are followed without loading the page again. */
export function createAddress(): Address {
  const listeners = new Set<() => void>();
  const stop = new BackStop();
  const tell = () => {
    for (const moved of [...listeners]) moved();
  };
  const push = (path: string) => {
    if (path !== read()) history.pushState({ step: stop.nextStep(), from: read() }, '', path);
    tell();
  };
  window.addEventListener('popstate', () => {
    if (!stop.stops()) tell();
  });
  document.addEventListener('click', (event) => {
    const link = followed(event);
    if (link === null) return;
    event.preventDefault();
    const path = link.pathname + link.search;
    // To where the person came from by one step: the step is taken back, so that "back" there does not lead here again.
    if (link.dataset.back !== undefined && history.state?.from === path) stop.leave();
    else push(path);
  });
  return {
    origin: location.origin,
    read,
    push,
    replace(path) {
      history.replaceState(history.state, '', path);
      tell();
    },
    reload: () => location.reload(),
    listen(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
    hold: (close) => stop.hold(close),
  };
}

function read(): string {
  return location.pathname + location.search;
}

/** Plain presses on one of our own links; new tabs, windows and downloads stay the browser's. */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest('a');
  if (!link?.href || link.target || link.origin !== location.origin) return null;
  if (!link.pathname.startsWith('/console/') || link.hash) return null;
  return link;
}

/** The one-time token of a set-up link. Taken out of the address at once: it must not stay in history or on the screen. */
export function takeSetUpToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('set-up');
  if (token !== null) history.replaceState(null, '', read());
  return token;
}
