import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
// Fetched before, so that no test waits for it.
import '../../../console/ui/keys-sheet.tsx';
import '../../../console/ui/palette.tsx';
import { Root } from '../../../console/ui/root.tsx';
import { success } from '../../../protocol/wire/errors.ts';
import { ConsoleDesk, summaryOf } from '../../support/console-desk.ts';

afterEach(cleanup);

/** jsdom knows the element, not what it does. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
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
