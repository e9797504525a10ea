import type { Lead } from '../client/lead.ts';

const nothing = () => {};

/**
 * The browser's own lock: it goes to the next tab the moment the one that holds it is gone. Plain http pages have no
 * locks: there the tab that wrote last sends, and two that send the same are sorted out by the relay.
 */
export function createLead(name: string): Lead {
  const locks: LockManager | undefined = navigator.locks;
  let changed = nothing;
  let wanted = false;
  let isInLine = false;
  let letGo = locks ? null : nothing;

  const ask = (steal: boolean) => {
    if (!steal) isInLine = true;
    const held = () => {
      if (!steal) isInLine = false;
      // Who no longer wants it lets the next one have it.
      if (!wanted) return;
      return new Promise<void>((resolve) => {
        letGo = resolve;
        changed();
      });
    };
    locks?.request(name, { steal }, held).catch((error: Error) => {
      // Another tab took it: this one stands in line again. Denied with all storage: there is nothing to share.
      letGo = error.name === 'AbortError' ? null : nothing;
      stand();
      changed();
    });
  };
  const stand = () => {
    if (wanted && !letGo && !isInLine) ask(false);
  };

  return {
    holds: () => letGo !== null,
    want(now) {
      wanted = now;
      if (!locks) return;
      if (!now) {
        letGo?.();
        letGo = null;
      }
      stand();
    },
    take() {
      if (locks) return ask(true);
      letGo = nothing;
      changed();
    },
    wrote(here) {
      if (!locks) letGo = here ? nothing : null;
    },
    listen(heard) {
      changed = heard;
    },
  };
}

/** One tab after the other; without locks each at once. */
export function inTurn(name: string, run: () => Promise<void>): void {
  if (navigator.locks) navigator.locks.request(name, run).catch(run);
  else void run();
}
