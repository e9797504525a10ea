import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskbellApi } from '../../../widget/embed/api.ts';
import { createDeskbell } from '../../../widget/embed/deskbell.ts';

/** W18 What pages pass by mistake is said in the browser's console, and nothing of it is thrown at them. */

const ODD = [
  undefined,
  null,
  0,
  Number.NaN,
  -1n,
  true,
  '',
  'nonsense',
  Symbol('odd'),
  Object.create(null),
  [],
  [[]],
  {},
];
const NAMES = ['apply', 'call', 'bind', 'constructor', 'toString', '__proto__', 'length', 'name', 'q'];
const settled = () => new Promise((resolve) => setTimeout(resolve));
const load = vi.fn(() => Promise.reject(new Error('no network')));
let chat: DeskbellApi;
const call = (...values: unknown[]) => (chat as unknown as (...values: unknown[]) => unknown)(...values);
const verbs = () => Object.keys(chat).filter((name) => name !== 'q');

beforeEach(() => {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  );
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  chat = createDeskbell({ site: 'site-key', scriptUrl: 'https://relay.example/deskbell.js' }, load, () => {});
});
afterEach(() => {
  chat.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(ODD.map((verb) => ({ verb })))('W18 no command $verb: said, not thrown', ({ verb }) => {
  chat.boot();
  expect(() => call(verb, 'x')).not.toThrow();
  expect(console.warn).toHaveBeenCalledWith('Deskbell: no_command', verb, expect.any(TypeError));
});

test.each(NAMES)('W18 %s, which every function has, is thrown at nobody', (name) => {
  chat.boot();
  expect(() => call(name, 'x')).not.toThrow();
});

test('W18 every command with every odd value, before boot, after it, and after destroy: nothing is thrown, now or later', async () => {
  expect(verbs().length).toBeGreaterThan(20);
  const sayAll = () => {
    for (const verb of verbs())
      for (const first of [...ODD, 'ready'])
        if (verb !== 'boot' && verb !== 'destroy')
          for (const second of ODD)
            expect(() => call(verb, first, second), `${verb} ${String(typeof first)}`).not.toThrow();
  };
  sayAll();
  chat.boot();
  sayAll();
  await settled();
  chat.destroy();
  sayAll();
  chat.destroy();
  await settled();
  expect([document.querySelector('deskbell-chat'), chat.getUnavailableReason()]).toEqual([null, 'destroyed']);
});

test('W18 boot with what is no settings: as without', () => {
  for (const odd of ODD) expect(() => call('boot', odd)).not.toThrow();
  expect(chat.getUnavailableReason()).toBeNull();
});

test('W18 as a method nothing is thrown either, and the chat is there', () => {
  const angry = {
    toString(): string {
      throw new Error('no text');
    },
  };
  const odd = { color: Symbol('red'), radius: Object.create(null), theme: angry, position: () => 'start' };
  for (const name of Object.keys(odd) as (keyof typeof odd)[])
    expect(() => chat.boot({ [name]: odd[name] } as never), name).not.toThrow();
  expect(console.warn).toHaveBeenCalledWith('Deskbell: no_command', 'radius', expect.any(TypeError));
  expect(() => chat.boot({ color: '', radius: '', theme: '', position: '' } as never)).not.toThrow();
  expect([chat.getState().visible, chat.getUnavailableReason()]).toEqual([true, null]);
  for (const verb of verbs().filter((name) => name !== 'destroy'))
    for (const first of ODD)
      expect(() => (chat[verb as 'track'] as (...values: unknown[]) => void)(first, angry), verb).not.toThrow();
});

test('W18 a setting that throws when it is read is one warning by its name; the bell is there, with the others', () => {
  const wild = new Proxy(
    {},
    {
      get() {
        throw new Error('not yours');
      },
    },
  );
  const given = {
    get color(): string {
      throw new Error('not yours');
    },
    logo: wild,
    identity: Symbol('me'),
    textOpenChat: 'Fragen?',
  };
  expect(() => chat.boot(given as never)).not.toThrow();
  const { calls } = vi.mocked(console.warn).mock;
  expect(calls.map(([what, name]) => `${what} ${name}`)).toEqual(
    ['color', 'logo', 'identity'].map((name) => `Deskbell: no_command ${name}`),
  );
  const bell = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('button');
  expect([bell?.ariaLabel ?? bell?.getAttribute('aria-label'), chat.getUnavailableReason()]).toEqual(['Fragen?', null]);
});
