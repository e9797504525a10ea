import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ALWAYS_OPEN, SITE_SETTINGS_DEFAULT } from '../../../protocol/wire/settings.ts';
import { ana, ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

const PREVIEW = {
  now: { open: false, opensAt: 1, day: 'Works outing', text: null },
  changesAt: Date.UTC(2026, 10, 27, 8),
  days: [
    { date: '2026-11-26', name: 'Works outing', hours: [] },
    { date: '2026-11-27', name: null, hours: [{ from: '22:00', to: '06:00' }] },
  ],
};
let desk: ConsoleDesk;
const user = userEvent.setup();

beforeEach(async () => {
  desk = new ConsoleDesk();
  const owner = { ...ana, role: 'owner' as const };
  const site = { id: 's1', key: 'shop', name: 'Shop', origins: [], snippet: '<script>' };
  desk.http.answers
    .set('me', success(owner))
    .set('hours/preview', success({ now: ALWAYS_OPEN, changesAt: null, days: [] }))
    .set('sites/shop/settings', success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }))
    .set('departments/d1/hours', success({ settings: { hours: null, offline: null }, version: 0 }))
    .set('sites', success([site]))
    .set('departments', success([{ id: 'd1', siteId: null, name: 'Returns', routing: {} }]))
    .set('staff', success([]))
    .set('routing-plan', success({}));
  await desk.open([], { me: owner });
});
beforeAll(consoleParts);
afterEach(cleanup);

async function show(path: string): Promise<void> {
  desk.go(path);
  render(<Root app={desk.app} />);
  await screen.findByRole('heading', { name: 'Settings' });
}
const saved = () => desk.http.asked.findLast(({ method }) => method === 'PUT');

test('H2–H4 a week, a second interval, midnight and a holiday are written with names for everything, and saved as one', async () => {
  await show('/console/settings/hours');
  await user.click(await screen.findByRole('radio', { name: 'Open at certain hours' }));
  const monday = screen.getByRole('group', { name: 'Monday' });
  await user.click(within(monday).getByRole('button', { name: 'Add hours to Monday' }));
  // The keyboard is where the new hours begin.
  expect(document.activeElement).toBe(screen.getByLabelText('Monday, hours 2: from'));
  expect(screen.getByLabelText<HTMLInputElement>('Monday, hours 2: to').value).toBe('20:00');
  fireEvent.input(screen.getByLabelText('Monday, hours 2: to'), { target: { value: '00:00' } });
  fireEvent.input(screen.getByLabelText('Friday, hours 1: to'), { target: { value: '02:00' } });
  expect(within(screen.getByRole('group', { name: 'Friday' })).getByText('until the next day')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a day' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  await user.keyboard('Works outing');
  fireEvent.input(screen.getByLabelText('Date'), { target: { value: '2026-11-26' } });
  await user.click(screen.getByRole('checkbox', { name: 'Every year' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const office = [{ from: '09:00', to: '17:00' }];
  expect(saved()?.path).toBe('/api/v1/agent/sites/shop/settings?basedOn=0');
  expect(saved()?.body).toMatchObject({
    hours: {
      zone: 'UTC',
      week: {
        monday: [...office, { from: '18:00', to: '24:00' }],
        tuesday: office,
        friday: [{ from: '09:00', to: '02:00' }],
        sunday: [],
      },
      days: [{ date: '2026-11-26', yearly: true, name: 'Works outing', hours: [] }],
    },
  });
});

test('H12 the preview says in words when it is open and when it opens next', async () => {
  desk.http.answers.set('hours/preview', success(PREVIEW));
  await show('/console/settings/hours');
  await user.click(await screen.findByRole('radio', { name: 'Open at certain hours' }));
  await desk.clock.advance(300);
  const card = await screen.findByRole('region', { name: 'What this means' });
  expect(within(card).getByText(/^Works outing: Chat is closed. Next open: Friday, November 27/)).toBeTruthy();
  const days = within(card).getAllByRole('listitem');
  expect(days.map((day) => day.textContent)).toEqual([
    'Thursday, November 26 · todayclosedWorks outing',
    'Friday, November 27 · tomorrow10:00 PM to 6:00 AM the next day',
  ]);
});

test('H10 what is wrong is said beside its box, and a refused save leads there', async () => {
  await show('/console/settings/hours');
  await user.click(await screen.findByRole('radio', { name: 'Open at certain hours' }));
  desk.http.refuse('PUT', 'shop/settings', refusal('invalid_payload', { field: 'hours.zone' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const zone = await screen.findByRole('combobox', { name: 'Time zone' });
  await settle();
  expect(zone.getAttribute('aria-invalid')).toBe('true');
  const said = document.getElementById(zone.getAttribute('aria-describedby')?.split(' ')[1] ?? '');
  expect(said?.textContent).toBe('There is no such time zone. Choose one from the list.');
  expect(document.activeElement).toBe(zone);
});

test('H11 a change survives other pages, is announced at the foot, and can be discarded', async () => {
  await show('/console/settings/closing');
  await user.type(await screen.findByRole('spinbutton', { name: 'Time for notes (seconds)' }), '5');
  expect(screen.getByText('Not saved yet: time for notes')).toBeTruthy();
  desk.go('/console/settings/queue');
  await screen.findByRole('heading', { name: 'The queue' });
  expect(screen.getByText('Not saved yet: time for notes')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(screen.queryByText(/Not saved yet/)).toBeNull();
});

test('H6 the switch takes chat offline with a text at once; the form around it is not saved by its Enter', async () => {
  await show('/console/settings/hours');
  await user.click(await screen.findByRole('button', { name: 'Take chat offline now…' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What visitors read' }));
  await user.keyboard('Back at noon.');
  await user.click(screen.getByRole('button', { name: 'Take it offline' }));
  expect(saved()?.body).toEqual({ ...SITE_SETTINGS_DEFAULT, offline: { text: 'Back at noon.', until: null } });
});

test('a department has hours and the switch alone; without its own hours it is open when its site is', async () => {
  await show('/console/settings/hours/department-d1');
  expect(await screen.findByText('This department is open when its site is.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'The same as its site' }).checked).toBe(true);
  expect(screen.queryByText('When the hours end')).toBeNull();
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'For' }).value).toBe('department-d1');
});

test('C13, C15, Q4, Q5 closing and the queue are written in the units people think in', async () => {
  await show('/console/settings/closing');
  await user.click(await screen.findByRole('checkbox', { name: 'End the conversation by itself' }));
  const close = screen.getByRole('spinbutton', { name: 'End it after (minutes)' });
  await user.clear(close);
  await user.type(close, '7.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved()?.body).toMatchObject({ idle: { warnAfterMs: 300_000, closeAfterMs: 450_000, outcome: 'resolved' } });
  desk.go('/console/settings/queue');
  await user.type(await screen.findByRole('spinbutton', { name: 'At most so many wait' }), '12');
  await user.click(screen.getByRole('checkbox', { name: 'Show how long it takes' }));
  expect(screen.getByText('You are number 3')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a sentence' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved()?.body).toMatchObject({
    queue: { waitingMax: 12, showsRange: false, stages: [{ afterMs: 60_000 }] },
  });
});
