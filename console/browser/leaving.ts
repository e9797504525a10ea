import type { Leaving } from '../model/ports.ts';

/** The browser asks in its own words; ours are not shown by any of them any more. */
export const pageLeaving: Leaving = {
  holdWhile(isHeld) {
    window.addEventListener('beforeunload', (event) => {
      if (isHeld()) event.preventDefault();
    });
  },
  listen(left) {
    window.addEventListener('pagehide', left);
    return () => window.removeEventListener('pagehide', left);
  },
};
