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

function openFrame() {
  const host = document.createElement('div');
  document.body.append(host);
  const root = Object.assign(host.attachShadow({ mode: 'open' }), { adoptedStyleSheets: [] });
  const launcher = document.createElement('button');
  root.append(launcher);
  const focus = vi.fn();
  const options = { site: 'demo', scriptUrl: `${ORIGIN}/deskbell.js` };
  const panel = mount({ root, launcher, options, focus, say: () => {}, tell: () => {} } as never);
  const frame = root.querySelector('iframe') as HTMLIFrameElement;
  let port: MessagePort | undefined;
  const contentWindow = { postMessage: (_: unknown, __: string, [given]: MessagePort[]) => (port = given) };
  Object.defineProperty(frame, 'contentWindow', { value: contentWindow });
  const ready = new MessageEvent('message', { data: 'deskbell:frame', origin: ORIGIN });
  Object.defineProperty(ready, 'source', { value: contentWindow });
  dispatchEvent(ready);
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
  return { panel, frame, launcher, say, settle };
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
