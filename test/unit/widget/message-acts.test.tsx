import { act, cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { MESSAGE_EDIT_MS } from '../../../protocol/wire/limits.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Chat } from '../../../widget/model/chat-view.ts';
import { charsLeft, isSendable } from '../../../widget/model/text.ts';
import { createFormats } from '../../../widget/ui/formats.ts';
import { Panel } from '../../../widget/ui/panel.tsx';
import { settle } from '../../support/manual-clock.ts';
import { amendedViews } from './amended-views.ts';
import { fromAna, served, told, type Visit } from './visit.ts';

/** W34 What a visitor may do with a message that stands in the thread: over the real model and a relay that does as it is told. */

afterEach(cleanup);

let chatNow: Chat;
let ids = 0;
const views = amendedViews(
  () => chatNow,
  () => `id-${++ids}`,
);

async function show(now = 10_000) {
  const here = await served();
  chatNow = here.chat;
  const copy = vi.fn();
  const onClose = vi.fn();
  const formats = createFormats('en-GB', () => now);
  const rules = { charsLeft, isSendable };
  render(<Panel chat={here.chat} formats={formats} rules={rules} views={views} copy={copy} onClose={onClose} />);
  const hear = async (entry: Entry) => act(() => told(here, entry));
  const optionsOf = (text: string) =>
    within(screen.getByText(text, { selector: '.bubble' })).getByRole('button', { name: 'Message options' });
  return { ...here, copy, onClose, hear, optionsOf, user: userEvent.setup() };
}

const box = () => screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).at(-1);
const names = () =>
  within(screen.getByRole('group', { name: 'Message options' }))
    .getAllByRole('button')
    .map((button) => button.textContent);
const sentIn = <Name extends 'message:send' | 'message:edit' | 'message:remove'>(
  { relay }: Pick<Visit, 'relay'>,
  name: Name,
) => relay.payloads(name);

test('W34 her own message can be answered, copied, edited and removed, an agent’s answered and copied', async () => {
  const { user, hear, optionsOf, copy } = await show();
  await hear(fromAna(4, 'Which one?'));
  await user.click(optionsOf('Hello'));
  expect(names()).toEqual(['Answer', 'Copy text', 'Edit', 'Remove']);
  await user.click(screen.getByRole('button', { name: 'Copy text' }));
  expect(copy).toHaveBeenCalledWith('Hello');
  expect(document.activeElement).toBe(optionsOf('Hello'));
  await user.click(optionsOf('Which one?'));
  expect(names()).toEqual(['Answer', 'Copy text']);
});

test('W34 after the time for it neither editing nor removing is offered', async () => {
  const { user, optionsOf } = await show(2 + MESSAGE_EDIT_MS);
  await user.click(optionsOf('Hello'));
  expect(names()).toEqual(['Answer', 'Copy text']);
});

test('W34 C19 the next message answers the one that was chosen, and only that one does', async () => {
  const here = await show();
  const { user, hear, optionsOf } = here;
  await hear(fromAna(4, 'Which one?'));
  await user.click(optionsOf('Which one?'));
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  expect(document.activeElement).toBe(box());
  expect(screen.getByText('You are answering')).toBeTruthy();
  await user.keyboard('The blue one{Enter}');
  expect(screen.queryByText('You are answering')).toBeNull();
  // On its way it shows already what it answers.
  expect(screen.getByRole('button', { name: 'Show the message that this one answers: Which one?' }).textContent).toBe(
    'Which one?',
  );
  await act(settle);
  await user.keyboard('Thanks{Enter}');
  await act(settle);
  expect(sentIn(here, 'message:send').map((sent) => [sent.body, sent.quote])).toEqual([
    ['The blue one', 4],
    ['Thanks', undefined],
  ]);
});

test('W34 C19 an answer can be taken back, and goes with the message that it answers', async () => {
  const here = await show();
  const { user, hear, optionsOf, chat } = here;
  await hear(fromAna(4, 'Which one?'));
  await user.click(optionsOf('Which one?'));
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  await user.click(screen.getByRole('button', { name: 'Do not answer this message' }));
  expect(chat.quote.value).toBeNull();
  expect(document.activeElement).toBe(box());
  await user.click(optionsOf('Which one?'));
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  await hear({ kind: 'revised', seq: 5, at: 5, of: 4, body: '', by: 'agent', agent: { id: 'a1', name: 'Ana' } });
  await act(settle);
  expect(chat.quote.value).toBeNull();
});

