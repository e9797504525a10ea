import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callAttention } from '../../../widget/browser/attention.ts';

let rings = 0;
beforeEach(() => {
  rings = 0;
  document.title = 'The shop';
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        rings += 1;
        throw new Error('no sound card');
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const heard = () => ({ unread: signal(0), muted: signal<string | null>(null), visible: signal(false) });

test('W20: the title counts while the tab is hidden, and is the page’s again when it is seen', () => {
  const chat = heard();
  const stop = callAttention(chat, 'demo', effect);
  chat.unread.value = 2;
  expect(document.title).toBe('(2) The shop');
  chat.unread.value = 3;
  expect(document.title).toBe('(3) The shop');
  chat.visible.value = true;
  expect(document.title).toBe('The shop');
  chat.visible.value = false;
  document.title = 'Another page';
  stop();
  expect(document.title).toBe('Another page');
});

test('W20: each new message is heard once, unless it is muted; a browser without sound stays silent', () => {
  const chat = heard();
  callAttention(chat, 'demo', effect);
  chat.unread.value = 1;
  chat.visible.value = true;
  expect(rings).toBe(1);
  chat.muted.value = '1';
  chat.unread.value = 2;
  expect(rings).toBe(1);
});

test('W4 a second tag that names another site is said once, however often a chat begins; one of the same site or of none is not', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  for (const site of ['demo', '', 'another']) {
    const tag = document.createElement('script');
    tag.src = 'https://relay.example/deskbell.js';
    if (site) tag.dataset.site = site;
    document.body.append(tag);
  }
  for (let n = 0; n < 2; n += 1) callAttention(heard(), 'demo', effect)();
  expect(warn.mock.calls).toEqual([['Deskbell: site_other', 'another']]);
});

test('W20: of several tabs that hear of a message one rings, and rings for the next one again', async () => {
  vi.useFakeTimers();
  let held = false;
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, how: object, run: (lock: object | null) => Promise<void>) => {
        expect([name, how]).toEqual(['deskbell:ring', { ifAvailable: true }]);
        const lock = held ? null : {};
        held ||= lock !== null;
        await run(lock);
        if (lock) held = false;
      },
    },
  });
  const tabs = [heard(), heard()];
  const stops = tabs.map((tab) => callAttention(tab, 'demo', effect));
  for (const count of [1, 2]) {
    for (const tab of tabs) tab.unread.value = count;
    expect(rings).toBe(count);
    await vi.advanceTimersByTimeAsync(600);
  }
  for (const tab of tabs) tab.unread.value = 3;
  // W4: nothing of it outlives the chat.
  for (const stop of stops) stop();
  await vi.advanceTimersByTimeAsync(0);
  expect([held, vi.getTimerCount()]).toEqual([false, 0]);
  vi.useRealTimers();
});
