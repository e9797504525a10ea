import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { fillReply } from '../../../protocol/wire/fill-reply.ts';
import type { Role } from '../../../protocol/wire/model.ts';
import type { SavedReply } from '../../../protocol/wire/replies.ts';
import { NOTHING_SAID } from '../../../protocol/wire/visitor.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';

beforeAll(consoleParts);
afterEach(cleanup);

describe('V3 variables', () => {
  const values = { 'visitor.name': 'Mia', 'visitor.email': null, 'agent.name': 'Ana', 'site.name': 'Shop' };
  it.each([
    ['Hello {visitor.name}, {agent.name} of {site.name}.', 'Hello Mia, Ana of Shop.', []],
    ['Hello {visitor.email|there}!', 'Hello there!', []],
    ['To {visitor.email}, at once', 'To, at once', ['visitor.email']],
    ['{visitor.name}{visitor.name}', 'MiaMia', []],
    ['{order.number} and {} and {visitor.name', '{order.number} and {} and {visitor.name', []],
    ['{constructor.name} {toString.x}', '{constructor.name} {toString.x}', []],
  ])('%s', (body, text, missing) => {
    expect(fillReply(body, values)).toEqual({ text, missing });
  });

  it('what a visitor calls herself is never read as a variable', () => {
    expect(fillReply('{visitor.name}', { ...values, 'visitor.name': '{agent.name} $& $1' }).text).toBe(
      '{agent.name} $& $1',
    );
  });
});

test('V2 found without accents and case, in any script, macros as well', async () => {
  const desk = new ConsoleDesk();
  const reply = (shortcut: string, body = 'Words') => ({ id: shortcut, shortcut, body, departmentId: null });
  const macro = (name: string) => ({ id: name, name, departmentId: null, actions: [] });
  desk.http.answers
    .set('replies', success([reply('café'), reply('über'), reply('مرحبا'), reply('नमस्ते'), reply('other', 'Señor')]))
    .set('macros', success([macro('Der Rückruf'), macro('Rückruf'), macro('استرداد'), macro('Ⓐ 10,000')]));
  await desk.open();
  const { replies, macros } = desk.app;
  await Promise.all([replies.load(), macros.load()]);
  const found = (text: string) => replies.find(text, null).map(({ id }) => id);
  expect(['/cafe', '/CAFÉ', '/cafe\u0301', '/UBER', '/مرح', '/नमस', '/senor'].map(found)).toEqual([
    ...[['café'], ['café'], ['café'], ['über'], ['مرحبا'], ['नमस्ते'], ['other']],
  ]);
  const runs = (text: string) => macros.find(text, null).map(({ id }) => id);
  expect(['/ruckruf', '/استر', '/'].map(runs)).toEqual([
    ['Rückruf', 'Der Rückruf'],
    ['استرداد'],
    ['Der Rückruf', 'Rückruf', 'استرداد', 'Ⓐ 10,000'],
  ]);
});

const REPLIES: SavedReply[] = [
  { id: 'r1', shortcut: 'hello', body: 'Hello {visitor.name|there}, this is {agent.name}.', departmentId: null },
  { id: 'r2', shortcut: 'refund', body: 'Your money comes.', departmentId: 'd1' },
  { id: 'r3', shortcut: 'late-refund', body: 'Sorry, {visitor.email}.', departmentId: null },
  { id: 'r4', shortcut: 'other', body: 'Of another department: refund.', departmentId: 'd2' },
];

async function show(path: string, role: Role = 'agent'): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  const me = { ...ana, role };
  desk.go(path);
  desk.http.answers.set('me', success(me)).set('replies', success(REPLIES)).set('departments', success([]));
  desk.relay.thread('c1', [visitorSays(1, 'Where is it?'), queued(2), assignedTo(3, ana)]);
  desk.relay.script('visitor:read', () => success({ ...NOTHING_SAID, name: 'Mia' }));
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
    desk.relay.script(quiet, () => success({}));
  await desk.open([summaryOf('c1', { departmentId: 'd1' })], { at: 1_000_000, me });
  render(<Root app={desk.app} />);
  return desk;
}
const options = () => within(screen.getByRole('listbox', { name: 'Saved replies' })).queryAllByRole('option');
const lines = () => options().map((option) => option.textContent?.split(' ')[0]);

