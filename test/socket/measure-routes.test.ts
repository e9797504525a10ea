import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import { type MeasuresSplit, type MeasuresSummary, SPLITS } from '../../protocol/wire/measures.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { planHistory } from '../support/history-plan.ts';
import { departmentId, LiveHistory, siteId } from '../support/live-history.ts';
import { TABLES } from './csv-tables.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** The figures over a real port: as JSON, and the same as a table. */

let relay: TestRelay;
let cookie: string;
const now = Date.now();
const LAST = Date.parse('2026-10-31T00:00:00Z');
const history = { from: LAST - 11 * 24 * 3_600_000, to: LAST };
const period = `from=${now - 3_600_000}&to=${now + 3_600_000}&zone=Europe/Lisbon`;

beforeAll(async () => {
  relay = await startTestRelay();
  await relay.addAgent('ana@example.org');
  const someone = { email: 'sue@example.org', name: 'Sue', role: 'supervisor', password: PASSWORD } as const;
  expect((await addAgent(relay.context, someone)).answer.ok).toBe(true);
  cookie = await relay.signIn('sue@example.org');
  for (let n = 0; n < 3; n += 1) {
    const visitor = await relay.visitor();
    await visitor.fact('session:ready');
    const page = { url: `https://shop.example/=cmd${n}?secret=1`, title: 'Boots' };
    await visitor.command('conversation:open', { clientId: `client-id-0000000${n}`, body: 'Hello?', page });
  }
});
afterAll(() => relay.remove());

const ask = async <T>(path: string) => {
  const { answer } = await relay.ask('GET', `/api/v1/agent/measures/${path}`, undefined, { Cookie: cookie });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value as unknown as T;
};
const askText = async (path: string) => {
  const response = await fetch(`${relay.origin}/api/v1/agent/measures/${path}`, { headers: { Cookie: cookie } });
  return {
    headers: response.headers,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
  };
};
const cellsOf = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

test('an agent asks for the team and is answered with what is her own', async () => {
  const team = await ask<MeasuresSummary>(`summary?${period}`);
  expect([team.measures.episodes, team.question.agent]).toEqual([3, undefined]);
  const own = { Cookie: await relay.signIn('ana@example.org') };
  for (const wish of ['', '&agent=somebody', '&agent=']) {
    const { answer } = await relay.ask('GET', `/api/v1/agent/measures/summary?${period}${wish}`, undefined, own);
    expect(answer).toMatchObject({ ok: true, value: { measures: { episodes: 0 } } });
    expect((answer as unknown as { value: MeasuresSummary }).value.question.agent).toMatch(/./);
  }
  const table = await fetch(`${relay.origin}/api/v1/agent/measures/rows?${period}&format=csv`, { headers: own });
  expect(cellsOf(await table.text())).toHaveLength(1);
});

test('N2 the table says the numbers that JSON says', async () => {
  const { measures } = await ask<MeasuresSummary>(`summary?${period}`);
  expect(measures.episodes).toBe(3);
  const { headers, text } = await askText(`summary?${period}&format=csv`);
  expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
  expect(headers.get('content-disposition')).toBe('attachment; filename="measures.csv"');
  const [head = [], line = []] = cellsOf(text);
  expect(line).toHaveLength(head.length);
  const cell = (name: string) => line[head.indexOf(name)];
  expect(cell('episodes')).toBe('3');
  expect(cell('firstResponse.n')).toBe(String(measures.firstResponse.n));
  expect(cell('firstResponse.p50Ms')).toBe('');
  expect(cell('csat.answers')).toBe('0');
  expect(cell('shared')).toBeUndefined();
  const against = (from: number, to: number) => `summary?${period}&againstFrom=${from}&againstTo=${to}`;
  // Overlapping by the whole of it, and ending where the other one begins.
  for (const [path, shared] of [
    [against(now - 7_200_000, now + 1_800_000), 3],
    [against(now - 7_200_000, now - 3_600_000), 0],
  ] as const) {
    expect((await ask<MeasuresSummary>(path)).against).toMatchObject({ shared });
    const [names = [], ...lines] = cellsOf((await askText(`${path}&format=csv`)).text);
    expect([names.at(-1), ...lines.map((cells) => cells[names.length - 1])]).toEqual([
      'shared',
      `${shared}`,
      `${shared}`,
    ]);
  }
});

