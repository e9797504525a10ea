import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Canned, cannedChat } from '../../../demo/states/canned-chat.ts';
import { stories } from '../../../demo/states/widget-stories.ts';
import { charsLeft, isSendable } from '../../../widget/model/text.ts';
import { createFormats } from '../../../widget/ui/formats.ts';
import { Panel } from '../../../widget/ui/panel.tsx';
import { createViews } from '../../../widget/ui/views.ts';

afterEach(cleanup);

const views = createViews(
  () => {},
  async () => ({ View: () => null, words: {} }),
  async () => ({ View: () => null, words: {} }),
  async () => ({ View: ({ line, words }) => <>{words?.(line?.body ?? '')}</>, words: {} }),
  async () => ({ View: () => null, words: {} }),
  async () => ({ View: () => null, words: {} }),
);
beforeAll(async () => {
  for (const view of Object.values(views)) view.fetch();
  await vi.waitUntil(() => Object.values(views).every(({ view }) => view.value), 60_000);
});

function show(canned: Canned = {}, more: object = {}) {
  const chat = { ...cannedChat(canned), ...more };
  const formats = createFormats('en-GB', () => Date.UTC(2026, 10, 22, 12));
  const rules = { charsLeft, isSendable };
  render(<Panel chat={chat} formats={formats} rules={rules} views={views} copy={() => {}} onClose={() => {}} />);
  return { chat, user: userEvent.setup() };
}

const header = () => document.querySelector('.state')?.textContent;
const MINUTE = 60_000;
const place = (position: number, lowMs?: number, highMs?: number) =>
  show({ screen: 'waiting', place: { conversationId: 'c1', position, lowMs, highMs } });

test.each([
  [1, undefined, undefined, 'You are next'],
  [3, undefined, undefined, 'You are number 3'],
  [1, 0, MINUTE, 'You are next; less than a minute'],
  [2, 0, 5 * MINUTE, 'You are number 2; less than 5 minutes'],
  [3, 4 * MINUTE, 7 * MINUTE, 'You are number 3; about 4 to 7 minutes'],
  [9, 70 * MINUTE, 100 * MINUTE, 'You are number 9; about 1 to 2 hours'],
])('Q1, Q3 place %d, %s to %s ms: %s', (position, lowMs, highMs, sentence) => {
  place(position, lowMs, highMs);
  expect(header()).toBe(sentence);
});

test('Q6 in a long queue an address can be left; in a short one nobody is asked', () => {
  show(stories['place-range']);
  expect(screen.getByText(/You keep your place/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save e-mail' })).toBeTruthy();
  cleanup();
  show(stories['place-next']);
  expect(screen.queryByRole('button', { name: 'Save e-mail' })).toBeNull();
});

test("H6 closed: when it opens, in the visitor's zone; the holiday; the owner's words", () => {
  const opensAt = Date.UTC(2026, 10, 25, 8);
  const service = { open: false, opensAt, day: null, text: null };
  const zoned = createFormats('en-GB', () => 0);
  show({ screen: 'nobody', service });
  expect(header()).toBe(`We are closed right now. Open again: ${zoned.day(opensAt)}, ${zoned.time(opensAt)}`);
  cleanup();
  show({ screen: 'nobody', service: { ...service, opensAt: null, day: 'Christmas Day' } });
  expect(header()).toBe('Closed today: Christmas Day');
  cleanup();
  show({ screen: 'nobody', service: { ...service, opensAt: null, text: 'Our line is down.' } });
  expect(header()).toBe('The chat is offline right now');
  expect(screen.getByText('Our line is down.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Leave message' })).toBeTruthy();
});

test('H6 whoever is served hears nothing of hours', () => {
  const service = { open: false, opensAt: null, day: null, text: null };
  show({ screen: 'active', service, agent: { id: 'a1', name: 'Ana' } });
  expect(header()).toBe('Here to help you');
});

test('Q5 under a message that found the queue full: leave it, or try again', async () => {
  const leaveWithUs = vi.fn();
  const retry = vi.fn();
  const { user } = show(stories['queue-full'], { leaveWithUs, retry });
  expect(header()).toBe('Many people are waiting right now');
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'me@example.org');
  await user.click(screen.getByRole('button', { name: 'Leave it with us' }));
  expect(leaveWithUs).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('C13 the warning names the time, the end names the reason', () => {
  show(stories['idle-closed']);
  expect(screen.getByText(/Are you still there\? Without an answer this chat ends at \d\d:\d\d\./)).toBeTruthy();
  expect(screen.getByText(/because we did not hear from you/)).toBeTruthy();
});
