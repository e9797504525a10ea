import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import {
  type BusinessReport,
  type BusinessSplit,
  FORECAST_FILTERS,
  type Forecast,
} from '../../protocol/wire/business.ts';
import {
  FILTERS,
  type Filter,
  type Measures,
  type MeasuresSplit,
  SPLITS,
  type Split,
} from '../../protocol/wire/measures.ts';
import type { Store } from '../../server/store/store.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { planHistory } from '../support/history-plan.ts';
import { conversationIdOf, LiveHistory } from '../support/live-history.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** Every report of every time and of every group of every split: its parts add up to it, and its file says the same. */

const CONVERSATIONS = 40;
const BEGIN = Date.parse('2026-10-20T00:00:00Z');
const END = Date.parse('2026-10-31T00:00:00Z');
const ZONE = 'Europe/Berlin';
/** Of these an episode may be in several. */
const OVERLAPPING: readonly Split[] = ['segment', 'tag'];

let relay: TestRelay;
let cookie: string;

beforeAll(async () => {
  const plan = planHistory(seededRandom(366), { conversations: CONVERSATIONS, from: BEGIN, to: END });
  relay = await startTestRelay({
    async before(store) {
      await new LiveHistory(store, plan).happen();
      await endAll(store);
    },
  });
  for (let no = 0; no < CONVERSATIONS; no += 3)
    await relay.store.tagConversation({
      conversationId: conversationIdOf(no),
      add: ['late', `t${no % 2}`],
      remove: [],
      max: 9,
    });
  const boss = { email: 'boss@example.org', name: 'Boss', role: 'owner', password: PASSWORD } as const;
  expect((await addAgent(relay.context, boss)).answer.ok).toBe(true);
  cookie = await relay.signIn(boss.email);
});
afterAll(() => relay.remove());

/** Of what is open the relay would make something else while its figures are read. */
async function endAll(store: Store): Promise<void> {
  const { conversations } = await store.listInbox({ openLimit: CONVERSATIONS, closedLimit: 0 });
  for (const { id: conversationId } of conversations) {
    const expectVersion = (await store.findConversation(conversationId))?.version ?? 0;
    const end = { conversationId, expectVersion, by: 'system', byAgentId: null, outcome: 'unresolved' } as const;
    expect(await store.closeConversation({ ...end, at: END })).toMatchObject({ result: 'changed' });
  }
}

const ask = <T>(path: string) => askReport<T>(`measures/${path}`);

async function askReport<T>(path: string): Promise<T> {
  const { answer } = await relay.ask('GET', `/api/v1/agent/${path}`, undefined, { Cookie: cookie });
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer.value as unknown as T;
}

