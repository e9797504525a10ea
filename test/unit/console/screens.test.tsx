import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

beforeAll(consoleParts);
afterEach(cleanup);

const talk = [visitorSays(1, 'Hello <b>you</b>'), queued(2), assignedTo(3, ana)];

async function show(desk = new ConsoleDesk(), path = '/console/inbox'): Promise<ConsoleDesk> {
  desk.go(path);
  desk.relay.thread('c1', talk);
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
    desk.relay.script(quiet, () => success({}));
  await desk.open(
    [
      summaryOf('c1', { waitingSince: 1, unread: 2 }),
      summaryOf('c2', { visitor: { ...summaryOf('c2').visitor, email: 'kim@example.org' } }),
    ],
    { at: 1_000_000 },
  );
  render(<Root app={desk.app} />);
  return desk;
}

async function showDoor(desk: ConsoleDesk, token: string | null = null): Promise<void> {
  desk.http.answers.set('me', refusal('unauthorized'));
  desk.app.start(token);
  await settle();
  render(<Root app={desk.app} />);
}

test('the door has the names people rely on, and says in a plain sentence why it stays shut', async () => {
  const desk = new ConsoleDesk();
  desk.http.answers.set('sign-in', refusal('rate_limited', { retryAfterMs: 72_000 }));
  await showDoor(desk);
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), ' ana@example.org ');
  await user.type(screen.getByLabelText('Password'), 'a password{Enter}');
  expect(desk.http.asked.at(-1)?.body).toEqual({ email: 'ana@example.org', password: 'a password' });
  expect((await screen.findByText(/Try again in 1 min 12/)).getAttribute('role')).toBe('alert');
  desk.http.answers.set('sign-in', refusal('unauthorized'));
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByText(/do not belong together/);
  desk.http.answers.set('sign-in', undefined);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByText(/does not answer/);
});

test('A7: the set-up form says the password’s rules before typing, and explains a used link', async () => {
  const desk = new ConsoleDesk();
  desk.http.answers.set('set-up', refusal('setup_done'));
  await showDoor(desk, 'set_token');
  expect(screen.getByText(/10 to 256 characters/)).toBeTruthy();
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Olga');
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'olga@example.org');
  await user.type(screen.getByLabelText('Password'), 'several unrelated words');
  await user.click(screen.getByRole('button', { name: 'Create account' }));
  expect(desk.http.asked.at(-1)?.body).toMatchObject({ token: 'set_token', name: 'Olga' });
  await screen.findByText(/does not work any more/);
  await user.click(screen.getByRole('button', { name: 'Go to sign-in' }));
  await screen.findByRole('button', { name: 'Sign in' });
});

test('the inbox has the names that people, assistive technology and tests rely on', async () => {
  await show(new ConsoleDesk(), '/console/inbox/c1');
  const main = screen.getByRole('navigation', { name: 'Main' });
  expect(
    within(main)
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label')),
  ).toEqual(['Inbox', 'Visitors', 'Find', 'Follow-ups', 'Reports', 'Settings']);
  const availability = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Availability' });
  expect([...availability.options].map((option) => option.text)).toEqual(['Available', 'Away', 'Only viewing']);
  expect(within(screen.getByRole('list', { name: 'Conversations' })).getAllByRole('listitem')).toHaveLength(2);
  expect(within(screen.getByRole('log', { name: 'Messages' })).getByText('Hello <b>you</b>')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Reply' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Close conversation' })).toBeTruthy();
  expect(screen.getByText('kim@example.org')).toBeTruthy();
});

test('arrow keys, Home and End move between the conversations', async () => {
  await show();
  const rows = within(screen.getByRole('list', { name: 'Conversations' })).getAllByRole('link');
  const user = userEvent.setup();
  rows[0]?.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(rows[1]);
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(rows[0]);
  await user.keyboard('{End}{ArrowDown}');
  expect(document.activeElement).toBe(rows[1]);
});

test('a wait is told by word as well as by colour', async () => {
  await show();
  const row = within(screen.getByRole('list', { name: 'Conversations' })).getAllByRole('link')[0];
  expect(row?.textContent).toContain('Too long');
  expect(row?.textContent).toContain('2 unread messages');
});

test('Enter sends, Shift+Enter makes a line, and a word being composed is not sent', async () => {
  const desk = await show(new ConsoleDesk(), '/console/inbox/c1');
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' });
  const user = userEvent.setup();
  await user.type(box, 'one{Shift>}{Enter}{/Shift}two');
  expect(box.value).toBe('one\ntwo');
  fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
  expect(desk.relay.payloads('message:send')).toHaveLength(0);
  await user.keyboard('{Enter}');
  expect(desk.relay.payloads('message:send').map((sent) => sent.body)).toEqual(['one\ntwo']);
  expect(box.value).toBe('');
  expect(screen.getByText('Sending')).toBeTruthy();
});

