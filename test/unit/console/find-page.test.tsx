import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { render as draw } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { FoundLine, FoundPage } from '../../../protocol/wire/find.ts';
import { ana, ConsoleDesk } from '../../support/console-desk.ts';

afterEach(cleanup);

const line = (more: Partial<FoundLine>): FoundLine => ({
  kind: 'message',
  conversationId: 'c1',
  status: 'active',
  siteName: 'Shop',
  visitorLabel: 'Visitor Heron',
  place: 3,
  at: 1_000_000,
  author: 'visitor',
  agentName: null,
  text: 'Is the Café open?',
  marks: [[7, 11]],
  ...more,
});
const page = (lines: FoundLine[], next: string | null = null): FoundPage => ({ lines, next, catchingUp: false });

async function show(path = '/console/find'): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go(path);
  desk.http.answers.set('me', success(ana));
  await desk.open([], { at: 1_000_000, me: ana });
  return desk;
}

test('L7 an address with words looks at once; each line says who, where and why, and leads to its conversation', async () => {
  const desk = await show('/console/find?text=caf%C3%A9');
  desk.http.answers.set(
    'find?text=caf%C3%A9',
    success(
      page([
        line({}),
        line({ kind: 'note', place: 1, author: 'agent', agentName: 'Bo', text: 'café', marks: [[0, 4]] }),
      ]),
    ),
  );
  render(<Root app={desk.app} />);
  const links = await within(await screen.findByRole('main')).findAllByRole('link');
  expect(screen.getByText('2 places found').getAttribute('role')).toBe('status');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/console/inbox/c1?at=3',
    '/console/inbox/c1?note=1',
  ]);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Café', 'café']);
  expect(links[1]?.textContent).toContain('Bo: ');
});

test('L7 what is typed as soon as the box is there stays in it', async () => {
  const desk = await show('/console/find');
  const place = document.body.appendChild(document.createElement('div'));
  // As in a browser: what comes after the picture is not waited for.
  draw(<Root app={desk.app} />, place);
  const box = await screen.findByRole<HTMLInputElement>('searchbox');
  fireEvent.input(box, { target: { value: 'porcelain' } });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect([box.value, desk.app.find.text.peek()]).toEqual(['porcelain', 'porcelain']);
  draw(null, place);
  place.remove();
});

test('L7 a refusal and a failure say what to do, and a filter asks again', async () => {
  const desk = await show('/console/find?text=.');
  desk.http.answers.set('find?text=.', refusal('invalid_payload'));
  render(<Root app={desk.app} />);
  expect(await screen.findByText('There is no word in this to look for.')).toBeTruthy();
  desk.http.answers.set('find?text=.', refusal('unavailable'));
  await userEvent.setup().selectOptions(screen.getByRole('combobox', { name: 'Look in' }), 'Notes');
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(desk.http.asked.at(-1)?.path).toBe('/api/v1/agent/find?text=.&kind=note');
});

test('L7 the next page comes behind the first one', async () => {
  const desk = await show('/console/find?text=a');
  // The first that fits is taken.
  desk.http.answers.set('find?text=a&cursor=0-8', success(page([line({ place: 7 })])));
  desk.http.answers.set('find?text=a', success(page([line({ place: 9 })], '0-8')));
  render(<Root app={desk.app} />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Show more' }));
  expect((await screen.findByText('2 places found')).textContent).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('L8 who comes back to what was found sees it as it is now, as far down as it was', async () => {
  const desk = await show('/console/find?text=a');
  const { answers } = desk.http;
  answers.set(
    'find?text=a&cursor=0-8',
    success(page([line({ place: 7 }), line({ place: 6, text: 'a secret', marks: [] })], '0-6')),
  );
  answers.set('find?text=a', success(page([line({ place: 9 })], '0-8')));
  render(<Root app={desk.app} />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Show more' }));
  await screen.findByText('a secret');
  desk.go('/console/inbox/c1?at=6');
  await waitFor(() => expect(screen.queryByText('a secret')).toBeNull());
  // It was removed there, by whoever it was.
  answers.set('find?text=a&cursor=0-8', success(page([line({ place: 7 })], null)));
  desk.go('/console/find?text=a');
  expect(await screen.findByText('2 places found')).toBeTruthy();
  expect(screen.queryByText('a secret')).toBeNull();
});
