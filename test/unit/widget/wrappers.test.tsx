import { act, cleanup, render } from '@testing-library/preact';
import { createApp, defineComponent, h, nextTick, ref } from '@vue/runtime-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskbellOptions } from '../../../widget/embed/api.ts';
import { mountDeskbell } from '../../../widget/wrappers/mount.ts';
import { useDeskbell } from '../../../widget/wrappers/react.ts';
import { useDeskbell as useInVue } from '../../../widget/wrappers/vue.ts';

/** Y3 The wrappers that projects copy: there while the component is, gone with it, whatever comes first. */

const SRC = 'https://chat.example/deskbell.js';
type Page = { Deskbell?: ((...call: unknown[]) => void) & { q?: unknown[][]; destroy?: () => void } };
const page = window as unknown as Page;
const tags = () => [...document.head.querySelectorAll('script')];
const asked = () => page.Deskbell?.q ?? [];

beforeEach(() => {
  // jsdom would ask for it.
  vi.spyOn(document.head, 'append').mockImplementation(
    (node) => void document.head.appendChild(inert(node as HTMLElement)),
  );
});
afterEach(() => {
  cleanup();
  delete page.Deskbell;
  document.head.replaceChildren();
  vi.restoreAllMocks();
});
function inert(tag: HTMLElement): HTMLElement {
  tag.setAttribute('type', 'text/plain');
  return tag;
}

/** The script has come and taken what was asked. */
function arrive() {
  const said: unknown[][] = [...asked()];
  const destroy = vi.fn(() => delete page.Deskbell);
  page.Deskbell = Object.assign((...call: unknown[]) => void said.push(call), { destroy });
  return { said, destroy };
}

test('Y3 the tag is added once, what is asked waits in order, and all of it goes', () => {
  const hear = vi.fn();
  const leave = mountDeskbell(SRC, { site: 'k' }, { unread: hear });
  expect(tags().map(({ src, async, dataset }) => [src, async, dataset.autoboot])).toEqual([[SRC, true, 'false']]);
  expect(asked()).toEqual([
    ['on', 'unread', expect.any(Function)],
    ['boot', { site: 'k' }],
  ]);
  const { destroy } = arrive();
  leave();
  expect([destroy.mock.calls.length, tags()]).toEqual([1, []]);
});

test('Y3 gone before the script came: nothing of it is left to be done', () => {
  mountDeskbell(SRC, { site: 'k' })();
  expect([page.Deskbell, tags()]).toEqual([undefined, []]);
  // As React's strict mode does: there, gone, there.
  mountDeskbell(SRC, { site: 'k' });
  expect([asked(), tags().length]).toEqual([[['boot', { site: 'k' }]], 1]);
});

test('Y3 React and Preact: options that change are taken over, the latest listener hears, and unmounting takes it away', async () => {
  const first = vi.fn();
  const second = vi.fn();
  function Chat({ options, hear }: { options: DeskbellOptions; hear: (count: number) => void }) {
    useDeskbell(SRC, options, { unread: hear });
    return null;
  }
  const { rerender, unmount } = render(<Chat options={{ site: 'k', theme: 'light' }} hear={first} />);
  const { said, destroy } = arrive();
  expect(said.at(-1)).toEqual(['boot', { site: 'k', theme: 'light' }]);
  await act(() => rerender(<Chat options={{ site: 'k', theme: 'light' }} hear={second} />));
  const count = said.length;
  await act(() => rerender(<Chat options={{ site: 'k', theme: 'dark' }} hear={second} />));
  expect(said.slice(count)).toEqual([['boot', { site: 'k', theme: 'dark' }]]);
  const [, , hear] = said.find(([verb]) => verb === 'on') as [string, string, (count: number) => void];
  hear(3);
  expect([first.mock.calls, second.mock.calls]).toEqual([[], [[3]]]);
  unmount();
  // Effects of what is gone run after the browser has painted.
  await vi.waitFor(() => expect([destroy.mock.calls.length, tags()]).toEqual([1, []]), 60_000);
});

test('Y3 Vue: the same, with options in a ref', async () => {
  const options = ref<DeskbellOptions>({ site: 'k', theme: 'light' });
  const hear = vi.fn();
  const app = createApp(
    defineComponent({
      setup() {
        useInVue(SRC, options, { unread: hear });
        return () => h('p');
      },
    }),
  );
  app.mount(document.createElement('div'));
  const { said, destroy } = arrive();
  options.value.theme = 'dark';
  await nextTick();
  expect(said.at(-1)).toEqual(['boot', { site: 'k', theme: 'dark' }]);
  const [, , listen] = said.find(([verb]) => verb === 'on') as [string, string, (count: number) => void];
  listen(2);
  expect(hear).toHaveBeenCalledWith(2);
  app.unmount();
  expect([destroy.mock.calls.length, tags()]).toEqual([1, []]);
});
