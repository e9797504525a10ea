// @vitest-environment jsdom
import { get } from 'node:http';
import { act, cleanup, configure, render, waitFor, within } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { parseReports, REPORT_VIEWS, type ReportPlace } from '../../console/model/report-place.ts';
import { Root } from '../../console/ui/root.tsx';
import { businessWords } from '../../console/ui/strings-of-business.ts';
import { seededRandom } from '../../protocol/kit/random.ts';
import { BUSINESS_SETTINGS_DEFAULT } from '../../protocol/wire/business.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { ConsoleDesk } from '../support/console-desk.ts';
import { planHistory } from '../support/history-plan.ts';
import { LiveHistory, siteId } from '../support/live-history.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** The real views over the relay's own answers: whatever number can be pressed is pressed, and its rows are counted, as a list and as a file. */

const DAY = 24 * 3_600_000;
const now = Date.now();
let relay: TestRelay;
let cookie: string;

configure({ asyncUtilTimeout: 60_000 });
// Hundreds of lists and files are read, on a machine that may have other work.
vi.setConfig({ testTimeout: 600_000 });
afterEach(cleanup);
beforeAll(async () => {
  const plan = planHistory(seededRandom(325), { conversations: 18, from: now - 5 * DAY, to: now - DAY });
  relay = await startTestRelay({ before: (store) => new LiveHistory(store, plan).happen() });
  const boss = { email: 'boss@example.org', name: 'Boss', role: 'owner', password: PASSWORD } as const;
  expect((await addAgent(relay.context, boss)).answer.ok).toBe(true);
  cookie = await relay.signIn(boss.email);
  await answerWithoutNames();
  await sayMore();
});
afterAll(() => relay.remove());

/** More than one page of them, so that the last page is one of those alone. */
async function answerWithoutNames(): Promise<void> {
  for (let no = 0, said = 0; said < 2 && no < 18; no += 1) {
    const found = await relay.store.findConversation(`conversation-${no}`);
    if (found?.status !== 'closed' || found.siteId !== siteId(0)) continue;
    const rating = { conversationId: found.id, episode: found.episode, score: 5 - said * 4, comment: 'Well', at: now };
    const written = await relay.store.rateEpisode({
      ...rating,
      anonymous: { id: `nameless-${no}`, dayAt: now - 2 * DAY },
    });
    if (written.result === 'changed') said += 1;
  }
}

/** Ranges that were told, more questions answered, follow-ups with and without a later rating, and orders. */
async function sayMore(): Promise<void> {
  const told = { position: 1, lowMs: 20_000, highMs: 600_000, samples: 20, episode: 1 };
  const opened = await Promise.all(
    Array.from({ length: 18 }, (_, no) => relay.store.findConversation(`conversation-${no}`)),
  );
  const found = opened.flatMap((one) => (one ? [one] : []));
  await relay.store.addPromises(found.map(({ id, openedAt }) => ({ ...told, conversationId: id, at: openedAt })));
  const ended = found.filter(({ status, siteId: site }) => status === 'closed' && site === siteId(1)).slice(0, 4);
  for (const [index, { id, episode, closedAt }] of ended.entries()) {
    const more = { effort: 7 - index, recommend: 10 - 3 * index };
    const followUp = { id: `f-${index}`, causes: ['low_score'], owner: 'agent', dueAt: now - DAY } as const;
    const rating = { conversationId: id, episode, score: 1 + index, comment: null, more, at: (closedAt ?? now) + 1 };
    await relay.store.rateEpisode({
      ...rating,
      ...(index < 3 && { followUp: { ...followUp, causes: ['low_score'] } }),
    });
  }
  const [first] = ended;
  const again = { score: 5, comment: null, at: now - DAY };
  if (first) await relay.store.rateEpisode({ conversationId: first.id, episode: first.episode, ...again });
  await relay.store.endFollowUp({ id: 'f-0', byId: 'boss', outcome: 'done', note: null, at: now - 2 * DAY });
  const order = (n: number) => ({ orderId: `o-${n}`, minor: 900 + n, currency: 'EUR', isCancelled: false });
  const orders = [1, 2, 3, 4].map((n) => ({ ...order(n), subject: `s-${n % 3}`, at: now - n * DAY }));
  await relay.store.importOrders({ siteId: siteId(0), orders, at: now });
  const settings = { currency: 'EUR', months: [{ month: '2020-01', hourlyCost: 1_000, marketing: 0 }] };
  const document = { ...BUSINESS_SETTINGS_DEFAULT, ...settings };
  await relay.store.setBusinessSettings({ document, basedOn: undefined, agentId: 'boss', at: now });
}

