// @vitest-environment jsdom
import { get } from 'node:http';
import { act, cleanup, configure, render, waitFor } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { parseReports, REPORT_VIEWS, type ReportPlace } from '../../console/model/report-place.ts';
import { Root } from '../../console/ui/root.tsx';
import { seededRandom } from '../../protocol/kit/random.ts';
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

configure({ asyncUtilTimeout: 20_000 });
// Hundreds of lists and files are read, on a machine that may have other work.
vi.setConfig({ testTimeout: 120_000 });
afterEach(cleanup);
beforeAll(async () => {
  relay = await startTestRelay();
  const boss = { email: 'boss@example.org', name: 'Boss', role: 'owner', password: PASSWORD } as const;
  expect((await addAgent(relay.context, boss)).answer.ok).toBe(true);
  cookie = await relay.signIn(boss.email);
  const plan = planHistory(seededRandom(325), { conversations: 18, from: now - 5 * DAY, to: now - DAY });
  await new LiveHistory(relay.store, plan).happen();
  await answerWithoutNames();
}, 60_000);
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
    if (!/\/agent\/(?:measures|reports)\//.test(question.path)) return other(question);
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
  if (/^[\d,]+$/.test(own)) return Number(own.replaceAll(',', '')) === rows;
  // The nearest that names another number besides: a cell, the line of a table, a card.
  const boxes = ['.group-cell', '.share-line', 'tr', '.card'].map((name) => link.closest(name)?.textContent ?? own);
  const all = numbersIn(boxes.find((text) => text.length > own.length) ?? own);
  if (all.includes(rows)) return true;
  // What it is a share of may stand above the table.
  const around = [...all, ...numbersIn(link.closest('.plot')?.querySelector('.plot-unit')?.textContent ?? '')];
  return own.endsWith('%') && around.some((n) => `${Math.round((100 * rows) / n)}%` === own);
}

async function pressAll(path: string): Promise<number> {
  const desk = await show(path);
  // The numbers of a picture are pressed in its table.
  for (const button of document.querySelectorAll<HTMLElement>('.plot-tools button')) await act(() => button.click());
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
