import { expect, test } from 'vitest';
import { createTabs, type TabsParts } from '../../../console/browser/tabs.ts';
import type { Tabs } from '../../../console/model/ports.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** NT1: tabs of a browser that keeps nothing for this page. */

const clock = new ManualClock();
const after = (ms: number, run: () => void) => void clock.after(ms, run);

/** Tabs that hear each other, each with its own number. */
function tabsWith(locks: TabsParts['locks'], ...dice: number[]): Tabs[] {
  const channels: NonNullable<TabsParts['channel']>[] = [];
  return dice.map((number) => {
    const channel: NonNullable<TabsParts['channel']> = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of channels.filter((one) => one !== channel))
          queueMicrotask(() => other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent));
      },
    };
    channels.push(channel);
    return createTabs({ locks, channel, random: () => number, after });
  });
}
const denied = { request: () => Promise.reject(new Error('denied')) } as unknown as LockManager;
async function claims(tabs: Tabs[], name: string): Promise<boolean[]> {
  const asked = tabs.map((tab) => tab.claim(name));
  await settle();
  await clock.advance(100);
  return Promise.all(asked);
}

test('NT1 without storage and without locks one tab of several rings, and whoever hears of it later does not', async () => {
  for (const locks of [undefined, denied]) {
    const [one, two, late] = tabsWith(locks, 0.7, 0.2, 0.1) as [Tabs, Tabs, Tabs];
    expect(await claims([one, two], 'ring:a')).toEqual([false, true]);
    await clock.advance(60_000);
    expect(await claims([late, one, two], 'ring:a')).toEqual([false, false, false]);
    expect(await claims([late], 'ring:b')).toEqual([true]);
  }
});

test('NT1 with locks the one that has it tells the others; a lock that is free again is no second ring', async () => {
  const free = {
    request: async (_name: string, _how: object, run: (lock: object | null) => unknown) => void run({}),
  } as unknown as LockManager;
  const [one, two] = tabsWith(free, 0.5, 0.5) as [Tabs, Tabs];
  expect(await claims([one], 'ring:a')).toEqual([true]);
  await clock.advance(6_000);
  expect(await claims([two, one], 'ring:a')).toEqual([false, false]);
});

test('NT1 a tab that nobody can hear rings by itself', async () => {
  const alone = createTabs({ locks: undefined, channel: undefined, random: () => 0, after });
  expect(await claims([alone], 'ring:a')).toEqual([true]);
});