/** Each by a connection of its own: one that was kept may be closed by the relay just when it is used again. */
const textOf = (path: string) =>
  new Promise<string>((resolve, reject) => {
    const asking = get(relay.origin + path, { agent: false, headers: { Cookie: cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    asking.on('error', reject);
  });
const ask = async (path: string) => JSON.parse(await textOf(path)) as Answer<Record<string, unknown>>;

async function show(path: string): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  await desk.clock.advance(now - desk.clock.now());
  const other = desk.http.ask.bind(desk.http);
  const underWay = new Set<Promise<unknown>>();
  let begun = 0;
  desk.http.ask = (question) => {
    if (!/\/agent\/(?:measures\/|reports\/|feedback\?)/.test(question.path)) return other(question);
    const asking = ask(question.path).finally(() => underWay.delete(asking));
    underWay.add(asking);
    begun += 1;
    return asking;
  };
  desk.go(path);
  await desk.open();
  render(<Root app={desk.app} />);
  await waitFor(() => expect(begun).toBeGreaterThan(0));
  while (underWay.size > 0) await act(() => Promise.all(underWay).then(() => undefined));
  expect(document.querySelector('.reports .skeleton')).toBeNull();
  return desk;
}

/** What the list behind a number holds, page after page, and how many lines its file has. */
async function countBehind(desk: ConsoleDesk, place: ReportPlace): Promise<[list: number, file: number]> {
  const { which, part } = place;
  if (which === null) throw new Error('Nothing is opened here.');
  const isBusiness = which.startsWith('business:');
  const [by, key] = [part?.slice(0, part.indexOf(':')), part?.slice(part.indexOf(':') + 1)];
  const extra = { of: which.slice('business:'.length), ...(part && { by: by ?? '', key: key ?? '' }) };
  const { reports } = desk.app;
  const path = isBusiness ? reports.pathOf('reports/business/rows', place, extra) : reports.rowsPath(place, which);
  const file = (await textOf(desk.app.reports.csvOf(path))).trimEnd().split('\r\n').length - 1;
  let list = 0;
  for (let next: string | null = null; ; ) {
    const answer = await ask(`/api/v1/agent/${path}${next ? `&cursor=${next}` : ''}`);
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    const page = answer.value as { total: number; rows: unknown[]; nameless?: unknown[]; next?: string | null };
    list += page.rows.length + (page.nameless?.length ?? 0);
    next = page.next ?? null;
    if (next === null) return [list === page.total ? list : -1, file];
  }
}

const numbersIn = (text: string) => [...text.matchAll(/\d[\d,]*/g)].map(([found]) => Number(found.replaceAll(',', '')));

/** The rows are the number itself, its n, or the part of its n that the share says. */
function says(link: Element, rows: number): boolean {
  const own = link.textContent ?? '';
  // A sum of money: its rows are added up in business.fuzz.
  if (own.startsWith('€')) return rows > 0;
  if (/^[\d,]+$/.test(own)) return Number(own.replaceAll(',', '')) === rows;
  // The nearest that names another number besides: a cell, the line of a table, a card.
  const boxes = ['.group-cell', '.share-line', 'tr', '.card'].map((name) => link.closest(name)?.textContent ?? own);
  const all = numbersIn(boxes.find((text) => text.length > own.length) ?? own);
  if (all.includes(rows)) return true;
  // What it is a share of may stand above the table.
  const around = [...all, ...numbersIn(link.closest('.plot')?.querySelector('.plot-unit')?.textContent ?? '')];
  return own.endsWith('%') && around.some((n) => `${Math.round((100 * rows) / n)}%` === own);
}

const BOXES = ':is(tbody tr, tfoot tr, .share-line, .fact, .figure-line, .card)';
/** What has no rows says so in a sentence beside it. */
const SENTENCES = [businessWords.teamRows, businessWords.forecast.noRows];

/** Boxes that tell numbers, none of which leads to its rows. */
function withoutRows(page: string): string[] {
  const told = [...document.querySelectorAll(`${page} ${BOXES}`)].filter((box) => {
    const numbers = [...box.querySelectorAll('td, dd, p')].map((one) => one.textContent).join();
    return /[1-9]/.test(numbers === '' ? (box.textContent ?? '') : numbers);
  });
  const around = (box: Element) => box.closest('.card')?.textContent ?? box.parentElement?.textContent ?? '';
  return told
    .filter((box) => !box.querySelector('a[href*="which="]') && !SENTENCES.some((one) => around(box).includes(one)))
    .map((box) => `${box.closest('[aria-label]')?.getAttribute('aria-label')}: ${box.textContent}`);
}

/** The numbers of a picture are pressed in its table. */
async function openTables(): Promise<void> {
  for (const button of document.querySelectorAll<HTMLElement>('.plot-tools button')) await act(() => button.click());
}

/** Pictures that a screen reader is not told of as a table, or is told of as a picture too. */
function withoutTwin(): (string | null)[] {
  const told = [...document.querySelectorAll<HTMLElement>('figure.plot')].filter((plot) => {
    const isDrawn = [...plot.querySelectorAll('svg')].some((svg) => svg.closest('[aria-hidden="true"]') === null);
    const isTold = within(plot)
      .queryAllByRole('table')
      .some((table) => table.querySelector('tbody td') !== null);
    return isDrawn || !(isTold || plot.querySelector('.quiet, .comments') !== null);
  });
  return told.map((plot) => plot.getAttribute('aria-label'));
}

async function pressAll(path: string): Promise<number> {
  const desk = await show(path);
  expect(withoutTwin()).toEqual([]);
  await openTables();
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.reports a[href*="which="]')];
  const hrefs = [...new Set(links.map((link) => link.getAttribute('href') ?? ''))];
  const counted = new Map(
    await Promise.all(
      hrefs.map(async (href) => {
        const [address = '', query = ''] = href.split('?');
        return [href, await countBehind(desk, parseReports(address.split('/')[3], query))] as const;
      }),
    ),
  );
  const faults = links.flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    const [list, file] = counted.get(href) ?? [-1, -1];
    return list === file && says(link, list) ? [] : [`${href}: ${list} rows, ${file} lines, “${link.textContent}”`];
  });
  expect(faults).toEqual([]);
  expect(withoutRows('.reports')).toEqual([]);
  cleanup();
  return links.length;
}

