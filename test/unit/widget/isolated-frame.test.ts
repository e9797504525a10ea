import { expect, test, vi } from 'vitest';
import { mount } from '../../../widget/frame/outside.ts';
import type { BellTold, ToPage } from '../../../widget/frame/told.ts';

/** The page's side of the isolated chat (W32): what the frame says, and when it is too old to be followed. */

vi.stubGlobal(
  'CSSStyleSheet',
  class {
    replaceSync() {}
  },
);
vi.stubGlobal('matchMedia', () => ({ matches: false }));

const ORIGIN = 'https://relay.example';

function openFrame({ answers = true } = {}) {
  const host = document.createElement('div');
  document.body.append(host);
  const root = Object.assign(host.attachShadow({ mode: 'open' }), { adoptedStyleSheets: [] });
  const launcher = document.createElement('button');
  root.append(launcher);
  const focus = vi.fn();
  const options = { site: 'demo', scriptUrl: `${ORIGIN}/deskbell.js` };
  const said = vi.fn();
  const told = vi.fn();
  const panel = mount({ root, launcher, options, focus, say: said, tell: told } as never);
  const frame = root.querySelector('iframe') as HTMLIFrameElement;
  let port: MessagePort | undefined;
  const orders: string[] = [];
  const values: unknown[] = [];
  const take = (given?: MessagePort) => {
    port = given;
    port?.start();
    port?.addEventListener('message', ({ data: { do: order, verb = '', name = '', values: given } }) => {
      orders.push(order + verb + name);
      if (verb === 'newMessage') values.push(given);
    });
  };
  const contentWindow = { postMessage: (_: unknown, __: string, [given]: MessagePort[]) => take(given) };
  Object.defineProperty(frame, 'contentWindow', { value: contentWindow });
  const answer = () => {
    const ready = new MessageEvent('message', { data: 'deskbell:frame', origin: ORIGIN });
    Object.defineProperty(ready, 'source', { value: contentWindow });
    dispatchEvent(ready);
  };
  if (answers) answer();
  const say = (told: Partial<BellTold>) =>
    port?.postMessage({
      ...{ told: 'bell', name: '', lang: '', shape: '', pill: '', words: '', panel: 'Chat' },
      ...told,
    });
  let settled = () => {};
  // The first order.
  panel.run('on', ['settled', () => settled()]);
  /** When all that was said before has come. */
  const settle = () =>
    new Promise<void>((resolve) => {
      settled = resolve;
      port?.postMessage({ told: 'event', name: 'settled', detail: null } satisfies ToPage);
    });
  const post = (message: ToPage) => port?.postMessage(message);
  return { panel, frame, launcher, say, settle, answer, said, told, post, orders, values };
}

test('W32 the frame closes by itself, and what it said before it heard of the next press does not take that back', async () => {
  const { panel, frame, launcher, say, settle } = openFrame();
  panel.open();
  say({ open: true, heard: 2 });
  await settle();
  expect(launcher.getAttribute('aria-expanded')).toBe('true');
  // "Back", within.
  say({ open: false, heard: 2 });
  await settle();
  expect([panel.isOpen(), frame.className]).toEqual([false, '']);

  panel.open();
  say({ open: false, heard: 2 });
  await settle();
  expect([panel.isOpen(), frame.className]).toEqual([true, 'open']);
  say({ open: true, heard: 3 });
  await settle();
  expect([panel.isOpen(), launcher.getAttribute('aria-expanded')]).toEqual([true, 'true']);
});

test('W2 W32 a frame that does not come is said, in the bell’s words and to the page, and the next press asks for it again', () => {
  vi.useFakeTimers();
  const { panel, frame, answer, said, told } = openFrame({ answers: false });
  const asked: string[] = [];
  Object.defineProperty(frame, 'src', { set: (address: string) => asked.push(address) });
  panel.open();
  vi.advanceTimersByTime(14_999);
  expect([panel.reason(), panel.isOpen(), said.mock.calls]).toEqual([null, true, []]);
  vi.advanceTimersByTime(1);
  // Without a text: the loader has the sentence in the bell's language (W33).
  expect([panel.reason(), panel.isOpen(), said.mock.calls]).toEqual(['load_failed', false, [[]]]);
  expect(told.mock.calls).toEqual([['error', expect.objectContaining({ code: 'load_failed' })]]);

  panel.open();
  expect([panel.reason(), panel.isOpen(), said.mock.lastCall]).toEqual([null, true, ['']]);
  expect(asked).toEqual([`${ORIGIN}/frame/demo`]);
  answer();
  vi.advanceTimersByTime(60_000);
  expect([panel.reason(), panel.isOpen(), told.mock.calls.length]).toEqual([null, true, 1]);
  vi.useRealTimers();
});

test('I6 W32 what a frame said before it heard that she leaves is not told, and not written down, after she left', async () => {
  localStorage.clear();
  const { panel, frame, say, post } = openFrame();
  const heard = vi.fn();
  panel.run('on', ['message:received', heard]);
  panel.open();
  panel.destroy(true);
  const state = { open: true, unread: 3, conversation: 'active', available: true, agent: { name: 'Ana' } } as const;
  say({ open: true, heard: 3 });
  post({ told: 'state', state, reason: null, kept: true });
  post({ told: 'event', name: 'message:received', detail: { text: '', agent: 'Ana' } });
  post({ told: 'gone' });
  await expect.poll(() => frame.isConnected).toBe(false);
  expect([heard.mock.calls, localStorage.length, panel.state().unread]).toEqual([[], 0, 0]);
});

test.each([true, false])(
  'W32 W18 what cannot be told to a frame, which answered: %s, is an error and a warning, and what comes after it holds',
  async (answers) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { panel, say, settle, answer, launcher, orders } = openFrame({ answers });
    const wrong = vi.fn();
    panel.run('on', ['error', wrong]);
    const wild = {
      get plan() {
        throw new Error('not yours');
      },
      toString() {
        throw new Error('not yours');
      },
    };
    const odd: [string, unknown[]][] = [
      ['setAttributes', [{ plan: () => {} }]],
      ['track', ['look', Symbol('odd')]],
      ['identify', [wild]],
      ['sendMessage', [wild]],
      ['on', [Symbol('odd'), () => {}]],
    ];
    for (const [verb, values] of odd) expect(() => panel.run(verb, values), verb).not.toThrow();
    expect(wrong.mock.calls).toEqual(odd.map(([verb]) => [{ code: 'invalid_argument', message: verb }]));
    expect(warn).toHaveBeenCalledTimes(odd.length);
    warn.mockRestore();
    panel.run('setTags', [['vip']]);
    panel.open();
    if (!answers) answer();
    say({ open: true, name: 'Chat schließen', heard: 4 });
    await settle();
    await expect.poll(() => orders).toEqual(['hearsettled', 'hearerror', 'runsetTags', 'open']);
    expect(launcher.getAttribute('aria-label')).toBe('Chat schließen');
  },
);

test('X9 W32 the message that she pressed goes into the frame with its greeting and rule; a text is put into the box', async () => {
  const { panel, values } = openFrame();
  const before = { greeting: 'Can we help?', rule: 'help' };
  panel.run('newMessage', [undefined, before]);
  panel.run('sendMessage', ['Seven']);
  await expect.poll(() => values).toEqual([[undefined, before], ['Seven']]);
});
