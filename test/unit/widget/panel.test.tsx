import { signal } from '@preact/signals';
import { act, cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Canned, cannedChat } from '../../../demo/states/canned-chat.ts';
import { stories } from '../../../demo/states/widget-stories.ts';
import type { Screen } from '../../../widget/model/screen.ts';
import { charsLeft, isSendable } from '../../../widget/model/text.ts';
import { createFormats } from '../../../widget/ui/formats.ts';
import { Panel } from '../../../widget/ui/panel.tsx';
import { createViews } from '../../../widget/ui/views.ts';

afterEach(cleanup);

/** Fetched once: a test that is not about fetching finds them there. */
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
  const onClose = vi.fn();
  const copy = vi.fn();
  const formats = createFormats('en-GB', () => Date.UTC(2026, 10, 22, 12));
  const rules = { charsLeft, isSendable };
  render(<Panel chat={chat} formats={formats} rules={rules} views={views} copy={copy} onClose={onClose} />);
  return { chat, onClose, copy, user: userEvent.setup() };
}

const textBox = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });

test('W1: names of the first screen; the focus is in the text box', () => {
  show();
  expect(screen.getByRole('dialog', { name: 'Chat' })).toBeTruthy();
  expect(screen.getByRole('log', { name: 'Messages' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'End chat' })).toBeNull();
  expect(document.activeElement).toBe(textBox());
});

test('W1: names for leaving a message', () => {
  show({ screen: 'nobody', available: false });
  expect(textBox()).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Leave message' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
  expect(screen.getByText('Nobody is available right now')).toBeTruthy();
});