test.each(REPORT_VIEWS)(
  'S14 every number of the view “%s” opens as many rows as it says, and its file holds them',
  async (view) => {
    const split = view === 'splits' ? '&split=department' : '';
    expect(await pressAll(`/console/reports/${view}?period=7&zone=Europe%2FBerlin${split}`)).toBeGreaterThan(0);
  },
);

test('M12 the page of business says above its first figure that none of it is a cause', async () => {
  await show('/console/reports/business?period=7&zone=Europe%2FBerlin');
  const [first] = document.querySelectorAll('.reports .report-note, .reports .card, .reports .plot');
  expect(first?.textContent).toMatch(/association, not cause/);
  // And wherever one says what it is: whoever came for one figure reads that one.
  const cards = ['Orders and chats', 'Who came back within 90 days', 'Revenue', 'What it costs'];
  for (const name of cards) {
    const [means] = document.querySelectorAll(`.card[aria-label="${name}"] .definition-text`);
    expect([name, means?.textContent]).toEqual([name, expect.stringMatching(/association, not cause/)]);
  }
  cleanup();
});

test('S14 K8 every number of what visitors said opens as many answers or follow-ups as it says', async () => {
  const desk = await show('/console/followups/feedback?period=7');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.feedback-cards a[href*="which="]')];
  const opened = new Set<string>();
  for (const link of links) {
    const { searchParams: query, pathname } = new URL(link.href);
    const which = query.get('which') ?? '';
    const { from, to } = desk.app.reports.spanOf({
      name: 'reports',
      view: 'overview',
      period: '7',
      only: {},
      split: null,
      which: null,
    });
    const path = pathname.endsWith('feedback') ? `feedback?from=${from}&to=${to}&which=${which}` : null;
    if (path === null) {
      expect(which).toBe('ended');
      continue;
    }
    const answer = await ask(`/api/v1/agent/${path}`);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const { total, lines } = answer.value as { total: number; lines: unknown[] };
    const file = (await textOf(`/api/v1/agent/${path}&format=csv`)).trimEnd().split('\r\n').length - 1;
    const said = numbersIn(link.closest('.card')?.textContent ?? '');
    expect([which, lines.length, file, said.includes(total)]).toEqual([which, total, total, true]);
    if (total > 0) opened.add(which);
  }
  expect([...opened].sort()).toEqual(['all', 'due', 'effort', 'heard', 'nameless', 'recommend', 'silent'].sort());
  expect(withoutRows('.feedback-cards')).toEqual([]);
});

test('S14 N6 each of two hours that the clocks tell twice opens its own rows', async () => {
  const begins = ['2026-10-25T00:30:00Z', '2026-10-25T01:20:00Z', '2026-10-25T01:40:00Z'];
  for (const [no, at] of begins.map(Date.parse).entries()) {
    const visitorId = `night-${no}`;
    await relay.store.addVisitor({ id: visitorId, siteId: siteId(0), tokenHash: visitorId, at });
    const message = { author: 'visitor', authorId: visitorId, clientId: `night-${no}`, body: 'Hello?', at } as const;
    const page = { email: null, pageUrl: null, pageTitle: null };
    await relay.store.openConversation({ conversationId: visitorId, siteId: siteId(0), visitorId, message, ...page });
  }
  const night = 'period=days&from=2026-10-25&to=2026-10-25&zone=Europe%2FBerlin';
  await show(`/console/reports/volume?${night}`);
  await openTables();
  const twice = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="which=episodes%40"]')];
  expect(twice.map(({ textContent }) => textContent)).toEqual(['1', '2']);
  cleanup();
  expect(await pressAll(`/console/reports/volume?${night}`)).toBeGreaterThan(0);
});
