import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskbellApi, PanelModule } from '../../../widget/embed/api.ts';
import { keepAttached } from '../../../widget/embed/attach.ts';
import { type Config, hasConversation, readConfig } from '../../../widget/embed/config.ts';
import { createDeskbell } from '../../../widget/embed/deskbell.ts';
import type { MountedPanel, MountParts } from '../../../widget/main.tsx';

/** jsdom has no constructable style sheets. */
class SheetStub {
  replaceSync(): void {}
}

let chat: DeskbellApi | undefined;
beforeEach(() => {
  vi.stubGlobal('CSSStyleSheet', SheetStub);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  chat?.destroy();
  chat = undefined;
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const config = { site: 'site-key', scriptUrl: 'https://relay.example/deskbell.js' };

function panelStub() {
  let isOpen = false;
  const panel = {
    open: vi.fn(() => {
      isOpen = true;
    }),
    close: vi.fn(() => {
      isOpen = false;
    }),
    isOpen: () => isOpen,
    run: vi.fn(),
    state: () => ({ open: isOpen, unread: 2, conversation: 'active', available: true, agent: { name: 'Ana' } }),
    reason: () => null,
    destroy: vi.fn(),
  } satisfies MountedPanel;
  const mount = vi.fn((_parts: MountParts) => panel);
  return { panel, mount, module: { mount } satisfies PanelModule };
}

type Load = (again: string) => Promise<PanelModule>;
function start(load: Load, options: Partial<Config> = {}): DeskbellApi {
  const api = createDeskbell({ ...config, ...options }, load, () => {});
  api.boot();
  return api;
}

function bell(): HTMLButtonElement {
  const button = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button');
  if (!button) throw new Error('There is no bell.');
  return button;
}

const note = () => document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('.note')?.textContent;
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('W1, W3: the bell alone is there; nothing is fetched or stored before intent', async () => {
  const load = vi.fn();
  chat = start(load);
  expect(bell().getAttribute('aria-label')).toBe('Open chat');
  expect(bell().getAttribute('aria-expanded')).toBe('false');
  await settled();
  expect(load).not.toHaveBeenCalled();
  expect(localStorage.length).toBe(0);
  expect(document.cookie).toBe('');
});

test('W3: hover and focus fetch without opening, once; the press opens', async () => {
  const { module, mount, panel } = panelStub();
  const load = vi.fn(async () => module);
  chat = start(load);
  bell().dispatchEvent(new Event('pointerenter'));
  bell().dispatchEvent(new Event('focus'));
  await settled();
  expect(load).toHaveBeenCalledTimes(1);
  expect(mount).not.toHaveBeenCalled();
  bell().click();
  await settled();
  expect(load).toHaveBeenCalledTimes(1);
  expect(mount).toHaveBeenCalledTimes(1);
  expect(panel.open).toHaveBeenCalledTimes(1);
  bell().click();
  expect(panel.close).toHaveBeenCalledTimes(1);
});

test('W3: a visitor with a conversation gets the panel at once, closed', async () => {
  localStorage.setItem('deskbell:site-key:chat', '1');
  const { module, mount, panel } = panelStub();
  chat = start(async () => module);
  await settled();
  expect(mount).toHaveBeenCalledTimes(1);
  expect(panel.open).not.toHaveBeenCalled();
  expect(hasConversation('another-site')).toBe(false);
});

test('W2: a panel that cannot be loaded says so in its place, and can be tried again', async () => {
  const { module, panel } = panelStub();
  const load = vi
    .fn<(again: string) => Promise<PanelModule>>()
    .mockRejectedValueOnce(new Error('no network'))
    .mockResolvedValueOnce(module);
  chat = start(load);
  bell().click();
  await settled();
  expect(note()).toMatch(/could not be loaded/);
  expect(chat.getUnavailableReason()).toBe('load_failed');
  bell().click();
  await settled();
  expect(load.mock.calls).toEqual([[''], ['?1']]);
  expect(panel.open).toHaveBeenCalledTimes(1);
  expect(note()).toBe('');
  expect(chat.getUnavailableReason()).toBeNull();
});

test('W2: a failed prefetch says nothing', async () => {
  chat = start(async () => {
    throw new Error('no network');
  });
  bell().dispatchEvent(new Event('pointerenter'));
  await settled();
  expect(note()).toBe('');
});

test('a panel closed while it loads stays closed', async () => {
  const { module, panel } = panelStub();
  chat = start(async () => module);
  chat.open();
  chat.close();
  await settled();
  expect(panel.open).not.toHaveBeenCalled();
});

test('W4: it comes back after the page swapped its body, or threw it out', async () => {
  chat = start(vi.fn());
  const before = bell();
  document.documentElement.replaceChild(document.createElement('body'), document.body);
  await settled();
  await settled();
  expect(bell()).toBe(before);
  document.documentElement.lastChild?.remove();
  await settled();
  await settled();
  expect(bell()).toBe(before);
});

test('W4: destroy leaves the page as it was, also while the panel loads', async () => {
  const html = document.documentElement.outerHTML;
  const { module, mount } = panelStub();
  chat = start(async () => module);
  chat.open();
  chat.destroy();
  await settled();
  expect(mount).not.toHaveBeenCalled();
  document.body.append('x');
  await settled();
  document.body.lastChild?.remove();
  expect(document.documentElement.outerHTML).toBe(html);
  expect(chat.getUnavailableReason()).toBe('destroyed');
});

test('W4: in the head it waits for the body', async () => {
  const { body } = document;
  body.remove();
  const host = document.createElement('deskbell-chat');
  const stop = keepAttached(host, () => {});
  expect(host.isConnected).toBe(false);
  document.documentElement.append(body);
  await settled();
  await settled();
  expect(host.previousSibling).toBe(body);
  stop();
});

test.each([
  ['12px', '12'],
  ['0', '0'],
  [0, '0'],
  [1e9, '1000000000'],
  ['far', ''],
  ['-40', ''],
  [null, ''],
  [undefined, ''],
])('W19: an offset of %j is read as "%s", and the style sheet keeps the bell in sight', (said, read) => {
  chat = start(vi.fn(), { offsetX: said, offsetY: said, zIndex: said } as never);
  const { style } = document.querySelector('deskbell-chat') as HTMLElement;
  expect(['--x', '--y', '--z'].map((name) => style.getPropertyValue(name))).toEqual([read, read, read]);
});

test('W18: a launcher that no selector could name is said once; no press throws, and the bell is there instead', async () => {
  const { module, panel } = panelStub();
  const thrown = vi.fn();
  window.addEventListener('error', thrown);
  chat = start(async () => module, { launcher: 'a[[' });
  expect(vi.mocked(console.warn).mock.calls).toEqual([[expect.stringMatching(/^Deskbell: SyntaxError/)]]);
  expect(chat.getState().visible).toBe(true);
  document.body.click();
  bell().click();
  await settled();
  expect(panel.open).toHaveBeenCalledTimes(1);
  expect(thrown).not.toHaveBeenCalled();
  expect(console.warn).toHaveBeenCalledTimes(1);
  window.removeEventListener('error', thrown);
});

test('W1: a double click opens, and does not close at once; nor does one on an own button', async () => {
  document.body.innerHTML = '<button class="help">Help</button>';
  const { module } = panelStub();
  chat = start(async () => module, { launcher: '.help' });
  const press = (on: Element) => {
    for (const detail of [1, 2]) on.dispatchEvent(new MouseEvent('click', { detail, bubbles: true }));
  };
  for (const on of [bell(), document.querySelector('.help') as Element]) {
    press(on);
    await settled();
    expect(chat.getState().open).toBe(true);
    press(on);
    expect(chat.getState().open).toBe(false);
  }
});

test('W2: the tag’s mistakes have names', () => {
  const script = document.createElement('script');
  script.src = 'https://relay.example/deskbell.js';
  expect(readConfig(null)).toBe('tag_missing');
  const clobbered = document.createElement('img');
  expect(readConfig(clobbered)).toBe('tag_missing');
  script.dataset.site = 'site-key';
  script.dataset.offsetX = '12';
  expect(readConfig(script)).toBe('browser_too_old');
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], configurable: true });
  expect(readConfig(script)).toEqual({ ...config, offsetX: '12' });
  Object.defineProperty(script, 'attachShadow', { value: undefined });
  expect(readConfig(script)).toBe('browser_too_old');
  Reflect.deleteProperty(document, 'adoptedStyleSheets');
});