test('C7: one press closes as resolved; the menu beside it offers the others and is left with Escape', async () => {
  const desk = await show(new ConsoleDesk(), '/console/inbox/c1');
  desk.relay.script('conversation:close', () => refusal('unavailable'));
  const user = userEvent.setup();
  const more = screen.getByRole('button', { name: 'Close with another outcome' });
  await user.click(more);
  expect(document.activeElement).toBe(await screen.findByRole('menuitem', { name: 'Close as unresolved' }));
  await user.keyboard('{ArrowDown}{Escape}');
  expect(screen.queryByRole('menu')).toBe(null);
  expect(document.activeElement).toBe(more);
  await user.click(more);
  await user.click(screen.getByRole('menuitem', { name: 'Close as spam' }));
  await user.click(screen.getByRole('button', { name: 'Close conversation' }));
  expect(desk.relay.payloads('conversation:close').map((sent) => sent.outcome)).toEqual(['spam', 'resolved']);
  await screen.findByText(/could not be closed/);
});

test('a failed message says why and can be copied or removed', async () => {
  const desk = await show(new ConsoleDesk(), '/console/inbox/c1');
  desk.relay.script('message:send', () => refusal('reassigned'));
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: 'Reply' }), 'late{Enter}');
  await screen.findByText(/went to somebody else/);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(desk.copied).toEqual(['late']);
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  expect(screen.queryByText('late')).toBe(null);
});

