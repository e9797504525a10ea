import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Root } from '../../../../console/ui/root.tsx';
import { answerMeasures } from '../../../../demo/states/console-measures.ts';
import { refusal } from '../../../../protocol/wire/errors.ts';
import type { MeasuresSummary } from '../../../../protocol/wire/measures.ts';
import { ConsoleDesk } from '../../../support/console-desk.ts';

afterEach(cleanup);

type Answering = (path: string) => unknown;

/** A relay that counts `episodes`, or answers otherwise, and remembers what it was asked. */
async function show(path: string, answering: number | Answering = 538): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  const { http, clock } = desk;
  const ask = http.ask.bind(http);
  const count: Answering =
    typeof answering === 'number' ? (asked) => answerMeasures(asked, clock.now(), answering) : answering;
  http.ask = async (question) => {
    const other = await ask(question);
    return question.path.includes('/measures/') ? count(question.path) : other;
  };
  desk.go(path);
  await desk.open();
  render(<Root app={desk.app} />);
  return desk;
}

const asked = (desk: ConsoleDesk, part: string) =>
  desk.http.asked
    .filter(({ path }) => path.includes(part))
    .map(({ path }) => new URL(path, 'http://here').searchParams);

test('M2, M6, M11: each figure carries its n, its meaning and the rows behind it', async () => {
  const desk = await show('/console/reports?period=7&zone=Asia%2FTokyo');
  const answered = await screen.findByRole('region', { name: 'Answered' });
  expect(within(answered).getByRole('link').getAttribute('href')).toBe(
    '/console/reports?period=7&zone=Asia%2FTokyo&which=answered',
  );
  expect(within(answered).getByText(/n = 538/)).toBeTruthy();
  const csat = screen.getByRole('region', { name: /CSAT/ });
  expect(within(csat).getByText('n = 258')).toBeTruthy();
  expect(within(csat).getByText(/95 % interval 80% to 89%/)).toBeTruthy();
  const user = userEvent.setup();
  await user.click(within(csat).getByRole('button', { name: /What .* means/ }));
  expect(within(csat).getByRole('note').textContent).toMatch(/Wilson/);
  expect(screen.getByText(/Asia\/Tokyo/, { selector: 'p' })).toBeTruthy();
  expect(asked(desk, 'measures/summary').at(-1)?.get('zone')).toBe('Asia/Tokyo');

  desk.go('/console/reports?period=7&zone=Asia%2FTokyo&which=rated&site=demo');
  await screen.findByText('4 of 148');
  expect(Object.fromEntries(asked(desk, 'measures/rows').at(-1) ?? [])).toMatchObject({
    of: 'rated',
    site: 'demo',
    zone: 'Asia/Tokyo',
  });
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText('8 of 148');
  expect(asked(desk, 'measures/rows').at(-1)?.get('cursor')).toBe('more');
  expect(screen.getByRole('link', { name: 'CSV of “Rated conversations”' }).getAttribute('href')).toMatch(
    /^\/api\/v1\/agent\/measures\/rows\?.*of=rated&format=csv$/,
  );
});

test('few answers are called few, and a share that was not reached is no number', async () => {
  await show('/console/reports', 7);
  const csat = await screen.findByRole('region', { name: /CSAT/ });
  expect(within(csat).getByText('Too few to judge')).toBeTruthy();
  const times = screen.getByRole('region', { name: 'Response times' });
  expect(within(times).getAllByText('not reached').length).toBeGreaterThan(0);
});

test('figures that could not be read say so and are asked for again; none at all says so too', async () => {
  let answer: Answering = () => undefined;
  await show('/console/reports', (path) => answer(path));
  const again = await screen.findByRole('button', { name: 'Try again' });
  answer = (path) => answerMeasures(path, 1, 0);
  await userEvent.setup().click(again);
  await screen.findByText('No conversations in this period');
  cleanup();
  await show('/console/reports/outcomes?period=7', () => refusal('not_found'));
  expect((await screen.findAllByText('This report is not there yet')).length).toBeGreaterThan(0);
});

test('every chart has its numbers as a table, for screen readers at once and for everybody at a press', async () => {
  await show('/console/reports/times?period=7');
  const chart = await screen.findByRole('figure', { name: 'How long visitors waited' });
  const table = within(chart).getByRole('table');
  expect(table.closest('.visually-hidden')).toBeTruthy();
  expect(within(table).getByRole('row', { name: /30 min and longer 2 1/ })).toBeTruthy();
  const press = within(chart).getByRole('button', { name: 'Table of “How long visitors waited”' });
  await userEvent.setup().click(press);
  expect(press.getAttribute('aria-pressed')).toBe('true');
  expect(within(chart).getByRole('table').closest('.visually-hidden')).toBe(null);
  expect(chart.querySelector('.plot-room')).toBe(null);
  const heat = screen.getByRole('figure', { name: 'First response by hour and weekday' });
  expect(within(heat).getAllByRole('columnheader', { name: '09' }).length).toBe(1);
});

