import type { Lead } from '../client/lead.ts';

/** The browser's own lock: it goes to the next tab the moment the one that holds it is gone. */
export function createLead(name: string): Lead {
  // Plain http pages have no locks.
  return navigator.locks ? byLock(navigator.locks, name) : byTurn();
}

function byLock(locks: LockManager, name: string): Lead {
  let changed = () => {};
  let round: AbortController | null = null;
  let letGo: (() => void) | null = null;

  const stop = () => {
    round?.abort();
    round = null;
    letGo?.();
    letGo = null;
  };
  const ask = (options: LockOptions, mine: AbortController) => {
    const held = () =>
      new Promise<void>((resolve) => {
        if (round !== mine) return resolve();
        letGo = resolve;
        changed();
      });
    locks.request(name, options, held).catch((error: Error) => {
      if (round !== mine) return;
      letGo = null;
      // Another tab took it: this one stands in line again. Denied with all storage: there is nothing to share.
      if (error.name === 'AbortError') wait();
      else letGo = () => {};
      changed();
    });
  };
  const wait = () => {
    round = new AbortController();
    ask({ signal: round.signal }, round);
  };

  return {
    holds: () => letGo !== null,
    want(wanted) {
      if (!wanted) stop();
      else if (!round) wait();
    },
    take() {
      stop();
      round = new AbortController();
      ask({ steal: true }, round);
    },
    wrote() {},
    listen(heard) {
      changed = heard;
      return () => {
        changed = () => {};
      };
    },
  };
}

/** Without locks the tab that wrote last sends, and two that send the same are sorted out by the relay. */
function byTurn(): Lead {
  let changed = () => {};
  let leads = true;
  return {
    holds: () => leads,
    want() {},
    take() {
      leads = true;
      changed();
    },
    wrote(here) {
      leads = here;
    },
    listen(heard) {
      changed = heard;
      return () => {
        changed = () => {};
      };
    },
  };
}

/** One tab after the other; without locks each at once. */
export function inTurn(name: string, run: () => Promise<void>): void {
  if (navigator.locks) navigator.locks.request(name, run).catch(run);
  else void run();
}