test('W1: names after the end: five radio buttons in a group, the comment after the choice', async () => {
  const { chat, user } = show({ screen: 'rating' });
  const submit = vi.spyOn(chat.rating, 'submit');
  const group = screen.getByRole('group', { name: 'How did we do?' });
  const names = within(group)
    .getAllByRole('radio')
    .map((radio) => radio.getAttribute('aria-label'));
  expect(names).toEqual(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5']);
  expect(screen.queryByRole('textbox', { name: 'Comment' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Send rating' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('radio', { name: '4 of 5' }));
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Kind');
  await user.click(screen.getByRole('button', { name: 'Send rating' }));
  expect(chat.rating.score.value).toBe(4);
  expect(chat.rating.comment.value).toBe('Kind');
  expect(submit).toHaveBeenCalledTimes(1);
});

test('W10: what waits for a connection is said not to be sent yet, and stands in no queue', () => {
  const said = () => screen.getAllByRole('status').map((region) => region.textContent);
  for (const link of ['quiet', 'connecting', 'offline'] as const) {
    show({ screen: 'waiting', link });
    expect([link, said()[0]]).toEqual([link, 'Not sent yet']);
    cleanup();
  }
  show({ screen: 'waiting', link: 'online' });
  expect(said()[0]).toMatch(/^You are in the queue/);
  cleanup();
  show({ screen: 'waiting', canEnd: true, link: 'offline' });
  expect(said()[0]).toMatch(/^You are in the queue/);
});

test('W15: whoever goes on after the end is told that the next message does it', () => {
  show({ screen: 'start', agent: { id: 'a1', name: 'Ana Novak' } });
  expect(screen.getByText('Write to go on with this chat')).toBeTruthy();
  expect(textBox()).toBeTruthy();
});

test('W1: skip, start a new chat and continue', async () => {
  const skip = vi.fn();
  const startNew = vi.fn();
  const continueChat = vi.fn();
  const { user } = show({ screen: 'rating', canContinue: true }, { skip, startNew, continueChat });
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  await user.click(screen.getByRole('button', { name: 'Start a new chat' }));
  await user.click(screen.getByRole('button', { name: 'Continue this chat' }));
  expect([skip, startNew, continueChat].map((action) => action.mock.calls.length)).toEqual([1, 1, 1]);
});

test('Enter sends, Shift+Enter breaks, and Enter of an input method does neither', async () => {
  const send = vi.fn();
  const { user, chat } = show({}, { send });
  await user.type(textBox(), 'one{Shift>}{Enter}{/Shift}two');
  expect(chat.draft.value).toBe('one\ntwo');
  expect(send).not.toHaveBeenCalled();
  textBox().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  expect(send).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(send).toHaveBeenCalledTimes(1);
  expect(chat.draft.value).toBe('one\ntwo');
});

test('Enter in an empty box sends nothing; in the form for leaving a message it breaks the line', async () => {
  const send = vi.fn();
  const { user } = show({}, { send });
  await user.type(textBox(), '  {Enter}');
  expect(send).not.toHaveBeenCalled();
  cleanup();
  const leaving = show({ screen: 'nobody', available: false }, { send });
  await leaving.user.type(textBox(), 'one{Enter}two');
  expect(send).not.toHaveBeenCalled();
  expect(leaving.chat.draft.value).toBe('one\ntwo');
});

test('W5 a dialog of the page that takes back the focus gets no letter of what is written in the chat', async () => {
  const sale = document.createElement('button');
  document.body.append(sale);
  const takeBack = (event: FocusEvent) => event.target !== sale && sale.focus();
  document.addEventListener('focusin', takeBack);
  const { user, chat } = show();
  await user.click(textBox());
  await user.keyboard('hello');
  document.removeEventListener('focusin', takeBack);
  sale.remove();
  expect(chat.draft.value).toBe('hello');
});

test('Escape closes; keys of the chat stay in the chat', async () => {
  const onPage = vi.fn();
  document.addEventListener('keydown', onPage);
  const { user, onClose } = show();
  await user.type(textBox(), 'j');
  await user.keyboard('{Escape}');
  document.removeEventListener('keydown', onPage);
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(onPage).not.toHaveBeenCalled();
});

test('the text box, its text and the focus stay when somebody becomes available', async () => {
  const now = signal<Screen>('nobody');
  show({ available: false, draft: 'Do you' }, { screen: now });
  const before = textBox();
  await act(() => {
    now.value = 'start';
  });
  expect(textBox()).toBe(before);
  expect(document.activeElement).toBe(before);
  expect(before.value).toBe('Do you');
});

test('when the chat ends under the visitor’s hands the focus goes to the question, and is not taken from the page', async () => {
  const now = signal<Screen>('active');
  show({ canEnd: true }, { screen: now });
  expect(document.activeElement).toBe(textBox());
  await act(() => {
    now.value = 'rating';
  });
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: '1 of 5' }));
  (document.activeElement as HTMLElement).blur();
  await act(() => {
    now.value = 'ended';
  });
  expect(document.activeElement).toBe(document.body);
});

test('a failed message can be tried again, copied and removed', async () => {
  const retry = vi.fn();
  const discard = vi.fn();
  const { user, copy, chat } = show(stories.failed, { retry, discard });
  const [id] = chat.thread.value.flatMap((item) =>
    item.kind === 'group' ? item.lines.filter((line) => line.state === 'failed').map((line) => line.clientId) : [],
  );
  // W14: what goes away with the press leaves the focus in the text box.
  const focused = async (button: string) => {
    await user.click(screen.getByRole('button', { name: button }));
    return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
  };
  expect(await focused('Send in a new chat')).toBe('Message');
  expect(await focused('Copy text')).toBe('Copy text');
  expect(await focused('Remove')).toBe('Message');
  expect(retry).toHaveBeenCalledWith(id);
  expect(copy).toHaveBeenCalledWith('Could you send it to my office instead?');
  expect(discard).toHaveBeenCalledWith(id);
});

test('W12: markup in a message is text', () => {
  const body = '<img src=x onerror=alert(1)><b>bold</b>';
  const line = { clientId: 'x', body, at: 0, state: 'received' as const };
  show({ screen: 'active', thread: [{ kind: 'group', key: 'x', own: false, author: body, lines: [line] }] });
  const log = screen.getByRole('log', { name: 'Messages' });
  expect(log.querySelector('img, b')).toBeNull();
  expect(within(log).getAllByText(body)).toHaveLength(2);
});

test('the count appears near the limit and says by how much a text is over it', async () => {
  show({ draft: 'x'.repeat(7_499) });
  expect(screen.queryByText(/characters/)).toBeNull();
  cleanup();
  show({ draft: 'x'.repeat(7_999) });
  expect(screen.getByText('1 character left')).toBeTruthy();
  cleanup();
  show({ draft: 'x'.repeat(8_002) });
  expect(screen.getByText('2 characters too many')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true);
});

test('long threads show their end, and the rest on demand', async () => {
  const thread = Array.from({ length: 130 }, (_, index) => ({
    kind: 'event' as const,
    key: `e${index}`,
    at: index,
    happening: { what: 'joined' as const, name: `Agent ${index}` },
  }));
  const { user } = show({ screen: 'active', thread });
  expect(screen.queryByText('Agent 29 joined')).toBeNull();
  expect(screen.getByText('Agent 30 joined')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show earlier messages' }));
  expect(screen.getByText('Agent 0 joined')).toBeTruthy();
});

test.each(Object.entries(stories))('state %s says something and names every control', (_, story) => {
  show(story);
  const dialog = screen.getByRole('dialog', { name: 'Chat' });
  expect(dialog.querySelector('.state')?.textContent).not.toBe('');
  for (const control of dialog.querySelectorAll('button, input, textarea')) {
    const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
    const label = dialog.querySelector(`label[for="${control.id}"]`)?.textContent ?? '';
    const around = control.closest('label')?.textContent ?? '';
    expect(name + label + around).not.toBe('');
  }
});
