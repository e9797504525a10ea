import type { Lead } from '../client/lead.ts';
import type { Clock } from '../kit/clock.ts';

const nothing = () => {};

/** A lock that is free is given within milliseconds; locks that say nothing for so long are none, ms. */
const SILENT_MS_MAX = 5_000;

/** Where there are none, or a page has put something in their place that throws at once, it rejects. */
const request = async (name: string, options: LockOptions, held: (lock: Lock | null) => unknown) =>
  navigator.locks.request(name, options, held);

/**
 * The browser's own lock: it goes to the next tab the moment the one that holds it is gone. Plain http pages have no
 * locks: there the tab that wrote last sends, and two that send the same are sorted out by the relay.
 */
export function createLead(name: string): Lead {
  let hasLocks = true;
  let changed = nothing;
  let wanted = false;
  let isInLine = false;
  let letGo: (() => void) | null = null;

  const ask = (steal: boolean) => {
    isInLine ||= !steal;
    const held = () => {
      isInLine &&= steal;
      // Who no longer wants it lets the next one have it.
      if (!wanted) return;
      return new Promise<void>((resolve) => {
        letGo = resolve;
        changed();
      });
    };
    request(name, { steal }, held).catch((error?: Error) => {
      // Another tab took it: this one stands in line again. Denied with all storage, or not there: there is nothing to agree by.
      hasLocks = error?.name === 'AbortError';
      letGo = hasLocks ? null : nothing;
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
      if (!hasLocks) return;
      if (!now) {
        letGo?.();
        letGo = null;
      }
      stand();
    },
    take() {
      ask(true);
      // Not only when the lock comes: locks that never call back would keep the words for ever.
      letGo = nothing;
      changed();
    },
    wrote(here) {
      if (!hasLocks) letGo = here ? nothing : null;
    },
    listen(heard) {
      changed = heard;
    },
  };
}

/** One tab after the other, each once; without locks, or with such as say nothing, at once. */
export function inTurn(name: string, run: () => Promise<void>, after: Clock['after']): void {
  let turn: Promise<void> | undefined;
  const once = () => {
    turn ??= run();
    return turn;
  };
  const cancel = after(SILENT_MS_MAX, once);
  const ask = (ifAvailable: boolean, held: () => unknown) => request(name, { ifAvailable }, held).catch(held);
  void ask(false, once);
  // A line may be long; locks that work say at once that it is.
  void ask(true, cancel);
}