test('agents stand by name; an order by a rate puts those of few conversations last, both ways', async () => {
  await show('/console/reports/agents?period=30');
  const names = () =>
    screen
      .getAllByRole('rowheader')
      .map((head) => head.textContent)
      .filter((name) => name !== 'All together');
  await screen.findByRole('link', { name: 'Dee Okafor' });
  expect(names()).toEqual(['Ana Ferreira', 'Bo Lindqvist', 'Cy Nakamura', 'Dee Okafor', 'None']);
  const user = userEvent.setup();
  // Dee has 100 % of three.
  await user.click(screen.getByRole('button', { name: /^Satisfaction/ }));
  expect(names().at(-1)).toBe('Dee Okafor');
  await user.click(screen.getByRole('button', { name: /^Satisfaction/ }));
  expect(names()[0]).toBe('Ana Ferreira');
  expect(names().at(-1)).toBe('Dee Okafor');
  // Ana of the test is an agent: she is told that these are her own.
  expect(screen.getByText(/Your own figures/)).toBeTruthy();
});

test('two periods: the difference is said in words, and chance with it', async () => {
  const desk = await show('/console/reports/compare?period=days&from=2026-05-11&to=2026-05-20&zone=UTC');
  const row = (await screen.findByText('First response')).closest('tr');
  expect(row?.textContent).toContain('the difference may be chance');
  expect(screen.getByText('Satisfaction (CSAT)').closest('tr')?.textContent).toContain('now higher, beyond chance');
  // Of a median and of a share the change has its interval; of a plain number the words say what chance does.
  expect(row?.textContent).toMatch(/95 % interval \W*[−+±]\d.*sec\W* to \W*[−+±]\d/);
  expect(screen.getByText('Satisfaction (CSAT)').closest('tr')?.textContent).toMatch(
    /95 % interval \W*[−+±]\d+ points?/,
  );
  expect(screen.getByText('Conversations').closest('tr')?.textContent).not.toContain('interval');
  const question = asked(desk, 'measures/summary').at(-1);
  expect(question?.get('againstFrom')).toBe(String(Date.UTC(2026, 4, 1)));
  expect(question?.get('againstTo')).toBe(String(Date.UTC(2026, 4, 11)));
});

test('a filter is added from what occurred, stands in the address, and goes again', async () => {
  const desk = await show('/console/reports/volume?period=7');
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Only' }), 'Department');
  const choice = await screen.findByRole('combobox', { name: 'Department' });
  await within(choice).findByRole('option', { name: 'Wholesale' });
  await user.selectOptions(choice, 'Wholesale');
  expect(desk.path).toBe('/console/reports/volume?period=7&department=d2');
  expect(await screen.findByText('Department: Wholesale')).toBeTruthy();
  expect(asked(desk, 'measures/series').at(-1)?.get('department')).toBe('d2');
  expect(screen.getByRole('link', { name: /Remove the filter/ }).getAttribute('href')).toBe(
    '/console/reports/volume?period=7',
  );
});

test('a topic far above its usual number is marked in words', async () => {
  await show('/console/reports/topics?period=7');
  const [row] = await screen.findAllByRole('row', { name: /^Arrived broken/ });
  expect(row?.textContent).toMatch(/121.*40.*Far above the usual/);
});

test('what cannot be asked for says so and what to do, and offers no second try', async () => {
  const desk = await show('/console/reports?period=days&from=2015-01-01&to=2025-12-31', () =>
    refusal('invalid_payload'),
  );
  await screen.findByText('This cannot be shown');
  expect(screen.getByText(/at most 366 days/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  desk.go('/console/reports/splits?period=7&which=nosuch');
  await screen.findByText('Choose what to split by.');
  expect(await screen.findByText('This cannot be shown')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('M11 two periods that overlap say how many count in both, and judge nothing', async () => {
  const compare = (shared: number) =>
    show('/console/reports/compare?period=7', (path) => {
      const answer = answerMeasures(path, 1, 538);
      const against = answer.ok && (answer.value as MeasuresSummary).against;
      if (against) against.shared = shared;
      return answer;
    });
  await compare(1_234);
  await screen.findByText(/overlap \(conversations in both: 1,234\)/);
  const told = (name: RegExp) => screen.queryAllByRole('cell', { name }).length;
  expect([told(/^not judged$/) > 10, told(/chance/)]).toEqual([true, 0]);
  cleanup();
  await compare(0);
  await screen.findByText(/^Two periods always differ/);
  expect(told(/chance/)).toBeGreaterThan(3);
});
