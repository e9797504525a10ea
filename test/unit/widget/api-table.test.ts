import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskbellApi, DeskbellOptions, PanelModule } from '../../../widget/embed/api.ts';
import { type Config, readConfig } from '../../../widget/embed/config.ts';
import { createDeskbell } from '../../../widget/embed/deskbell.ts';
import type { MountedPanel, MountParts } from '../../../widget/main.tsx';
import { createHostLink } from '../../../widget/model/host-link.ts';
import type { Who } from '../../../widget/model/ports.ts';
import { dress } from '../../../widget/ui/dress.ts';
import { chooseLanguage } from '../../../widget/ui/speak.ts';
import { settle } from '../../support/manual-clock.ts';
import { subjectOf, type Visit, visit } from './visit.ts';

/** Y5 Each row of the document's tables of settings and commands is done once, over the real loader and the real model. A row without a test here fails. */

const page = readFileSync(join(import.meta.dirname, '../../../docs/widget.md'), 'utf8');
/** The first cells of the table that begins so. */
function rowsOf(head: string): string[] {
  const [, table = ''] = page.split(`${head}\n`);
  return (table.split('\n\n')[0] ?? '').split('\n').slice(1);
}

let here: Visit;
let chat: DeskbellApi;
let mounted: MountParts['options'];
const ports = { popOut: vi.fn(() => true), setLocale: vi.fn(), restart: vi.fn(), warn: vi.fn() };
const left = vi.fn();

/** As main.tsx joins them, but for what is drawn and the network. */
function mount({ options }: MountParts): MountedPanel {
  mounted = options;
  const who = options as Who;
  here = visit({ who });
  const { chat: inside, relay } = here;
  const host = createHostLink({
    ...{ chat: inside, who, options, watch: effect },
    ports: { ...ports, subjectOf, after: () => () => {}, soon: (run) => run() },
  });
  relay.script('visitor:describe', () => ({ ok: true, value: {} }) as never);
  effect(() => {
    if (inside.open.value) queueMicrotask(() => relay.storing().greet());
  });
  host.run('boot', []);
  return {
    open: () => inside.setOpen(true),
    close: () => inside.setOpen(false),
    isOpen: () => inside.open.peek(),
    run: host.run,
    state: () => ({ open: inside.open.peek(), unread: 2, conversation: 'active', available: true, agent: null }),
    reason: () => null,
    destroy: left,
  };
}

/** The tag with these attributes, as a browser would run it. */
function tagged(attributes: Record<string, string>): Config {
  const tag = document.createElement('script');
  tag.src = 'https://relay.example/deskbell.js';
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  return readConfig(tag) as Config;
}
function start(config: Config, boot: DeskbellOptions = {}): void {
  chat = createDeskbell(
    config,
    async (): Promise<PanelModule> => ({ mount }),
    () => {},
  );
  chat.boot(boot);
}

