import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dress } from '../../../widget/ui/dress.ts';

beforeEach(() => {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
});
afterEach(() => {
  document.body.replaceChildren();
  document.querySelector('deskbell-chat')?.remove();
  vi.unstubAllGlobals();
  warn.mockClear();
});

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
const mutated = () => new Promise((resolve) => setTimeout(resolve));

function hostOnPage(): HTMLElement {
  const host = document.createElement('deskbell-chat');
  document.documentElement.append(host);
  return host;
}

test.each(['###', '#later', 7])(
  'W18 no place %s on the page: it is said once, and nothing of the chat is seen',
  (inline) => {
    const host = hostOnPage();
    const stop = dress(host, { inline });
    expect(host.parentElement).toBe(document.documentElement);
    expect(host.hasAttribute('data-waits')).toBe(true);
    expect(warn.mock.calls).toEqual([['Deskbell: inline_missing', `${inline}`]]);
    stop();
    expect(host.hasAttribute('data-waits')).toBe(false);
  },
);

test('W18 a place that comes later, goes and comes again: the chat stands in it', async () => {
  const host = hostOnPage();
  const stop = dress(host, { inline: '#later' });
  for (let times = 0; times < 2; times += 1) {
    const place = document.createElement('main');
    place.id = 'later';
    document.body.append(place);
    await mutated();
    expect([host.parentElement, host.hasAttribute('data-waits')]).toEqual([place, false]);
    place.remove();
    await mutated();
    expect(host.isConnected).toBe(false);
  }
  expect(warn).toHaveBeenCalledTimes(1);
  stop();
});
