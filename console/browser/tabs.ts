import type { Tabs } from '../model/ports.ts';

/** Tabs hear of an event within a beat of each other; who has it keeps it this long. */
const HELD_MS = 5_000;
/** So long the others are heard where the browser gives no lock. */
const HEARD_MS = 80;
const TOLD_MAX = 200;

interface Said {
  name: string;
  /** The smallest one has it. */
  dice: number;
}

export interface TabsParts {
  locks: Pick<LockManager, 'request'> | undefined;
  /** To the other tabs; what they say comes to `onmessage`. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | undefined;
  random(): number;
  after(ms: number, run: () => void): void;
}

/**
 * One name, one tab: the lock is the browser's own, and each tab tells the others what it took, so that who hears of it later knows without any storage. Where storage is denied a browser may give no locks either:
 * then all say a number and the smallest has it. Without a word to others each tab speaks for itself.
 */
export function createTabs({ locks, channel, random, after }: TabsParts): Tabs {
  const told = new Map<string, number>();
  const remember = ({ name, dice }: Said) => {
    told.set(name, Math.min(dice, told.get(name) ?? Number.POSITIVE_INFINITY));
    const [oldest] = told.keys();
    if (told.size > TOLD_MAX && oldest !== undefined) told.delete(oldest);
  };
  if (channel) channel.onmessage = ({ data }: MessageEvent<Said>) => remember(data);
  const say = (said: Said) => {
    channel?.postMessage(said);
    remember(said);
  };
  const take = (name: string) => {
    // Taken by the lock: no number is smaller.
    say({ name, dice: 0 });
    return true;
  };
  const cast = (name: string) => {
    if (!channel) return Promise.resolve(true);
    const dice = 1 + random();
    say({ name, dice });
    return new Promise<boolean>((resolve) => after(HEARD_MS, () => resolve(told.get(name) === dice)));
  };
  return {
    claim(name) {
      if (told.has(name)) return Promise.resolve(false);
      if (!locks) return cast(name);
      return new Promise((resolve) => {
        const held = locks.request(`deskbell:${name}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null && !told.has(name) && take(name));
          return lock ? new Promise<void>((release) => after(HELD_MS, release)) : undefined;
        });
        held.catch(() => resolve(cast(name)));
      });
    },
  };
}

export const browserTabs: Tabs = createTabs({
  locks: navigator.locks,
  channel: openChannel(),
  random: Math.random,
  after: (ms, run) => void setTimeout(run, ms),
});

/** A browser that keeps nothing for this page may refuse this, too. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('deskbell:told');
  } catch {
    return undefined;
  }
}
