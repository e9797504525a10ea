import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
// Fetched before, so that no test waits for it.
import '../../../console/ui/keys-sheet.tsx';
import '../../../console/ui/palette.tsx';
import { Root } from '../../../console/ui/root.tsx';
import { success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { plainDialogs } from '../../support/plain-dialogs.ts';

afterEach(cleanup);

beforeAll(async () => {
  await consoleParts();
  plainDialogs();
});

const named = (id: string, email: string, more = {}) =>
  summaryOf(id, { visitor: { ...summaryOf(id).visitor, email }, ...more });
const bo = { id: 'bo', name: 'Bo', role: 'agent', availability: 'available', present: true, serving: 1, capacity: 4 };

async function show(): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.relay.script('team:list', () => success({ members: [bo as never], awayReasons: [], idleAwayMs: 0 } as never));
  await desk.open([
    named('c1', 'zoë@example.org'),
    named('c2', 'kim@example.org', { agent: { id: 'bo', name: 'Bo' } }),
  ]);
  render(<Root app={desk.app} />);
  return desk;
}

const options = () => within(screen.getByRole('listbox', { name: 'Search and commands' })).getAllByRole('option');
const names = () => options().map((option) => option.querySelector('bdi')?.textContent);

test('KB4 Ctrl + K finds commands, conversations, colleagues and all messages; arrows and Enter choose', async () => {
  const desk = await show();
  desk.keyboard.press({ key: 'k', ctrl: true });
  const field = await screen.findByRole('combobox', { name: 'Search' });
  const user = userEvent.setup();
  field.focus();
  await user.keyboard('zoe');
  // Without the accent, and the search of everything as the last way out.
  expect(names()).toEqual(['zoë@example.org', 'Search “zoe” in all messages']);
  expect(field.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(options()[0]?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Enter}');
  expect(desk.path).toBe('/console/inbox/c1');
  expect(desk.app.palette.shown.value).toBeNull();
});

test('KB4 a colleague leads on to what there is to do about her; Backspace leads back', async () => {
  const desk = await show();
  desk.keyboard.press({ key: 'k', ctrl: true });
  const field = await screen.findByRole('combobox', { name: 'Search' });
  const user = userEvent.setup();
  field.focus();
  await user.keyboard('bo{Enter}');
  expect(names()).toEqual(['kim@example.org']);
  await user.keyboard('{Backspace}');
  expect(names().length).toBeGreaterThan(3);
});

test('KB2 KB4 Ctrl + K closes the palette again, in whatever script the keyboard writes', async () => {
  const desk = await show();
  for (const [key, code] of [
    ['k', 'KeyK'],
    ['л', 'KeyK'],
    ['ן', 'KeyI'],
    ['K', 'KeyV'],
  ] as const) {
    desk.keyboard.press({ key: 'k', ctrl: true });
    const field = await screen.findByRole('combobox', { name: 'Search' });
    const press = new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true });
    field.dispatchEvent(press);
    expect([key, press.defaultPrevented]).toEqual([key, key !== 'ן']);
    if (key === 'ן') await userEvent.setup().keyboard('{Escape}');
    else await waitFor(() => expect(desk.app.palette.shown.value).toBeNull());
  }
});

test('KB4 what was used last comes first, and lasts', async () => {
  const desk = await show();
  const user = userEvent.setup();
  for (let time = 0; time < 2; time += 1) {
    desk.keyboard.press({ key: 'k', ctrl: true });
    const field = await screen.findByRole('combobox', { name: 'Search' });
    field.focus();
    if (time === 0) await user.keyboard('find{Enter}');
  }
  expect(names()[0]).toBe('Find');
  expect([...desk.memory.kept].some(([key, text]) => key.includes('palette') && text.includes('go:find'))).toBe(true);
});

test('KB5 ? shows every key that is registered, by the platform’s names, and turns letters off', async () => {
  const desk = await show();
  desk.keyboard.press({ key: '?', shift: true });
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  const shown = within(sheet)
    .getAllByRole('term')
    .map((term) => term.textContent);
  const keyed = desk.app.commands.all.value.filter(({ keys }) => keys);
  expect(shown.length).toBe(keyed.length);
  expect(within(sheet).getAllByText('Ctrl')[0]).toBeTruthy();
  await userEvent.setup().click(within(sheet).getByRole('checkbox'));
  expect(desk.app.commands.plainOn.value).toBe(false);
});

test('KB1, KB4 what the thread offers is in the palette and on keys, as far as the person may; the boxes are reached by a letter', async () => {
  const desk = new ConsoleDesk();
  desk.relay.thread('c1', [visitorSays(1, 'Hello'), queued(2), assignedTo(3, ana)]);
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
    desk.relay.script(quiet, () => success({}));
  desk.relay.script('team:list', () => success({ members: [bo as never], awayReasons: [], idleAwayMs: 0 } as never));
  await desk.open([named('c1', 'zoë@example.org')], { at: 1_000_000 });
  render(<Root app={desk.app} />);
  desk.app.go({ name: 'inbox', conversationId: 'c1' });
  const box = await screen.findByRole('textbox', { name: 'Reply' });
  const ids = () => desk.app.commands.now().map(({ id }) => id);
  await waitFor(() => expect(ids()).toContain('thread:close'));
  for (const id of ['thread:transfer', 'thread:hour', 'thread:details', 'composer:emoji', 'inbox:save'])
    expect(ids()).toContain(id);
  // With nothing written there is nothing to send and close.
  expect(ids()).not.toContain('composer:resolve');
  (document.activeElement as HTMLElement).blur();
  desk.keyboard.press({ key: 'r' });
  expect(document.activeElement).toBe(box);
  desk.keyboard.press({ key: 'n', alt: true });
  expect(await screen.findByRole('textbox', { name: 'Note for the team' })).toBeTruthy();
  desk.keyboard.press({ key: 'k', ctrl: true });
  const field = await screen.findByRole('combobox', { name: 'Search' });
  field.focus();
  const user = userEvent.setup();
  await user.keyboard('transfer');
  expect(names()[0]).toBe('Transfer…');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Transfer the conversation' })).toBeTruthy();
});