test('N2 no cell of a split is a formula, and the mark for spreadsheets comes where it is wished', async () => {
  const { groups } = await ask<MeasuresSplit>(`splits?${period}&split=page`);
  expect(groups.map(({ key }) => key).sort()).toEqual([
    'shop.example/=cmd0',
    'shop.example/=cmd1',
    'shop.example/=cmd2',
  ]);
  const { text } = await askText(`splits?${period}&split=page&format=csv&bom=1`);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = cellsOf(text);
  expect(lines.map(([line]) => line).slice(1)).toEqual(['group', 'group', 'group', 'total']);
  const rows = cellsOf((await askText(`rows?${period}&of=episodes&format=csv`)).text);
  expect(rows).toHaveLength(4);
});

test('N6 today is the zone’s, and what is asked wrongly is said', async () => {
  const today = await ask<{ today: { episodes: number }; usual: object }>('today?zone=Europe/Lisbon');
  expect(today.usual).toMatchObject({ days: 0, episodes: null });
  expect(today.today.episodes).toBeLessThanOrEqual(3);
  const wrong = async (path: string) =>
    (await relay.ask('GET', `/api/v1/agent/measures/${path}`, undefined, { Cookie: cookie })).answer;
  expect(await wrong('today?zone=Nowhere')).toMatchObject({ ok: false, field: 'zone' });
  expect(await wrong(`summary?from=5&to=5`)).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(await wrong(`splits?${period}&split=mood`)).toMatchObject({ ok: false, field: 'split' });
  expect(await wrong(`rows?${period}&of=everything`)).toMatchObject({ ok: false, field: 'of' });
  expect((await relay.ask('GET', `/api/v1/agent/measures/summary?${period}`)).status).toBe(401);
});

const bare = (path: string) => path.split('?')[0] as string;