test('V2 a slash opens the list; letters narrow it, arrow keys choose, Enter puts the filled text into the box and sends nothing', async () => {
  const desk = await show('/console/inbox/c1');
  const user = userEvent.setup();
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' });
  await user.type(box, '/');
  const list = await screen.findByRole('listbox', { name: 'Saved replies' });
  expect(within(list).getAllByRole('option')).toHaveLength(3);
  await user.type(box, 'refund');
  expect(lines()).toEqual(['/refundYour', '/late-refundSorry,']);
  expect(box.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
  await user.keyboard('{ArrowDown}');
  expect(options()[1]?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText(/Not known here, so left out: visitor.email/)).toBeTruthy();
  await user.keyboard('{ArrowUp}{Enter}');
  expect(box.value).toBe('Your money comes.');
  expect(screen.queryByRole('listbox', { name: 'Saved replies' })).toBeNull();
  expect(desk.relay.payloads('message:send')).toEqual([]);
  await user.clear(box);
  await user.type(box, '/hel{Enter}');
  expect(box.value).toBe('Hello Mia, this is Ana.');
});

test('V2 Escape closes the list and Enter sends what stands there; a slash inside a text opens nothing', async () => {
  const desk = await show('/console/inbox/c1');
  const user = userEvent.setup();
  const box = await screen.findByRole('textbox', { name: 'Reply' });
  await user.type(box, '/hello');
  await screen.findByRole('listbox', { name: 'Saved replies' });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox', { name: 'Saved replies' })).toBeNull();
  await user.keyboard('{Enter}');
  expect(desk.thread.draft.value).toBe('');
  await user.type(box, '/nothing like it{Enter}');
  expect(desk.thread.draft.value).toBe('');
  await user.clear(box);
  await user.type(box, '/nothing{Enter}');
  expect(desk.thread.draft.value).toBe('/nothing');
  await user.clear(box);
  await user.type(box, 'and/or');
  expect(screen.queryByRole('listbox', { name: 'Saved replies' })).toBeNull();
});

test('V2 the button beside the box takes the chosen line as Enter does, and sends no slash', async () => {
  const desk = await show('/console/inbox/c1');
  const user = userEvent.setup();
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' });
  await user.type(box, '/refund');
  await screen.findByRole('listbox', { name: 'Saved replies' });
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(box.value).toBe('Your money comes.');
  await user.clear(box);
  await user.type(box, '/nothing');
  await screen.findByText(/No saved reply is like this/);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(box.value).toBe('/nothing');
  expect(desk.relay.payloads('message:send')).toEqual([]);
});

test("V4 an own one comes first, is marked, and may stand beside the team's of the same name", async () => {
  REPLIES.push({ id: 'r5', shortcut: 'refund', body: 'My words.', departmentId: null, own: true });
  await show('/console/inbox/c1');
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: 'Reply' }), '/refund');
  await screen.findByRole('listbox', { name: 'Saved replies' });
  expect(options().map((option) => option.textContent)).toEqual([
    expect.stringContaining('/refundmineMy words.'),
    expect.stringContaining('/refundYour money'),
    expect.stringContaining('/late-refund'),
  ]);
  REPLIES.pop();
});

test('V4 an agent has a list of her own, and nothing to change of the team', async () => {
  const desk = await show('/console/settings/replies');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Add one of my own' }));
  expect(screen.queryByRole('heading', { name: 'Saved replies of the team' })).toBeNull();
  await user.type(screen.getByRole('textbox', { name: 'Shortcut' }), 'bye');
  await user.type(screen.getByRole('textbox', { name: 'What it says' }), 'Bye');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.http.asked.findLast(({ method }) => method === 'POST')?.body).toMatchObject({
    shortcut: 'bye',
    own: true,
  });
});

test('V1 a supervisor writes them, with a preview; a refusal stands at its field', async () => {
  const desk = await show('/console/settings/replies', 'supervisor');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Add a saved reply' }));
  await user.type(screen.getByRole('textbox', { name: 'Shortcut' }), 'thanks');
  const body = screen.getByRole('textbox', { name: 'What it says' });
  await user.click(body);
  await user.paste('Thank you, {visitor.name|you}.');
  expect(screen.getByText('Thank you, Mia.')).toBeTruthy();
  desk.http.refuse('POST', 'replies', refusal('invalid_payload', { field: 'shortcut' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/There is one with this shortcut already/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(desk.http.asked.findLast(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/v1/agent/replies',
    body: { shortcut: 'thanks', body: 'Thank you, {visitor.name|you}.', departmentId: null },
  });
  expect(screen.queryByRole('link', { name: 'Hours' })).toBeNull();
});
