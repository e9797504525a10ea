import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Canned, cannedChat } from '../../../demo/states/canned-chat.ts';
import { type ErrorCode, refusal, success } from '../../../protocol/wire/errors.ts';
import { REDIRECT_NOTE_CHARS_MAX } from '../../../protocol/wire/limits-of-writing.ts';
import { View as Menu } from '../../../widget/ui/menu.tsx';
import '../../../widget/ui/panel.tsx';
import { View } from '../../../widget/ui/redirect.tsx';

/** W40 Another department, for the asking. */

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const front = { departments: [{ key: 'post', label: 'My parcel' }] };
const talk = { conversationId: 'c1', openedAt: 1, closedAt: null, lastAt: 1, lastText: '', agent: 'Ana' };

function show(error?: ErrorCode) {
  const asked: [string, object][] = [];
  const ask = vi.fn(async (name: string, payload: object) => {
    asked.push([name, payload]);
    if (name === 'conversation:list')
      return success({ conversations: [{ ...talk, conversationId: 'c0', closedAt: 2 }, talk] });
    return error ? refusal(error) : success({ seq: 5, at: 5 });
  });
  const back = vi.fn();
  const chat = { ...cannedChat({ front }), ask: ask as never };
  render(<View chat={chat} back={back} />);
  return { asked, back, user: userEvent.setup() };
}

const go = () => screen.getByRole('button', { name: 'Ask there' });

test('W40 the one that was chosen is asked for the open conversation, with the reason, and the chat is back', async () => {
  const { asked, back, user } = show();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back to the chat' }));
  const group = screen.getByRole('group', { name: 'Which one?' });
  await user.click(within(group).getByRole('radio', { name: 'My parcel' }));
  await user.type(screen.getByRole('textbox', { name: 'Why? (optional)' }), ' It never came ');
  await user.click(go());
  expect(asked.at(-1)).toEqual([
    'conversation:redirect',
    { conversationId: 'c1', topic: 'post', note: 'It never came' },
  ]);
  expect(back).toHaveBeenCalled();
});

test('W40 the box for the reason takes as many letters as the relay does, REDIRECT_NOTE_CHARS_MAX', () => {
  show();
  expect(screen.getByRole('textbox')).toHaveProperty('maxLength', REDIRECT_NOTE_CHARS_MAX);
});

test('W40 without a choice nothing is asked; what is refused is said, and the words stay', async () => {
  const { asked, back, user } = show('rate_limited');
  await user.click(go());
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'My parcel' }));
  await user.type(screen.getByRole('textbox'), 'Why not');
  await user.click(go());
  expect(screen.getByRole('alert').textContent).toMatch(/a short while ago/);
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Why not');
  expect(back).not.toHaveBeenCalled();
});

test('W40 any other refusal says that it cannot be done now', async () => {
  const { user } = show('forbidden');
  await user.click(screen.getByRole('radio', { name: 'My parcel' }));
  await user.click(go());
  expect(screen.getByRole('alert').textContent).toMatch(/not possible right now/);
});

test('W40 the menu offers it to whoever is served or waits, where there are departments', async () => {
  const user = userEvent.setup();
  const offered = async (canned: Canned) => {
    cleanup();
    render(<Menu chat={cannedChat(canned)} onTurn={() => {}} />);
    await user.click(screen.getByRole('button', { name: 'More' }));
    return screen.queryByRole('menuitem', { name: 'Ask another department' }) !== null;
  };
  expect(await offered({ front, canEnd: true })).toBe(true);
  expect(await offered({ front, canEnd: false })).toBe(false);
  expect(await offered({ front: {}, canEnd: true })).toBe(false);
});