test('KB4 every report, every list of follow-ups and every page of the settings that one may open is found', async () => {
  const desk = await show();
  const user = userEvent.setup();
  for (const [words, path] of [
    ['satisfaction', '/console/reports/satisfaction'],
    ['visitors said', '/console/followups/feedback'],
    ['you settings', '/console/settings'],
  ] as const) {
    desk.keyboard.press({ key: 'k', ctrl: true });
    (await screen.findByRole('combobox', { name: 'Search' })).focus();
    await user.keyboard(`${words}{Enter}`);
    expect(desk.path).toContain(path);
  }
});

const alertOf = async () => (await screen.findByText(/^No longer possible here/)).textContent;

/** Ana serves c1, which is open, with one macro; the palette has the field's focus. */
async function showServed(): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.relay.thread('c1', [visitorSays(1, 'Hello'), queued(2), assignedTo(3, ana)]);
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
    desk.relay.script(quiet, () => success({}));
  desk.relay.script('team:list', () => success({ members: [bo as never], awayReasons: [], idleAwayMs: 0 } as never));
  const refund = { id: 'm1', name: 'Refund', departmentId: null, actions: [{ do: 'close', outcome: 'resolved' }] };
  desk.http.answers.set('macros', success([refund]));
  await desk.open([named('c1', 'zoë@example.org'), named('c2', 'kim@example.org')], { at: 1_000_000 });
  render(<Root app={desk.app} />);
  desk.app.go({ name: 'inbox', conversationId: 'c1' });
  await waitFor(() => expect(desk.app.commands.now().map(({ id }) => id)).toContain('macro:m1'));
  desk.keyboard.press({ key: 'k', ctrl: true });
  (await screen.findByRole('combobox', { name: 'Search' })).focus();
  return desk;
}

test.each([
  ['closes', { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor', outcome: 'unresolved' }],
  ['is taken by a colleague', { kind: 'assigned', seq: 4, at: 4, episode: 1, agent: { id: 'bo', name: 'Bo' } }],
] as const)(
  'KB4 a macro whose conversation %s while the palette is open is said to be gone, and Enter does nothing in its place',
  async (_how, entry) => {
    const desk = await showServed();
    const user = userEvent.setup();
    await user.keyboard('refund');
    expect(names()).toEqual(['Run “Refund”', 'Search “refund” in all messages']);
    desk.relay.fact('entry:added', { conversationId: 'c1', entry: entry as never });
    expect(await alertOf()).toBe('No longer possible here: Run “Refund”. Choose again.');
    const field = screen.getByRole('combobox', { name: 'Search' });
    expect(field.getAttribute('aria-activedescendant')).toBeNull();
    expect(options().some((option) => option.getAttribute('aria-selected') === 'true')).toBe(false);
    await user.keyboard('{Enter}');
    expect(desk.app.palette.shown.value).toBe('palette');
    expect(desk.relay.sent.map(({ name }) => name)).not.toContain('macro:run');
    // Whoever then goes on means what is there now.
    await user.keyboard('{ArrowUp}{Enter}');
    expect(desk.path).toContain('/console/find');
  },
);

test('KB4 a macro of one conversation is never run in another that came into focus behind the palette', async () => {
  const desk = await showServed();
  const user = userEvent.setup();
  await user.keyboard('refund');
  // As a notice of the desktop does that is pressed meanwhile.
  desk.relay.thread('c2', [visitorSays(1, 'Hello'), queued(2), assignedTo(3, ana)]);
  desk.app.go({ name: 'inbox', conversationId: 'c2' });
  await waitFor(() => expect(desk.thread.id).toBe('c2'));
  await waitFor(() => expect(names()).toEqual(['Run “Refund”', 'Search “refund” in all messages']));
  expect(await alertOf()).toBe('No longer possible here: Run “Refund”. Choose again.');
  await user.keyboard('{Enter}');
  expect(desk.relay.sent.map(({ name }) => name)).not.toContain('macro:run');
});

test('KB4 what is pointed at stays so while the list moves beneath it', async () => {
  const desk = await showServed();
  const user = userEvent.setup();
  await user.keyboard('example');
  expect(names().slice(0, 2)).toEqual(['zoë@example.org', 'kim@example.org']);
  await user.keyboard('{ArrowDown}');
  const first = named('c3', 'first@example.org', { change: 2, waitingSince: 1, unread: 1 });
  desk.relay.script('inbox:sync', () => success({ conversations: [first], change: 2, more: false } as never));
  desk.relay.fact('inbox:moved', { change: 2 });
  await waitFor(() => expect(names()).toContain('first@example.org'));
  const chosen = options().find((option) => option.getAttribute('aria-selected') === 'true');
  expect(chosen?.querySelector('bdi')?.textContent).toBe('kim@example.org');
  await user.keyboard('{Enter}');
  expect(desk.path).toBe('/console/inbox/c2');
});