test('W34 what the page sends by itself answers nothing', async () => {
  const here = await show();
  const { user, hear, optionsOf, chat } = here;
  await hear(fromAna(4, 'Which one?'));
  await user.click(optionsOf('Which one?'));
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  await act(() => void chat.say('From the page'));
  await act(settle);
  expect(sentIn(here, 'message:send')).toMatchObject([{ body: 'From the page', quote: undefined }]);
  expect(screen.getByText('You are answering')).toBeTruthy();
});

test('W34 C18 other words: Enter saves, and the thread is asked for what the relay tells others only', async () => {
  const here = await show();
  const { user, optionsOf, relay } = here;
  await user.click(optionsOf('Hello'));
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const [editor] = screen.getAllByRole('textbox', { name: 'Message' });
  expect(document.activeElement).toBe(editor);
  await user.keyboard(' Ana{Enter}');
  expect(sentIn(here, 'message:edit')).toMatchObject([{ conversationId: 'c1', seq: 1, body: 'Hello Ana' }]);
  await act(async () => {
    relay.settle('message:edit', success({ seq: 4, at: 4 }));
    await settle();
  });
  expect(relay.payloads('conversation:sync').at(-1)).toEqual({ conversationId: 'c1', afterSeq: 3 });
  await act(() => told(here, { kind: 'revised', seq: 4, at: 4, of: 1, body: 'Hello Ana', by: 'visitor' }));
  expect(screen.getByText('Hello Ana', { selector: '.bubble' })).toBeTruthy();
  expect(screen.getByText('edited')).toBeTruthy();
});

test('W34 C18 a removal that is told before it is answered leaves the focus in the text box', async () => {
  const here = await show();
  const { user, optionsOf, relay } = here;
  await user.click(optionsOf('Hello'));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await act(() => told(here, { kind: 'revised', seq: 4, at: 4, of: 1, body: '', by: 'visitor' }));
  expect(screen.getByText('This message was removed')).toBeTruthy();
  await act(async () => {
    relay.settle('message:remove', success({ seq: 4, at: 4 }));
    await settle();
  });
  expect(document.activeElement).toBe(box());
});

test('W34 a refused change says why, and the words stay; Escape leaves the message as it was and the panel open', async () => {
  const { user, optionsOf, relay, onClose } = await show();
  await user.click(optionsOf('Hello'));
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.keyboard('!{Enter}');
  await act(async () => {
    relay.settle('message:edit', refusal('edit_closed'));
    await settle();
  });
  expect(screen.getByRole('alert').textContent).toBe('It is too late to change this message.');
  expect(screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })[0]?.value).toBe('Hello!');
  await user.keyboard('{Escape}');
  await act(settle);
  expect(document.activeElement).toBe(optionsOf('Hello'));
  expect(onClose).not.toHaveBeenCalled();
});

test('W34 C18 removing is asked about; without a connection that is said and the message stays', async () => {
  const here = await show();
  const { user, optionsOf, relay } = here;
  const remove = async () => {
    await user.click(optionsOf('Hello'));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    const asked = screen.getByRole('group', { name: 'Remove this message for everybody?' });
    await user.click(within(asked).getByRole('button', { name: 'Remove' }));
    await act(settle);
  };
  await user.click(optionsOf('Hello'));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(sentIn(here, 'message:remove')).toEqual([]);
  await act(() => relay.enter({ status: 'offline' }));
  await remove();
  expect(screen.getByRole('alert').textContent).toBe('That did not work. Please try again.');
  await user.keyboard('{Escape}');
  await act(() => void relay.greet());
  relay.script('message:remove', () => success({ seq: 4, at: 4 }));
  await remove();
  expect(sentIn(here, 'message:remove')).toMatchObject([{ conversationId: 'c1', seq: 1 }]);
  expect(document.activeElement).toBe(box());
  await act(() => told(here, { kind: 'revised', seq: 4, at: 4, of: 1, body: '', by: 'visitor' }));
  expect(screen.getByText('This message was removed')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Message options' })).toBeNull();
});

test('W34 one message is in the way of the Tab key, the arrows lead to the others, Escape closes what is open first', async () => {
  const { user, hear, optionsOf, onClose } = await show();
  await hear(fromAna(4, 'Which one?'));
  await hear(fromAna(5, 'The tall one?'));
  expect(screen.getAllByRole('button', { name: 'Message options' }).map((one) => one.tabIndex)).toEqual([-1, -1, 0]);
  await act(() => optionsOf('The tall one?').focus());
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(optionsOf('Hello'));
  await user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('Answer');
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(optionsOf('Hello'));
  expect(screen.queryByRole('group', { name: 'Message options' })).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
});
