import type { Tabs } from '../model/ports.ts';

/** Tabs hear of an event within a beat of each other; who has it keeps it this long. */
const HELD_MS = 5_000;

/** One name, one tab: the lock is the browser's own. Without locks each tab speaks for itself. */
export const browserTabs: Tabs = {
  claim(name) {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = navigator.locks.request(`deskbell:${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise((release) => setTimeout(release, HELD_MS)) : undefined;
      });
      held.catch(() => resolve(true));
    });
  },
};