test('S14 every table of the console is a file, too, with a head and no formula', async () => {
  // What the views ask for, wherever they ask for it.
  const views = readdirSync('console/ui/reports').map((file) => readFileSync(`console/ui/reports/${file}`, 'utf8'));
  const asked = views.flatMap((text) =>
    [...text.matchAll(/kind: '((?:measures|reports)\/[a-z/]+)'/g)].map(([, kind]) => kind as string),
  );
  expect(asked.length).toBeGreaterThan(10);
  expect([...new Set(asked)].filter((kind) => !TABLES.some((path) => bare(path) === kind))).toEqual([]);
  const chief = { email: 'ada@example.org', name: 'Ada', role: 'admin', password: PASSWORD } as const;
  expect((await addAgent(relay.context, chief)).answer.ok).toBe(true);
  const boss = await relay.signIn(chief.email);
  for (const path of TABLES) {
    // The people of the team are for those who set them up.
    const headers = { Cookie: path === 'staff' ? boss : cookie };
    const address = `${relay.origin}/api/v1/agent/${path}${path.includes('?') ? '&' : '?'}${period}`;
    const json = await fetch(address, { headers });
    expect([path, json.status, (await json.json()).ok]).toEqual([path, 200, true]);
    const file = await fetch(`${address}&format=csv`, { headers });
    expect([path, file.headers.get('content-type')]).toEqual([path, 'text/csv; charset=utf-8; header=present']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    const [head, ...lines] = cellsOf(await file.text());
    expect(head?.length).toBeGreaterThan(2);
    for (const line of lines) for (const cell of line) expect(cell).not.toMatch(/^"?[=+@]/);
    const stranger = await fetch(`${address}&format=csv`);
    expect([path, stranger.status]).toEqual([path, 401]);
  }
});

test('S14 a file is refused to whom its list is refused; the board as a file has the lines of the board', async () => {
  const own = { Cookie: await relay.signIn('ana@example.org') };
  for (const path of ['board', 'staff', 'reports/business/rows?of=orders']) {
    const address = `${relay.origin}/api/v1/agent/${path}${path.includes('?') ? '&' : '?'}${period}&format=csv`;
    expect([path, (await fetch(address, { headers: own })).status]).toEqual([path, 403]);
  }
  const { answer } = await relay.ask('GET', '/api/v1/agent/board', undefined, { Cookie: cookie });
  const { queue, serving, team } = (answer as unknown as { value: BoardSnapshot }).value;
  const file = await fetch(`${relay.origin}/api/v1/agent/board?format=csv`, { headers: { Cookie: cookie } });
  const [, ...lines] = cellsOf(await file.text());
  expect(lines.map(([part, id]) => [part, id])).toEqual([
    ...queue.conversations.map(({ id }) => ['queue', id]),
    ...serving.waiting.map(({ id }) => ['unanswered', id]),
    ...team.members.map(({ id }) => ['agent', id]),
  ]);
  expect(queue.total).toBe(3);
});

test('S14 what draws a table or a chart says where its file is', () => {
  const files = readdirSync('console/ui', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const draws = files.filter((name) => /<table\b/.test(readFileSync(`console/ui/${name}`, 'utf8')));
  // Drawn within a page that has the link, or a help to the eye, or what another system says, and no table of figures.
  const within = [
    ...['charts/heat-map.tsx', 'charts/twin.tsx', 'reports/spread-table.tsx', 'wording-table.tsx'],
    ...['setup/rights-page.tsx', 'own-notices.tsx', 'panel-shown.tsx'],
  ].map((name) => name.replaceAll('/', sep));
  expect(
    draws.filter((name) => !within.includes(name) && !/csv/i.test(readFileSync(`console/ui/${name}`, 'utf8'))),
  ).toEqual([]);
});

test('S14 each group of every split opens its rows over HTTP, and its file holds as many', async () => {
  const { from, to } = history;
  const plan = planHistory(seededRandom(7), { conversations: 24, ...history });
  await new LiveHistory(relay.store, plan).happen();
  const asked = `from=${from}&to=${to}&zone=Europe/Berlin`;
  for (const split of SPLITS) {
    const { groups } = await ask<MeasuresSplit>(`splits?${asked}&split=${split}`);
    expect([split, groups.length > 0]).toEqual([split, true]);
    for (const { key, measures } of groups.slice(0, 2)) {
      const rows = `rows?${asked}&of=episodes&${split}=${encodeURIComponent(key)}`;
      const { total } = await ask<{ total: number }>(rows);
      expect([split, key, total]).toEqual([split, key, measures.episodes]);
      expect([split, key, cellsOf((await askText(`${rows}&format=csv`)).text).length - 1]).toEqual([split, key, total]);
    }
  }
});

test('S14 a time that no calendar has is refused with its field, by every report', async () => {
  const tables = TABLES.filter((path) => /^(?:measures|reports\/business|feedback)/.test(path));
  expect(tables.length).toBeGreaterThan(9);
  for (const table of tables) {
    for (const [span, field] of [
      ['from=8640000000000001&to=8640000000000002', 'from'],
      [`from=253402127999999&to=253402128000001`, 'to'],
      ['from=-1&to=5', 'from'],
      ['from=yesterday&to=5', 'from'],
    ]) {
      const path = `${table}${table.includes('?') ? '&' : '?'}${span}`;
      const { status, answer } = await relay.ask('GET', `/api/v1/agent/${path}`, undefined, { Cookie: cookie });
      expect([path, status, answer]).toMatchObject([path, 400, { error: 'invalid_payload', field }]);
      expect((answer as { hint?: string }).hint).toMatch(/^An instant/);
    }
  }
  const last = 'from=253402041600000&to=253402128000000&zone=Pacific/Kiritimati';
  for (const path of ['summary?', 'splits?split=day&', 'series?by=week&', 'series?by=hour&', 'heat?'])
    expect([path, (await askText(`${path}${last}`)).text.slice(0, 10)]).toEqual([path, '{"ok":true']);
});

test('S14 what never was is refused with its field, in figures, rows and files alike; what was removed keeps its figures', async () => {
  const get = (path: string, who = cookie) => relay.ask('GET', `/api/v1/agent/${path}`, undefined, { Cookie: who });
  const figures = ['measures/summary?', 'measures/splits?split=topic&', 'measures/histogram?', 'measures/rows?'];
  for (const field of ['site', 'department', 'agent', 'segment', 'topic', 'language', 'tag', 'page']) {
    for (const path of figures) {
      const { status, answer } = await get(`${path}${period}&${field}=never-was`);
      expect([path, field, status, answer]).toMatchObject([path, field, 404, { error: 'not_found', field }]);
      expect((answer as { hint?: string }).hint).not.toContain('never-was');
    }
    expect((await get(`measures/today?zone=UTC&${field}=never-was`)).answer).toMatchObject({ field });
    const file = await fetch(`${relay.origin}/api/v1/agent/measures/rows?${period}&${field}=never-was&format=csv`, {
      headers: { Cookie: cookie },
    });
    expect([field, file.status, file.headers.get('content-type')]).toEqual([field, 404, expect.stringMatching(/json/)]);
    // An empty one means those that have none, and is a question.
    expect([field, (await get(`measures/summary?${period}&${field}=`)).status]).toEqual([field, 200]);
  }
  for (const [field, value] of Object.entries({
    ...{ stage: 'later', outcome: 'won', cause: 'rain', score: '6', hour: '24', weekday: '0' },
    ...{ day: 'nonsense', month: '2026-13' },
  }))
    expect((await get(`measures/summary?${period}&${field}=${value}`)).answer).toMatchObject({
      ...{ error: 'invalid_payload', field },
    });
  for (const path of ['reports/business?', 'reports/business/rows?of=orders&', 'reports/forecast?'])
    expect([path, (await get(`${path}${period}&site=never-was`)).answer]).toMatchObject([path, { field: 'site' }]);
  const removed = { departmentId: departmentId(0), at: Date.now() };
  expect(await relay.store.removeDepartment(removed)).toMatchObject({});
  const asked = `from=${history.from}&to=${history.to}&zone=Europe/Berlin`;
  const gone = await ask<MeasuresSplit>(`splits?${asked}&split=department&department=${removed.departmentId}`);
  expect(gone).toMatchObject({ narrowedTo: 'Department 0', groups: [{ name: 'Department 0', isGone: true }] });
  const path = `splits?${asked}&split=department&format=csv`;
  const lines = cellsOf((await askText(path)).text);
  expect(lines[0]?.at(-1)).toBe('isGone');
  const marks = lines.slice(1).map((cells) => [cells[0], cells[1], cells.at(-1)] as const);
  expect(marks.filter(([, , mark]) => mark === 'true')).toEqual([['group', removed.departmentId, 'true']]);
  expect(marks.filter(([line]) => line === 'group').every(([, , mark]) => mark !== '')).toBe(true);
  expect(marks.at(-1)).toEqual(['total', '', '']);
  // A site by its key is the site.
  const [bySite, byKey] = await Promise.all(
    [siteId(0), 'key-0'].map((site) => ask<MeasuresSummary>(`summary?${asked}&site=${site}`)),
  );
  expect(byKey?.measures.episodes).toBeGreaterThan(0);
  expect(byKey?.measures).toEqual(bySite?.measures);
});
