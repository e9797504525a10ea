import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskbellApi, DeskbellOptions, PanelModule } from '../../../widget/embed/api.ts';
import { createDeskbell } from '../../../widget/embed/deskbell.ts';
import type { MountedPanel, MountParts } from '../../../widget/main.tsx';

/** `window.Deskbell` before and after the panel is there (W18). */

class SheetStub {
  replaceSync(): void {}
}
const config = { site: 'site-key', scriptUrl: 'https://relay.example/deskbell.js' };
const run = vi.fn();
let isOpen = false;
const panel: MountedPanel = {
  open: () => {
    isOpen = true;
  },
  close: () => {
    isOpen = false;
  },
  isOpen: () => isOpen,
  run,
  state: () => ({ open: isOpen, unread: 2, conversation: 'active', available: true, agent: { name: 'Ana' } }),
  reason: () => null,
  destroy: vi.fn(),
};
const mount = vi.fn((_parts: MountParts) => panel);
const load = vi.fn(async (): Promise<PanelModule> => ({ mount }));
const settled = () => new Promise((resolve) => setTimeout(resolve));
const bell = () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button');
let chat: DeskbellApi;

function start(options: DeskbellOptions = {}): DeskbellApi {
  chat = createDeskbell({ ...config, ...options }, load, () => {});
  return chat;
}