test('F18: an address that is not of the web is text, never a link', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', talk);
  desk.app.showPerson(true);
  window.matchMedia = ((query: string) => ({
    matches: true,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
  const visitor = { ...summaryOf('c1').visitor, pageUrl: 'javascript:alert(1)', pageTitle: null };
  await desk.open([summaryOf('c1', { visitor })]);
  render(<Root app={desk.app} />);
  expect(screen.getByText('javascript:alert(1)').closest('a')).toBe(null);
  Reflect.deleteProperty(window, 'matchMedia');
});

test('settings: a wrong current password is said, a new one is confirmed, the tag can be copied', async () => {
  const desk = new ConsoleDesk();
  const snippet = '<script async src="https://help.example/deskbell.js" data-site="k"></script>';
  desk.http.answers.set('sites', success([{ key: 'k', name: 'Shop', origins: [], snippet }]));
  desk.http.answers.set('password', refusal('forbidden', { field: 'current' }));
  await show(desk, '/console/settings');
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Current password'), 'old');
  await user.type(screen.getByLabelText('New password'), 'several unrelated words');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  await screen.findByText('The current password is not right.');
  desk.http.answers.set('password', success(ana));
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  await screen.findByText(/Your password is changed/);
  await screen.findByText(snippet);
  await user.click(screen.getAllByRole('button', { name: 'Copy line' })[0] as HTMLElement);
  expect(desk.copied).toEqual([snippet]);
});

test('U3 another list beside an open conversation leaves it open', async () => {
  await show(new ConsoleDesk(), '/console/inbox/c1');
  const views = within(screen.getByRole('navigation', { name: 'Lists' }));
  expect(views.getByRole('link', { name: /^Mine/ }).getAttribute('href')).toBe('/console/inbox/c1?view=mine');
});

test('U7 tags of the conversation are added and taken away in the panel, under a name of their own; a refusal says why', async () => {
  const desk = await show(new ConsoleDesk(), '/console/inbox/c1');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Show details' }));
  // The panel takes the focus once it is drawn; a person types after that.
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Details'));
  desk.relay.script('conversation:tag', () => success({ tags: ['refund'] }));
  const part = within(screen.getByRole('region', { name: 'Tags of this conversation' }));
  const box = part.getByRole('textbox', { name: 'New tag of this conversation' });
  await user.type(box, ' refund {Enter}');
  await settle();
  expect(desk.relay.payloads('conversation:tag')).toEqual([{ conversationId: 'c1', add: ['refund'], remove: [] }]);
  expect([(box as HTMLInputElement).value, document.activeElement]).toEqual(['', box]);
  desk.relay.script('conversation:tag', () => refusal('invalid_payload', { field: 'add' }));
  await user.type(box, 'vip{Enter}');
  expect((await part.findByRole('alert')).textContent).toContain('at most 20 tags');
  expect((box as HTMLInputElement).value).toBe('vip');
});

test('a link to a conversation that was erased says so, and offers nothing to do with it', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('conversation:watch', () => refusal('not_found'));
  desk.go('/console/inbox/gone?at=7');
  await desk.open([]);
  desk.relay.script('conversation:sync', () => refusal('not_found'));
  render(<Root app={desk.app} />);
  await screen.findByText('This conversation does not exist');
  const place = within(document.querySelector('.thread-place') as HTMLElement);
  expect(place.queryAllByRole('button')).toEqual([]);
  // And nothing is said of a person who is not known.
  expect(place.queryByRole('heading', { name: 'Earlier conversation' })).toBeNull();
  expect(document.querySelector('.inbox-person')).toBeNull();
});

test('T21 a department that was removed meanwhile is said, and not offered again', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('team:list', () => success({ members: [ana as never], awayReasons: [], idleAwayMs: 0 } as never));
  desk.relay.script('conversation:move', () => refusal('not_found'));
  desk.http.answers.set('departments', success([{ id: 'd1', siteId: null, name: 'Sales', routing: {} }]));
  await show(desk, '/console/inbox/c1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Pass on/ }));
  await user.click(screen.getByRole('menuitem', { name: /^Transfer/ }));
  await user.click(await screen.findByText('Sales'));
  desk.http.answers.set('departments', success([]));
  await user.click(screen.getByText('Send to Sales'));
  await screen.findByText('This is not there any more. Choose another one.');
  await waitFor(() => expect(screen.queryByText('Sales')).toBe(null));
});

test('T9 of a department it is said whether it is closed, and till when, and whether anybody is there', async () => {
  const desk = new ConsoleDesk();
  const departments = [
    { id: 'd1', open: true, opensAt: null, there: 2 },
    { id: 'd2', open: true, opensAt: null, there: 0 },
    { id: 'd3', open: false, opensAt: null, there: 3 },
    { id: 'd4', open: false, opensAt: 90_000_000, there: 0 },
  ];
  desk.relay.script('team:list', ({ conversationId }) =>
    success({ members: [], awayReasons: [], idleAwayMs: 0, ...(conversationId && { departments }) } as never),
  );
  desk.http.answers.set('departments', success(departments.map(({ id }) => ({ id, siteId: null, name: `At ${id}` }))));
  await show(desk, '/console/inbox/c1');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Pass on/ }));
  await user.click(screen.getByRole('menuitem', { name: /^Transfer/ }));
  const states: [string, RegExp][] = [
    ['At d1', /2 people are there$/],
    ['At d2', /nobody is there now$/],
    ['At d3', /closed now$/],
    ['At d4', /closed, opens .*[0-9]/],
  ];
  for (const [name, said] of states)
    expect((await screen.findByText(said)).closest('[role=option]')?.textContent).toContain(name);
  await user.click(screen.getByText('Cancel'));
  // For many at once in the same words.
  await user.click(screen.getByRole('checkbox', { name: /kim@example.org/ }));
  await user.click(await screen.findByRole('button', { name: 'Do with the chosen ones' }));
  await user.click(screen.getByRole('menuitem', { name: /department/ }));
  for (const [name, said] of states)
    expect((await screen.findByText(said, { selector: 'select option' })).textContent).toContain(name);
});

test('J12 a conversation that was erased says so in one sentence, and offers nothing but what is kept beside it', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c9');
  await desk.open([]);
  desk.relay.settle('conversation:watch', success({ erased: true }));
  render(<Root app={desk.app} />);
  await screen.findByText('This conversation was erased');
  const place = within(document.querySelector('.thread-place') as HTMLElement);
  expect(place.queryByRole('textbox')).toBe(null);
  expect(place.queryByRole('log')).toBe(null);
  expect(place.queryAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent)).toEqual([
    'Show details',
  ]);
});

test('T21 a filter for a colleague who has left says so, on its chip and where it was chosen', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('team:list', () => success({ members: [ana as never], awayReasons: [], idleAwayMs: 0 } as never));
  desk.http.answers.set('departments', success([]));
  await show(desk, '/console/inbox?agent=agent-of-old');
  const user = userEvent.setup();
  await screen.findByRole('link', { name: 'Without this filter: A removed colleague' });
  await user.click(screen.getByRole('button', { name: /^Filter/ }));
  const choice = await screen.findByLabelText<HTMLSelectElement>('Agent');
  expect(choice.selectedOptions[0]?.textContent).toBe('A removed colleague');
});
