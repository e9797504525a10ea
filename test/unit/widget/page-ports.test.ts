import { afterEach, expect, test, vi } from 'vitest';
import { createPagePorts } from '../../../widget/browser/page-ports.ts';

afterEach(() => vi.restoreAllMocks());

/** A window under its name, as the browser gives it: the same one for as long as it is there. */
function popped(settings = {}) {
  const went: string[] = [];
  const child = { location: { protocol: 'about:', replace: (to: string) => went.push(to) }, focus: vi.fn() };
  vi.spyOn(window, 'open').mockImplementation(() => child as never);
  Object.assign(URL, { createObjectURL: () => `blob:${went.length}`, revokeObjectURL: vi.fn() });
  const { popOut } = createPagePorts(
    { site: 'demo', scriptUrl: 'https://relay.example/deskbell.js', ...settings },
    () => 'Chat',
  );
  return { child, went, popOut };
}

test('W18 the window that popOut opens has no corners but its own, whatever the page’s settings are', () => {
  const { popOut } = popped({ radius: '24', theme: 'dark', inline: '#chat' });
  const made = vi.spyOn(globalThis, 'Blob');
  popOut();
  const text = `${made.mock.calls[0]?.[0]}`;
  const { dataset } = new DOMParser().parseFromString(text, 'text/html').scripts[0] as HTMLScriptElement;
  expect({ ...dataset }).toEqual({ site: 'demo', inline: 'body', radius: '0', theme: 'dark' });
});

test('W18 popOut again and again: a window that is on its way is brought to the front, not sent anew', () => {
  const { child, went, popOut } = popped();
  for (let time = 0; time < 6; time += 1) expect(popOut()).toBe(true);
  expect([went, child.focus.mock.calls.length]).toEqual([['blob:0'], 5]);
  child.location.protocol = 'blob:';
  popOut();
  expect(went).toEqual(['blob:0']);
  expect(URL.revokeObjectURL).not.toHaveBeenCalledWith('blob:0');
});

test('W18 popOut of a window in which somebody went elsewhere: the chat stands in it again', () => {
  const { child, went, popOut } = popped();
  popOut();
  child.location.protocol = 'https:';
  popOut();
  expect(went).toEqual(['blob:0', 'blob:1']);
});
