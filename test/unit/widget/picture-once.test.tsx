import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { choicesIn } from '../../../protocol/wire/choices.ts';
import { createPart } from '../../../widget/later-files.tsx';
import type { Chat } from '../../../widget/model/chat-view.ts';
import { createRevising } from '../../../widget/model/revising.ts';
import { charsLeft, isSendable } from '../../../widget/model/text.ts';
import { createView } from '../../../widget/ui/amended.tsx';
import { createFormats } from '../../../widget/ui/formats.ts';
import { Panel } from '../../../widget/ui/panel.tsx';
import { createViews, type Part } from '../../../widget/ui/views.ts';
import { fromAna, served, told } from './visit.ts';

/** W30 A picture that stands in the thread, over the part's own composition root; only the browser is played. */

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

class SeenAtOnce {
  readonly #seen: (entries: object[]) => void;
  constructor(seen: (entries: object[]) => void) {
    this.#seen = seen;
  }
  observe() {
    this.#seen([{ isIntersecting: true }]);
  }
  disconnect() {}
}

async function showPicture(draw: () => Promise<object> = async () => ({ width: 4, height: 3, close: () => {} })) {
  const asked = vi.fn(async (_url: string, _request: RequestInit) => new Response('picture'));
  const drawn = vi.fn(draw);
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('createImageBitmap', drawn);
  vi.stubGlobal('IntersectionObserver', SeenAtOnce);
  const here = await served();
  const { chat } = here;
  let come: (part: Part<object>) => void = () => {};
  const options = new Promise<Part<object>>((resolve) => {
    come = resolve;
  });
  const views = createViews(
    () => {},
    async () => createPart(chat, 'https://relay.example', 'site-key', async () => 0),
    async () => ({ View: () => null, words: {} }),
    () => options,
    async () => ({ View: () => null, words: {} }),
    async () => ({ View: () => null, words: {} }),
  );
  const formats = createFormats('en-GB', () => 10_000);
  const rules = { charsLeft, isSendable };
  render(<Panel chat={chat} formats={formats} rules={rules} views={views} copy={() => {}} onClose={() => {}} />);
  const file = { id: 'f1', name: 'boots.png', type: 'image/png', bytes: 9, width: 4, height: 3 };
  await act(() => told(here, { ...fromAna(4, 'boots.png'), file } as Parameters<typeof told>[1]));
  await vi.waitUntil(() => drawn.mock.calls.length > 0, 60_000);
  const loads = () => asked.mock.calls.filter(([url]) => url.endsWith('/load')).length;
  return { chat, loads, drawn, come: () => act(async () => come(partOf(chat))) };
}

const partOf = (chat: Chat) =>
  ({
    View: createView(
      createRevising(chat, () => 'id'),
      choicesIn,
    ),
    words: {},
  }) as Part<object>;

test('W30 W34 a picture that is drawn anew, because the part for its options came after it, is not fetched anew', async () => {
  const { loads, drawn, come } = await showPicture();
  expect(loads()).toBe(1);
  await come();
  await screen.findAllByRole('button', { name: 'Message options' });
  await vi.waitUntil(() => drawn.mock.calls.length > 1, 60_000);
  expect(loads()).toBe(1);
});

test('W30 a picture that this browser cannot draw is a file to save, and is not said to be gone', async () => {
  await showPicture(() => Promise.reject(new DOMException('The source image could not be decoded.')));
  const file = await screen.findByRole('button', { name: 'Download boots.png' });
  expect(file.textContent).toMatch(/^boots\.png0\.1/);
  expect(screen.queryByText('This file is not there any more.')).toBeNull();
});
