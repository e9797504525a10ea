import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';

beforeAll(consoleParts);
afterEach(async () => {
  // What was drawn last runs its effects with the next frame: they must not come when the page is gone.
  await new Promise(requestAnimationFrame);
  cleanup();
});

const PATH = 'conversations/c1/outside';

async function show(): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', [visitorSays(1, 'Bom dia'), queued(2), assignedTo(3, ana)]);
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
    desk.relay.script(quiet, () => success({}));
  desk.http.answers
    .set(`${PATH}/assist`, success({ kind: 'said', text: 'Good day to you.' }))
    .set(
      `${PATH}/translate-answer`,
      success({ kind: 'translated', translations: [{ seq: 0, text: 'Boa tarde', from: 'en' }] }),
    )
    .set(
      `${PATH}/translate`,
      success({ kind: 'translated', translations: [{ seq: 1, text: 'Good morning', from: 'pt' }] }),
    )
    .set(PATH, success({ panels: [], translate: true, assist: true }));
  await desk.open([summaryOf('c1')], { at: 1_000_000, served: [{ siteId: 'site-1', version: 1 }] });
  render(<Root app={desk.app} />);
  return desk;
}

const box = () => screen.getByLabelText('Reply', { selector: 'textarea' }) as HTMLTextAreaElement;
const boxComes = () => screen.findByLabelText('Reply', { selector: 'textarea' });
const write = async (value: string) => fireEvent.input(await boxComes(), { target: { value } });
const bodies = (desk: ConsoleDesk, part: string) =>
  desk.http.asked.filter(({ path }) => path.endsWith(part)).map(({ body }) => body);

async function choose(name: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(await screen.findByLabelText('Writing help', { selector: 'button' }));
  await user.click(within(screen.getByLabelText('Writing help', { selector: '[role=menu]' })).getByText(name));
}

test('CS9 a suggestion comes into the box behind what was begun, is marked, and goes again by Undo; nothing is sent', async () => {
  const user = userEvent.setup();
  const desk = await show();
  await write('Hello.');
  await choose('Suggest an answer');
  expect(await screen.findByText('Suggested. Please check it before you send it.')).toBeTruthy();
  expect(box().value).toBe('Hello.\nGood day to you.');
  await user.click(screen.getByText('Undo'));
  expect(box().value).toBe('Hello.');
  await choose('Make it shorter');
  await screen.findByText('Rewritten. Please check it before you send it.');
  expect(box().value).toBe('Good day to you.');
  expect(bodies(desk, '/assist')).toEqual([{ task: 'suggest' }, { task: 'rewrite', text: 'Hello.', manner: 'short' }]);
  expect(desk.relay.sent.filter(({ name }) => name === 'message:send')).toEqual([]);
});

test('CS9 what the assistant cannot do is said, and asked again', async () => {
  const user = userEvent.setup();
  const desk = await show();
  await boxComes();
  desk.http.refuse('POST', '/assist', success({ kind: 'trouble', trouble: 'slow' }));
  await choose('Suggest an answer');
  expect(await screen.findByText('The writing assistant took too long.')).toBeTruthy();
  await user.click(screen.getByText('Try again'));
  await screen.findByText('Suggested. Please check it before you send it.');
  expect(box().value).toBe('Good day to you.');
});

test('CS9 a summary stands in the note, in the agent’s language', async () => {
  const desk = await show();
  await boxComes();
  await choose('Sum up in a note');
  await screen.findByText(/Summed up by the assistant/);
  const note = (await screen.findByLabelText(/note/i, { selector: 'textarea' })) as HTMLTextAreaElement;
  expect(note.value).toBe('Good day to you.');
  expect(bodies(desk, '/assist')).toEqual([{ task: 'sum_up', to: 'en' }]);
});

test('CS8 what the visitor writes stands in the agent’s language under it, and stays as it was', async () => {
  const desk = await show();
  await boxComes();
  await choose('Translate what the visitor writes');
  expect(await screen.findByText('Good morning')).toBeTruthy();
  expect(screen.getByText('Translated from Portuguese')).toBeTruthy();
  expect(screen.getAllByText('Bom dia').length).toBeGreaterThan(0);
  expect(bodies(desk, '/translate')).toEqual([{ seqs: [1], to: 'en' }]);
});

test('CS8 an answer is looked at in the visitor’s language, then taken, and sent by nobody else', async () => {
  const user = userEvent.setup();
  const desk = await show();
  await write('Good afternoon');
  await choose('Translate my answer');
  const bar = within(screen.getByLabelText('Translate my answer', { selector: 'section' }));
  await user.selectOptions(bar.getByRole('combobox', { name: 'Translate into' }), 'pt');
  await user.click(bar.getByRole('button', { name: 'Translate' }));
  expect(await bar.findByText('Boa tarde')).toBeTruthy();
  expect(box().value).toBe('Good afternoon');
  await user.click(bar.getByRole('button', { name: 'Use this' }));
  expect(box().value).toBe('Boa tarde');
  expect(screen.getByText('Translated into Portuguese. Please check it before you send it.')).toBeTruthy();
  expect(bodies(desk, '/translate-answer')).toEqual([{ text: 'Good afternoon', to: 'pt' }]);
  await user.click(screen.getByText('Undo'));
  expect(box().value).toBe('Good afternoon');
});