beforeEach(() => {
  vi.stubGlobal('CSSStyleSheet', SheetStub);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  isOpen = false;
  vi.clearAllMocks();
});
afterEach(() => {
  chat.destroy();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

test('W3 W18 what the page says before intent waits: no panel is fetched, nothing is stored', async () => {
  start().boot();
  chat.identify({ name: 'Mia' });
  chat.setAttributes({ plan: 'pro' });
  chat.setTags(['vip']);
  chat.setDepartment('sales');
  chat.setLocale('de');
  chat.track('cart', { value: 5 });
  chat.on('unread', () => {});
  chat('track', 'page');
  await settled();
  expect(load).not.toHaveBeenCalled();
  expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
  chat.open();
  await settled();
  expect(run.mock.calls.map(([verb]) => verb)).toEqual([
    ...['on', 'identify', 'setAttributes', 'setTags', 'setDepartment', 'setLocale', 'track', 'track'],
  ]);
  expect(run.mock.calls.at(-1)).toEqual(['track', ['page']]);
});

test('W18 newMessage and sendMessage mean the chat: they fetch the panel', async () => {
  start().boot();
  chat.sendMessage('Hello');
  await settled();
  expect([load.mock.calls.length, run.mock.calls]).toEqual([1, [['sendMessage', ['Hello']]]]);
});

test('W18 said before there was a bell, as by the queue of the tag: boot fetches the panel for it', async () => {
  start();
  chat.sendMessage('Before the bell');
  await settled();
  expect(load).not.toHaveBeenCalled();
  chat.boot();
  await settled();
  expect([load.mock.calls.length, run.mock.calls]).toEqual([1, [['sendMessage', ['Before the bell']]]]);
});

test('W18 a page that tracks and tracks does not grow without end', async () => {
  start().boot();
  chat.identify({ name: 'Mia' });
  for (let n = 0; n < 10_000; n += 1) chat.track(`event ${n}`);
  chat.open();
  await settled();
  expect(run.mock.calls).toHaveLength(10_001);
  expect(run.mock.calls[0]).toEqual(['identify', [{ name: 'Mia' }]]);
  chat.destroy();
  run.mockClear();
  start().boot();
  for (let n = 0; n < 20_001; n += 1) chat.track(`event ${n}`);
  chat.open();
  await settled();
  expect(run.mock.calls).toHaveLength(20_000);
  expect(run.mock.calls.at(-1)).toEqual(['track', ['event 20000']]);
});

test('W18 ready is told at boot, to whoever comes late at once, and an unknown command is said', async () => {
  const ready = vi.fn();
  start();
  chat.on('ready', ready);
  await settled();
  expect(ready).not.toHaveBeenCalled();
  chat.boot();
  chat.once('ready', ready);
  await settled();
  expect(ready).toHaveBeenCalledTimes(2);
  chat('nonsense');
  expect(console.warn).toHaveBeenCalledWith('Deskbell: no_command', 'nonsense', expect.any(TypeError));
});

test('W18 boot later: nothing is drawn before, and its options count', () => {
  start({ site: '' });
  expect(bell()).toBeUndefined();
  chat.boot();
  expect(chat.getUnavailableReason()).toBe('site_missing');
  chat.boot({ site: 'site-key', hidden: true, offsetX: 40 });
  expect([chat.getUnavailableReason(), bell()?.hidden, chat.getState().visible]).toEqual([null, true, false]);
  expect(document.querySelector<HTMLElement>('deskbell-chat')?.style.getPropertyValue('--x')).toBe('40');
});

test('W18 show, hide and getState', async () => {
  start().boot();
  expect(chat.getState()).toEqual({
    ...{ open: false, visible: true, unread: 0, conversation: 'none', available: null, agent: null },
  });
  chat.open();
  await settled();
  expect(chat.getState()).toMatchObject({ open: true, unread: 2, conversation: 'active', agent: { name: 'Ana' } });
  chat.hide();
  expect([chat.getState().visible, isOpen, bell()?.hidden]).toEqual([false, false, true]);
  chat.show();
  expect(chat.getState().visible).toBe(true);
});

test('W18 own buttons by a selector open and close the chat, and get the focus back; destroy lets go of them', async () => {
  document.body.innerHTML = '<nav><a href="#help" class="help"><b>Help</b></a></nav>';
  const link = document.querySelector<HTMLElement>('.help');
  start({ launcher: '.help' }).boot();
  expect(bell()?.hidden).toBe(true);
  link?.querySelector('b')?.click();
  await settled();
  expect(isOpen).toBe(true);
  mount.mock.calls[0]?.[0].focus();
  expect(document.activeElement).toBe(link);
  link?.click();
  expect(isOpen).toBe(false);
  chat.destroy();
  link?.click();
  await settled();
  expect([isOpen, load.mock.calls.length]).toEqual([false, 1]);
});

test('W4 a chat that was closed stays closed when the page writes itself anew, and the next press opens it; an open one is open again', async () => {
  const writeAnew = async () => {
    const page = document.createElement('html');
    page.append(document.createElement('body'));
    document.replaceChild(page, document.documentElement);
    await settled();
    await settled();
  };
  start().boot();
  chat.open();
  await settled();
  await writeAnew();
  expect(isOpen).toBe(true);
  // By its own button or Escape.
  panel.close();
  await writeAnew();
  expect([isOpen, chat.getState().open]).toEqual([false, false]);
  bell()?.click();
  await settled();
  expect(isOpen).toBe(true);
});

test('W18 logout takes away all that this site’s chat had kept, and begins anew; others keep theirs', async () => {
  start().boot();
  chat.on('unread', () => {});
  chat.open();
  await settled();
  localStorage.setItem('deskbell:site-key:token', 'vst_1');
  localStorage.setItem('deskbell:site-key:out:1', '{}');
  sessionStorage.setItem('deskbell:site-key:draft', 'x');
  localStorage.setItem('deskbell:another:token', 'vst_2');
  localStorage.setItem('cart', '1');
  chat.logout();
  expect(panel.destroy).toHaveBeenCalledTimes(1);
  expect([Object.keys(localStorage).sort(), sessionStorage.length]).toEqual([['cart', 'deskbell:another:token'], 0]);
  expect([bell()?.isConnected, chat.getState().open]).toEqual([true, false]);
  chat.open();
  await settled();
  // Who listened still does.
  expect(run.mock.calls.filter(([verb]) => verb === 'on')).toHaveLength(2);
});

test('W2 W18 a panel that cannot be loaded is an event too', async () => {
  load.mockRejectedValueOnce(new Error('no network'));
  const hear = vi.fn();
  start().boot();
  chat.on('error', hear);
  chat.open();
  await settled();
  expect(hear).toHaveBeenCalledWith({ code: 'load_failed', message: expect.stringMatching(/could not be loaded/) });
});
