import { act, cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Chat } from '../../../widget/model/chat-view.ts';
import { charsLeft, isSendable } from '../../../widget/model/text.ts';
import { createFormats } from '../../../widget/ui/formats.ts';
import { handed } from '../../../widget/ui/handed.ts';
import { Panel } from '../../../widget/ui/panel.tsx';
import { settle } from '../../support/manual-clock.ts';
import { amendedViews } from './amended-views.ts';
import { fromAna, served, told, type Visit } from './visit.ts';

/** W37 Answers that a message offers: over the real model and a relay that stores. */

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let chatNow: Chat;
const views = amendedViews(
  () => chatNow,
  () => 'an-id',
);
let isTouch = false;
beforeEach(() => {
  isTouch = false;
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: isTouch && query.includes('coarse') }));
});

async function show(more: Partial<Chat> = {}) {
  const here = await served();
  chatNow = { ...here.chat, ...more };
  const formats = createFormats('en-GB', () => 10_000);
  const rules = { charsLeft, isSendable };
  const nothing = () => {};
  render(<Panel chat={chatNow} formats={formats} rules={rules} views={views} copy={nothing} onClose={nothing} />);
  const hear = (entry: Entry) => act(() => told(here, entry));
  return { ...here, hear, user: userEvent.setup() };
}

const ASKING = 'Which size?\n[Small]\n[Large]';
const group = (name = 'Choose an answer') => screen.getByRole('group', { name });
const offered = () =>
  within(group())
    .getAllByRole('button')
    .map((button) => button.textContent);
const sent = ({ relay }: Visit) => relay.payloads('message:send').map(({ body }) => body);

test('W37 choices are buttons in a group with a name, and stand in the message no more', async () => {
  const { hear } = await show();
  await hear(fromAna(4, ASKING));
  expect(offered()).toEqual(['Small', 'Large']);
  expect(screen.queryByText(/\[Small\]/)).toBeNull();
  expect(screen.getByText('Which size?')).toBeTruthy();
});

test('W37 a press sends the words as the visitor’s own, once, and the buttons are spent', async () => {
  const here = await show();
  await here.hear(fromAna(4, ASKING));
  const small = within(group()).getByRole('button', { name: 'Small' });
  await act(() => {
    small.click();
    small.click();
  });
  expect(sent(here)).toEqual(['Small']);
  expect(within(group('These answers were offered')).queryAllByRole('button')).toEqual([]);
  expect(group('These answers were offered').textContent?.trim().split(' ')).toEqual(['Small', 'Large']);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }));
  expect(here.lines()).toContain('Small|pending');
});

test('W37 by keyboard; on a touch screen the box, and with it the keyboard, stays where it is', async () => {
  isTouch = true;
  const here = await show();
  await here.hear(fromAna(4, ASKING));
  within(group()).getByRole('button', { name: 'Large' }).focus();
  await here.user.keyboard('{Enter}');
  expect(sent(here)).toEqual(['Large']);
  expect(document.activeElement).toBe(screen.getByRole('log', { name: 'Messages' }));
});

test('W37 an answer in other words spends them, too; a later question has its own', async () => {
  const here = await show();
  await here.hear(fromAna(4, ASKING));
  here.relay.storing(5);
  await act(() => here.say('What is the difference?'));
  expect(group('These answers were offered')).toBeTruthy();
  await act(() => settle());
  await here.hear(fromAna(6, 'By a litre. Which?\n[The small one]\n[The large one]'));
  expect(offered()).toEqual(['The small one', 'The large one']);
});

test('W37 where nothing can be sent there is nothing to press', async () => {
  const { hear } = await show();
  await hear(fromAna(4, ASKING));
  await hear({ kind: 'closed', seq: 5, at: 5, episode: 1, by: 'agent' });
  expect(group('These answers were offered')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Small' })).toBeNull();
});

test('W37 where no more can be kept the buttons stay', async () => {
  const { hear, user } = await show({ say: () => false });
  await hear(fromAna(4, ASKING));
  await user.click(screen.getByRole('button', { name: 'Small' }));
  expect(offered()).toEqual(['Small', 'Large']);
});

test('W37 what a visitor writes in brackets offers nothing, nor does a message that was removed', async () => {
  const { hear, say } = await show();
  await act(() => say(ASKING));
  await hear(fromAna(4, ASKING));
  expect(screen.getAllByRole('group', { name: /answer/i })).toHaveLength(1);
  await hear({ kind: 'revised', seq: 5, at: 5, of: 4, body: '', by: 'agent' });
  expect(screen.queryByRole('group', { name: /answer/i })).toBeNull();
});

test('W37 in a conversation of before they are only shown', () => {
  const Amended = handed.Amended;
  if (!Amended) throw new Error('The part is not there.');
  const line = { clientId: 'x', body: ASKING, at: 1, state: 'received' as const };
  render(<Amended line={line} words={(text) => text} />);
  expect(group('These answers were offered')).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});