beforeEach(() => {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  Object.assign(document, { adoptedStyleSheets: [] });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  document.body.innerHTML = '<a class="help">Help</a><div id="chat"></div>';
  start(tagged({ 'data-site': 'demo' }));
});
afterEach(() => {
  chat.destroy();
  Reflect.deleteProperty(document, 'adoptedStyleSheets');
  localStorage.clear();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

const bell = () => document.querySelector<HTMLElement>('deskbell-chat');
const launcher = () => bell()?.shadowRoot?.querySelector('button');
const described = () => Object.assign({}, ...here.relay.payloads('visitor:describe'));
const opened = async () => {
  chat.open();
  await settle();
};
const heardOnce = async (listen: (hear: () => void) => void) => {
  const hear = vi.fn();
  listen(hear);
  for (let times = 0; times < 2; times += 1) {
    chat.open();
    await settle();
    chat.close();
  }
  return hear.mock.calls.length;
};

/** By the name of the command: what is done, and what comes of it. */
const COMMANDS: Record<string, () => unknown> = {
  boot() {
    chat.boot({ offsetX: 40 });
    expect(bell()?.style.getPropertyValue('--x')).toBe('40');
  },
  async open() {
    await opened();
    expect([chat.getState().open, here.chat.open.value]).toEqual([true, true]);
  },
  async close() {
    await opened();
    chat.close();
    expect([chat.getState().open, here.chat.open.value]).toEqual([false, false]);
  },
  async toggle() {
    chat.toggle();
    await settle();
    expect(chat.getState().open).toBe(true);
    chat.toggle();
    expect(chat.getState().open).toBe(false);
  },
  show() {
    chat.hide();
    chat.show();
    expect([launcher()?.hidden, chat.getState().visible]).toEqual([false, true]);
  },
  async hide() {
    await opened();
    chat.hide();
    expect([launcher()?.hidden, chat.getState()]).toEqual([
      true,
      expect.objectContaining({ open: false, visible: false }),
    ]);
  },
  async newMessage() {
    chat.newMessage('About boots', { greeting: 'May we help?' });
    await settle();
    await settle();
    expect([here.chat.draft.value, here.chat.open.value]).toEqual(['About boots', true]);
  },
  async sendMessage() {
    chat.sendMessage('Hello');
    await opened();
    await settle();
    expect(here.relay.payloads('conversation:open')).toEqual([expect.objectContaining({ body: 'Hello' })]);
  },
  async identify() {
    chat.identify({ name: 'Mia', email: 'mia@example.org' });
    chat.identify('for.mia.x');
    await opened();
    expect([described(), here.relay.hello().identity]).toEqual([
      { name: 'Mia', email: 'mia@example.org' },
      'for.mia.x',
    ]);
  },
  async setAttributes() {
    chat.setAttributes({ plan: 'pro', seats: 3 });
    await opened();
    expect(described()).toEqual({ attributes: { plan: 'pro', seats: 3 } });
  },
  async setTags() {
    chat.setTags(['vip']);
    await opened();
    expect(described()).toEqual({ tags: ['vip'] });
  },
  async setDepartment() {
    chat.setDepartment('sales');
    await opened();
    expect(described()).toEqual({ department: 'sales' });
    chat.setDepartment(null);
    expect(described()).toEqual({ department: null });
  },
  async setLocale() {
    chat.setLocale('de');
    await opened();
    expect([described(), ports.setLocale.mock.calls]).toEqual([{ locale: 'de' }, [['de']]]);
  },
  async track() {
    chat.track('cart', { value: 12.5 });
    await opened();
    expect(here.relay.payloads('visitor:track')).toEqual([{ event: 'cart', properties: { value: 12.5 } }]);
  },
  async popOut() {
    chat.popOut();
    await settle();
    expect(ports.popOut).toHaveBeenCalledOnce();
  },
  async logout() {
    localStorage.setItem('deskbell:demo:token', 'vst_1');
    await opened();
    chat.logout();
    expect([left.mock.calls, localStorage.length, chat.getState().open]).toEqual([[[true]], 0, false]);
  },
  async destroy() {
    await opened();
    chat.destroy();
    expect([left.mock.calls, bell(), chat.getUnavailableReason()]).toEqual([[[false]], null, 'destroyed']);
  },
  async getState() {
    const before = { open: false, visible: true, unread: 0, conversation: 'none', available: null, agent: null };
    expect(chat.getState()).toEqual(before);
    await opened();
    expect(chat.getState()).toEqual({ ...before, open: true, unread: 2, conversation: 'active', available: true });
  },
  getUnavailableReason() {
    expect(chat.getUnavailableReason()).toBeNull();
    chat.boot({ site: '' });
    expect(chat.getUnavailableReason()).toBe('site_missing');
  },
  async on() {
    expect(await heardOnce((hear) => chat.on('open', hear))).toBe(2);
  },
  async once() {
    expect(await heardOnce((hear) => chat.once('open', hear))).toBe(1);
  },
  async off() {
    const other = vi.fn();
    chat.on('open', other);
    const onAndOff = (hear: () => void) => {
      chat.on('open', hear);
      chat.off('open', hear);
    };
    expect(await heardOnce(onAndOff)).toBe(0);
    expect(other).toHaveBeenCalledTimes(2);
    chat.off('open');
    await opened();
    expect(other).toHaveBeenCalledTimes(2);
  },
};

const styled = (name: string) => () => bell()?.style.getPropertyValue(`--${name}`);
const dressed = (name: string) => () => {
  const host = document.body.appendChild(document.createElement('div'));
  const stop = dress(host, mounted);
  const found = host.style.getPropertyValue(`--${name}`) || host.parentElement?.id;
  stop();
  return found;
};
const said = (name: string) => () => Reflect.get(described(), name);
/** By the name of the attribute: its value, what is seen of it, and what is seen where it is not. */
const ATTRIBUTES: Record<string, [value: string, seen: () => unknown, there: unknown, elsewhere?: unknown]> = {
  'data-site': ['demo', () => chat.getUnavailableReason(), null, 'site_missing'],
  'data-autoboot': ['false', () => mounted.autoboot, 'false'],
  'data-color': ['#ffe600', styled('fill'), '#ffe600', ''],
  'data-theme': ['dark', styled('scheme'), 'dark', ''],
  'data-position': ['start', () => bell()?.className, 'start', ''],
  'data-offset-x': ['12px', styled('x'), '12', ''],
  'data-offset-y': ['90', styled('y'), '90', ''],
  'data-radius': ['4', dressed('radius'), '4px', ''],
  'data-font': ['page', dressed('font'), 'var(--page-font)', ''],
  'data-logo': ['/logo.png', () => mounted.logo, '/logo.png'],
  'data-z-index': ['7', styled('z'), '7', ''],
  'data-launcher': ['.help', () => launcher()?.hidden, true, false],
  'data-inline': ['#chat', dressed('inline'), 'chat', ''],
  'data-isolate': ['true', () => mounted.isolate, 'true'],
  'data-hidden': ['true', () => launcher()?.hidden, true, false],
  'data-locale': ['de', () => chooseLanguage([mounted.locale, 'en']).code, 'de', 'en'],
  'data-department': ['sales', said('department'), 'sales'],
  'data-tags': ['a, b', said('tags'), ['a', 'b']],
  'data-name': ['Mia', said('name'), 'Mia'],
  'data-email': ['mia@example.org', said('email'), 'mia@example.org'],
  'data-identity': ['for.mia.x', () => here.relay.hello().identity, 'for.mia.x'],
  'data-text-greeting': ['Good day', () => mounted.textGreeting, 'Good day'],
};

test('Y5 each command of the document has its test here, and each attribute', () => {
  const commands = rowsOf('| command | |').map((row) => /^\| `(\w+)/.exec(row)?.[1]);
  const attributes = rowsOf('| tag | `boot` | |').map((row) => /^\| `(data-[a-z-]+)/.exec(row)?.[1]);
  expect(commands).toEqual(Object.keys(COMMANDS));
  expect(attributes).toEqual(Object.keys(ATTRIBUTES));
});

test.each(Object.entries(COMMANDS))('Y5 %s', async (_name, run) => {
  await run();
});

const twinOf = (name: string) =>
  name.slice('data-'.length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
test.each(Object.entries(ATTRIBUTES))(
  'Y5 %s and its twin in boot do the same',
  async (name, [value, seen, there, elsewhere]) => {
    const site: Record<string, string> = name === 'data-site' ? {} : { 'data-site': 'demo' };
    chat.destroy();
    const look = async (attributes: Record<string, string>, boot: DeskbellOptions) => {
      start(tagged({ ...site, ...attributes }), boot);
      await opened();
      await settle();
      const found = seen();
      chat.destroy();
      return found;
    };
    const [plain, byTag, byBoot] = [
      await look({}, {}),
      await look({ [name]: value }, {}),
      await look({}, { [twinOf(name)]: value }),
    ];
    expect([plain, byTag, byBoot]).toEqual([elsewhere, there, there]);
  },
);
