import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../../../console/ui/language.ts';
import { fetchLanguage } from '../../../console/ui/languages/all.ts';
import { success } from '../../../protocol/wire/errors.ts';
import type { FoundLine } from '../../../protocol/wire/find.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../../protocol/wire/notices.ts';
import { ana, ConsoleDesk, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

// Words are chosen before any part is read, and how lengths are said before the words.
speak('de', null);
speak('de', await fetchLanguage('de'));
const { Root } = await import('../../../console/ui/root.tsx');
const { consoleParts } = await import('../../support/console-parts.ts');
await consoleParts();
afterEach(cleanup);

const { visitor } = summaryOf('c1');

async function show(path: string): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go(path);
  desk.http.answers.set('me', success(ana));
  desk.http.answers.set('notices', success({ settings: NOTICE_SETTINGS_DEFAULT, publicKey: 'key', devices: [] }));
  desk.relay.thread('c1', [visitorSays(1, 'Hallo')]);
  for (const quiet of ['receipt:set', 'session:touch'] as const) desk.relay.script(quiet, () => success({}));
  await desk.open(
    [
      summaryOf('c1', { visitor: { ...visitor, label: 'Visitor 7F3K' } }),
      summaryOf('c2', { visitor: { ...visitor, label: 'Erased' } }),
      summaryOf('c3', { visitor: { ...visitor, label: 'Visitor 1AB2', email: 'Visitor@example.org' } }),
    ],
    { at: 1_000_000, me: ana },
  );
  render(<Root app={desk.app} />);
  await settle();
  return desk;
}

test('J19 list and thread say a made-up name in the language of the console, and a typed one as it was typed', async () => {
  await show('/console/inbox/c1');
  const list = within(await screen.findByRole('list', { name: 'Gespräche' }));
  for (const name of ['Besucher 7F3K', 'Gelöscht', 'Visitor@example.org']) expect(list.getByText(name)).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Besucher 7F3K' })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/Visitor 7F3K|Erased/);
});

test('U9 beside a name in the list a long mark says the larger unit of the time alone, and so does the time since the last word', async () => {
  const desk = await show('/console/inbox');
  const waits = (minutes: number) => ({ waitingSince: 1_000_000 - minutes * 60_000 - 28_000 });
  const lines = [
    summaryOf('c1', { change: 2, visitor: { ...visitor, label: 'Visitor 7F3K' }, ...waits(3) }),
    summaryOf('c4', { change: 2, visitor: { ...visitor, label: 'Visitor 4AB2' }, lastAt: 1_000_000 - 300_000 }),
  ];
  desk.relay.script('inbox:sync', () => success({ conversations: lines, change: 2, more: false } as never));
  desk.relay.fact('inbox:moved', { change: 2 });
  await settle();
  const when = (name: string) =>
    screen.getByText(name, { selector: '.row-who' }).closest('.row')?.querySelector('.row-when')?.textContent;
  await waitFor(() => expect(when('Besucher 4AB2')).toMatch(/^5\sMin\.$/));
  expect(when('Besucher 7F3K')).toMatch(/^Zu lange3\sMin\.$/);
});

test('J19 notices and what was missed say it, and a colleague of that name keeps it', async () => {
  const desk = await show('/console/inbox');
  desk.attention.seen = false;
  desk.attention.turn(false);
  const { notices } = desk.app;
  notices.tell({ kind: 'message', conversationId: 'c1', who: 'Visitor 7F3K', made: true, text: 'Hallo', muted: false });
  notices.tell({ kind: 'mention', conversationId: 'c1', who: 'Visitor 7F3K', text: 'Hallo', muted: false });
  expect(desk.push.shown).toMatchObject([{ title: 'Besucher 7F3K' }, { title: 'Visitor 7F3K' }]);
  expect(await screen.findByText(/Besucher 7F3K/, { selector: '.missed-bar span' })).toBeTruthy();
});

test('J19 what is looked for as it is shown is asked as it is kept, and a person found is said so, with its marks', async () => {
  const desk = await show('/console/find');
  const found: FoundLine = {
    ...{ kind: 'person', conversationId: 'c1', status: 'active', siteName: 'Shop', visitorLabel: 'Visitor 7F3K' },
    ...{ place: 0, at: 1, author: null, agentName: null, text: 'Visitor 7F3K · Mia Visitor' },
    marks: [
      [0, 7],
      [8, 12],
      [19, 26],
    ],
  };
  desk.http.answers.set('find?text=Visitor%207F3K', success({ lines: [found], next: null, catchingUp: false }));
  const box = await screen.findByRole<HTMLInputElement>('searchbox');
  await userEvent.type(box, 'Besucher 7F3K{Enter}');
  const line = await screen.findByText('· Mia', { exact: false, selector: '.find-text' });
  expect(line.textContent).toBe('Besucher 7F3K · Mia Visitor');
  expect([...line.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['7F3K', 'Visitor']);
  expect(box.value).toBe('Besucher 7F3K');
});