/** The lines of a file, by the names of its columns. None of the texts in this history has a comma. */
async function fileOf(path: string, of = 'measures'): Promise<Record<string, string>[]> {
  const response = await fetch(`${relay.origin}/api/v1/agent/${of}/${path}&format=csv`, {
    headers: { Cookie: cookie },
  });
  const [head = [], ...lines] = (await response.text()).split('\r\n').map((line) => line.split(','));
  return lines.slice(0, -1).map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

/** What JSON says under the name of a column, as a cell says it. */
function spelt(value: unknown, name: string): string {
  const found = name.split('.').reduce<unknown>((one, part) => (one as Record<string, unknown> | null)?.[part], value);
  if (found === undefined && /^(?:outcomes|causes)\./.test(name)) return '0';
  return found === null || found === undefined ? '' : String(found);
}

const columns = (line: Record<string, string>) => Object.keys(line).filter((name) => name.includes('.'));
function expectSame(line: Record<string, string> | undefined, measures: unknown): void {
  const names = columns(line ?? {});
  expect(names.length).toBeGreaterThan(20);
  expect(line).toMatchObject(Object.fromEntries(names.map((name) => [name, spelt(measures, name)])));
}

const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
const COUNTS = ['episodes', 'answered', 'abandoned', 'open', 'ended'] as const;
const countsOf = (measures: Measures) => COUNTS.map((name) => measures[name]);

/** The parts of one split add up to its total, and the file has the same lines with the same numbers. */
async function checkSplit(asked: string, split: Split, measures: Measures, hasFile: boolean): Promise<void> {
  const path = `splits?${asked}&split=${split}`;
  const found = await ask<MeasuresSplit>(path);
  expect([path, found.total]).toEqual([path, measures]);
  const parts = [...found.groups.map((one) => one.measures), ...(found.rest ? [found.rest] : [])];
  const sums = COUNTS.map((name) => sum(parts.map((one) => one[name])));
  if (OVERLAPPING.includes(split)) expect([path, (sums[0] ?? 0) >= measures.episodes]).toEqual([path, true]);
  else expect([path, sums]).toEqual([path, countsOf(measures)]);
  if (!hasFile) return;
  const file = await fileOf(path);
  expect([path, file.length]).toEqual([path, parts.length + 1]);
  for (const [at, one] of [...parts, found.total].entries()) expectSame(file[at], one);
}

/** All other tables of the same question say the same number of conversations, as JSON and as files. */
async function checkTables(asked: string): Promise<Measures> {
  const { measures } = await ask<{ measures: Measures }>(`summary?${asked}`);
  expectSame((await fileOf(`summary?${asked}`))[0], measures);
  const { cells } = await ask<{ cells: { n: number }[] }>(`heat?${asked}`);
  const { points } = await ask<{ points: Measures[] }>(`series?${asked}&by=week`);
  const bins = await ask<{ answered: number[]; unanswered: number[] }>(`histogram?${asked}&of=firstResponse`);
  const { total } = await ask<{ total: number }>(`rows?${asked}&of=episodes`);
  const inJson = [sum(cells.map(({ n }) => n)), sum(points.map((one) => one.episodes)), total];
  const inFiles = await Promise.all([
    fileOf(`heat?${asked}`).then((lines) => sum(lines.map((line) => Number(line.n)))),
    fileOf(`series?${asked}&by=week`).then((lines) => sum(lines.map((line) => Number(line.episodes)))),
    fileOf(`rows?${asked}&of=episodes`).then((lines) => lines.length),
  ]);
  const { episodes, firstResponse } = measures;
  expect([asked, inJson, inFiles]).toEqual([asked, Array(3).fill(episodes), Array(3).fill(episodes)]);
  expect([asked, sum(bins.answered) + sum(bins.unanswered)]).toEqual([asked, firstResponse.n]);
  expect(sum(bins.answered)).toBe(firstResponse.answered);
  return measures;
}

const period = (from: string, to: string, zone = ZONE) => `from=${Date.parse(from)}&to=${Date.parse(to)}&zone=${zone}`;

describe('S14 N6 totals are the sum of their parts, in JSON and in files', () => {
  test.each([
    ['a time to come', period('2031-01-01T00:00:00Z', '2032-01-01T00:00:00Z'), 0, 0],
    ['one day', period('2026-10-22T22:00:00Z', '2026-10-23T22:00:00Z'), 1, 24],
    ['the day of twenty-five hours', period('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'), 1, 24],
    ['a night over it, in half hours', period('2026-10-23T18:30:00Z', '2026-10-26T18:30:00Z', 'Asia/Kolkata'), 1, 39],
    ['a leap year that ends an hour late', period('2026-10-19T22:00:00Z', '2027-10-20T23:00:00Z'), 30, 99],
  ])('%s, by everything that figures are split by', async (_, asked, least, most) => {
    const measures = await checkTables(asked);
    expect(measures.episodes).toBeGreaterThanOrEqual(least);
    expect(measures.episodes).toBeLessThanOrEqual(most);
    for (const split of SPLITS) await checkSplit(asked, split, measures, true);
  });

  test('ten years are refused in every form, with what to ask for', async () => {
    const asked = period('2017-01-01T00:00:00Z', '2027-01-01T00:00:00Z');
    for (const path of ['summary', 'splits', 'heat', 'series', 'histogram', 'rows', 'promised'])
      for (const format of ['json', 'csv']) {
        const { answer } = await relay.ask(
          'GET',
          `/api/v1/agent/measures/${path}?${asked}&format=${format}`,
          undefined,
          {
            Cookie: cookie,
          },
        );
        expect([path, answer]).toMatchObject([
          path,
          { error: 'invalid_payload', field: 'to', hint: 'At most 366 days.' },
        ]);
      }
  });

  test.each(SPLITS)('narrowed to a group by %s, and split by everything again', async (filter) => {
    const asked = period('2026-10-20T00:00:00Z', '2026-10-31T00:00:00Z');
    const { groups } = await ask<MeasuresSplit>(`splits?${asked}&split=${filter}`);
    const largest = groups.toSorted((one, other) => other.measures.episodes - one.measures.episodes)[0];
    if (!largest) throw new Error(`There is nothing by ${filter}.`);
    const narrowed = `${asked}&${filter satisfies Filter}=${encodeURIComponent(largest.key)}`;
    const measures = await checkTables(narrowed);
    expect(measures.episodes).toBe(largest.measures.episodes);
    expect(measures.episodes).toBeGreaterThan(0);
    // All files are one code; each column is in one of them here.
    const next = SPLITS[(SPLITS.indexOf(filter) + 1) % SPLITS.length];
    for (const split of SPLITS) await checkSplit(narrowed, split, measures, split === next);
  });
});

describe('business and the forecast by everything that conversations are split by', () => {
  const period = `from=${BEGIN}&to=${END}&zone=${ZONE}`;

  test.each(SPLITS)(
    'G10 split by %s: the file says the same, and each group is what it is narrowed to',
    async (split) => {
      const path = `business/splits?${period}&split=${split}`;
      const { groups, total, rest } = await askReport<BusinessSplit>(`reports/${path}`);
      expect(rest).toBeNull();
      expect(groups.length).toBeGreaterThan(0);
      const lines = await fileOf(path, 'reports');
      expect(lines.map((line) => line[split])).toEqual([...groups.map(({ key }) => key), '']);
      for (const [at, figures] of [...groups.map((one) => one.figures), total].entries()) {
        expectSame(lines[at], figures);
        expect(lines[at]).toMatchObject({ episodes: String(figures.episodes), atRisk: String(figures.atRisk) });
      }
      if (!OVERLAPPING.includes(split)) expect(sum(groups.map(({ figures }) => figures.episodes))).toBe(total.episodes);
      for (const { key, figures } of groups.slice(0, 4)) {
        const narrowed = `${period}&${split}=${encodeURIComponent(key)}`;
        const report = await askReport<BusinessReport>(`reports/business?${narrowed}`);
        const { promises, conversion, retention, repeat } = figures;
        expect(report).toMatchObject({
          promises,
          repeat,
          conversion: { all: conversion },
          retention: { all: retention },
        });
        expect(sum(report.stages.map(({ episodes }) => episodes))).toBe(figures.episodes);
        const rows = await askReport<{ total: number }>(`reports/business/rows?${narrowed}&of=costs`);
        expect(rows.total).toBe(figures.episodes);
      }
    },
  );

  const refused = FILTERS.filter((name) => name !== 'site' && !(FORECAST_FILTERS as readonly string[]).includes(name));
  test.each(refused)('G10 a forecast by %s is refused with its field: nobody knows it beforehand', async (name) => {
    for (const path of ['reports/forecast?', `reports/forecast/rows?at=${Date.now()}&`]) {
      const { answer } = await relay.ask('GET', `/api/v1/agent/${path}${name}=1`, undefined, { Cookie: cookie });
      expect([path, answer]).toMatchObject([path, { ok: false, error: 'invalid_payload', field: name }]);
    }
  });

  test.each(FORECAST_FILTERS)(
    'G10 a forecast by %s of what never was is refused; of what was it is one',
    async (name) => {
      const never = await relay.ask('GET', `/api/v1/agent/reports/forecast?${name}=during-never`, undefined, {
        Cookie: cookie,
      });
      expect(never.answer).toMatchObject({ ok: false, field: name });
      const { groups } = await ask<MeasuresSplit>(`splits?${period}&split=${name}`);
      const key = groups.find((one) => one.key !== '')?.key;
      if (key === undefined) return;
      const { hours } = await askReport<Forecast>(`reports/forecast?zone=${ZONE}&${name}=${encodeURIComponent(key)}`);
      expect(hours).toHaveLength(168);
    },
  );
});
