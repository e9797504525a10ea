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
  chat = createDeskbell({ site: 'site-key', scriptUrl: 'https://relay.example/deskbell.js' }, load);
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

test('W18 as a method nothing is thrown either; with the next settings the chat is there', () => {
  const angry = {
    toString(): string {
      throw new Error('no text');
    },
  };
  const odd = { color: Symbol('red'), radius: Object.create(null), theme: angry, position: () => 'start' };
  for (const name of Object.keys(odd) as (keyof typeof odd)[])
    expect(() => chat.boot({ [name]: odd[name] } as never), name).not.toThrow();
  expect(console.warn).toHaveBeenCalledWith('Deskbell: no_command', 'boot', expect.any(TypeError));
  expect(() =>
    chat.boot({ color: '', radius: '', theme: '', position: '', textOpenChat: 'Fragen?' } as never),
  ).not.toThrow();
  expect([chat.getState().visible, chat.getUnavailableReason()]).toEqual([true, null]);
  const { shadowRoot } = document.querySelector('deskbell-chat') as HTMLElement;
  expect(shadowRoot?.querySelector('button')?.getAttribute('aria-label')).toBe('Fragen?');
  for (const verb of verbs().filter((name) => name !== 'destroy'))
    for (const first of ODD)
      expect(() => (chat[verb as 'track'] as (...values: unknown[]) => void)(first, angry), verb).not.toThrow();
});
