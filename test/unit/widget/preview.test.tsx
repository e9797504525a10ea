import { act, cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { PREVIEW_CHARS_MAX, PREVIEW_EVERY_MS } from '../../../protocol/wire/limits-of-preview.ts';
import { createPreview } from '../../../widget/model/preview.ts';
import '../../../widget/ui/panel.tsx';
import { createView } from '../../../widget/ui/preview.tsx';
import { served, type Visit } from './visit.ts';

/** W38 J17 What is not sent yet: told to the team only while the sentence about it stands beside the box. */

afterEach(cleanup);

async function show() {
  const here = await served();
  here.relay.payloads('typing:set').length = 0;
  const preview = createPreview(here);
  return { ...here, preview, View: createView(preview), user: userEvent.setup() };
}

const told = ({ relay }: Visit) => relay.payloads('typing:set').flatMap(({ text }) => text ?? []);
const sentence = () => screen.getByRole('status').textContent;

test('W38 what she writes is told, at most once in PREVIEW_EVERY_MS, and the last of it always', async () => {
  const here = await show();
  render(<here.View />);
  expect(sentence()).toBe('We see what you write before you send it.');
  await act(() => here.chat.write('I'));
  await here.clock.advance(0);
  for (const text of ['I p', 'I pa', 'I paid']) await act(() => here.chat.write(text));
  await here.clock.advance(PREVIEW_EVERY_MS - 1);
  expect(told(here)).toEqual(['I']);
  await here.clock.advance(1);
  expect(told(here)).toEqual(['I', 'I paid']);
  await here.clock.advance(10 * PREVIEW_EVERY_MS);
  expect(told(here)).toEqual(['I', 'I paid']);
});

test('W38 before the sentence stands there nothing is told, nor what stood in the box until then', async () => {
  const here = await show();
  await act(() => here.chat.write('a secret'));
  await here.clock.advance(PREVIEW_EVERY_MS);
  render(<here.View />);
  await here.clock.advance(PREVIEW_EVERY_MS);
  expect(told(here)).toEqual([]);
  await act(() => here.chat.write('another'));
  cleanup();
  await here.clock.advance(PREVIEW_EVERY_MS);
  expect(told(here)).toEqual([]);
});

test('W38 a press switches it off in this browser, takes back what was shown, and another page knows', async () => {
  const here = await show();
  render(<here.View />);
  await act(() => here.chat.write('I paid'));
  await here.clock.advance(PREVIEW_EVERY_MS);
  await here.user.click(screen.getByRole('button', { name: 'Do not show it' }));
  expect(sentence()).toBe('We only see what you send.');
  expect(here.relay.payloads('typing:set').at(-1)).toMatchObject({ typing: false });
  await act(() => here.chat.write('I paid twice'));
  await here.clock.advance(PREVIEW_EVERY_MS);
  expect(told(here)).toEqual(['I paid']);
  expect(createPreview(here).seen.value).toBe(false);
  await here.user.click(screen.getByRole('button', { name: 'Show it while I write' }));
  await act(() => here.chat.write('I paid twice!'));
  await here.clock.advance(PREVIEW_EVERY_MS);
  expect(told(here)).toEqual(['I paid', 'I paid twice!']);
});

test('W38 switched off in another tab it is off here', async () => {
  const here = await show();
  render(<here.View />);
  await act(() => here.shelf.other('unseen', '1'));
  expect(sentence()).toBe('We only see what you send.');
});

test('W38 without a conversation, or after its end, there is nobody to tell', async () => {
  const here = await show();
  const View = createView(createPreview({ ...here, chat: { ...here.chat, status: here.chat.status } }));
  render(<View />);
  await act(() =>
    here.relay.fact('entry:added', {
      conversationId: 'c1',
      entry: { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'agent' },
    }),
  );
  await act(() => here.chat.write('Thank you'));
  await here.clock.advance(PREVIEW_EVERY_MS);
  expect(told(here)).toEqual([]);
});

test('PREVIEW_CHARS_MAX: of a longer text the end is told, and no half of a sign', async () => {
  const here = await show();
  render(<here.View />);
  await act(() => here.chat.write('x'.repeat(PREVIEW_CHARS_MAX)));
  await here.clock.advance(PREVIEW_EVERY_MS);
  await act(() => here.chat.write(`😀${'y'.repeat(PREVIEW_CHARS_MAX - 1)}`));
  await here.clock.advance(PREVIEW_EVERY_MS);
  expect(told(here)).toEqual(['x'.repeat(PREVIEW_CHARS_MAX), `\uFFFD${'y'.repeat(PREVIEW_CHARS_MAX - 1)}`]);
});
