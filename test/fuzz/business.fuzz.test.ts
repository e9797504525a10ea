import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BusinessList, BusinessPart, BusinessReport, Rate } from '../../protocol/wire/business.ts';
import { REPORT_PROMISES_MAX } from '../../protocol/wire/limits.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { listBusinessRows } from '../../server/usecases/list-business-rows.ts';
import { readBusiness } from '../../server/usecases/read-business.ts';
import { readPromised } from '../../server/usecases/read-promised.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { agentId, siteId } from '../support/live-history.ts';
import {
  type Asked,
  atRiskOf,
  buyersOf,
  costOf,
  count,
  loyaltyCostOf,
  loyaltyOf,
  promisesOf,
  retentionBy,
  salesOf,
  stagesOf,
  type Told,
  teamTimeOf,
  toldWaitsOf,
  type Work,
} from '../support/recount-business.ts';
import { meanOf } from '../support/recount-shares.ts';
import { FROM, LOW_MS, openSales, TO } from '../support/recounted-sales.ts';
import type { TestContext } from '../support/test-context.ts';

/** More by hand: HISTORIES=100000. So many are packed at once, as a relay does in its time. */
const UNPACKED_MAX = 2_000;
const conversations = Number(process.env.HISTORIES ?? 90);

const asks = [
  [null, false],
  [null, true],
  [0, false],
  [1, true],
] as const;

let context: TestContext;
let every: Omit<Asked, 'site' | 'checked'>;
let work: Work[];
let told: Told[];
/** As worked out of the tables alone; with so many, of the packs only. */
const unpacked: BusinessReport[] = [];
const owner = { kind: 'agent', agent: { role: 'owner' } } as unknown as AgentSubject;

beforeAll(async () => {
  ({ context, every, work, told } = await openSales(conversations));
  if (conversations <= UNPACKED_MAX)
    for (const [site, checked] of asks) unpacked.push(await read({ ...every, site, checked }));
  await rebuildFacts(context, { begin: () => {}, made: () => {} });
}, 7_200_000);
afterAll(() => context.close());

async function read(asked: Asked): Promise<BusinessReport> {
  const site = asked.site === null ? undefined : siteId(asked.site);
  const { answer } = await readBusiness(context, owner, { from: FROM, to: TO, site, checked: asked.checked });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

// Of 100,000 the first question of a site reads all that was packed, and the recount looks at each person's whole life.
describe('measures of business, counted again by code that knows only what they mean', { timeout: 1_800_000 }, () => {
  describe.each(asks)('of site %s, only what is checked: %s', (site, checked) => {
    let asked: Asked;
    let report: BusinessReport;
    beforeAll(async () => {
      asked = { ...every, site, checked };
      report = await read(asked);
    }, 1_800_000);

    test('G8 packs say what the tables say', () => {
      const found = unpacked[asks.findIndex(([of, only]) => of === site && only === checked)];
      if (conversations <= UNPACKED_MAX) expect(report).toEqual(found);
      else expect(found).toBeUndefined();
    });

    test('M12 retention and repeat purchase, by contact, response and segment', () => {
      const { retention, repeat } = loyaltyOf(asked);
      expect(Math.min(retention.hits, retention.n - retention.hits, retention.unknown)).toBeGreaterThan(0);
      expect(report.retention.all).toEqual(retention);
      expect(report.repeat).toEqual(repeat);
      expect(report.orders.people).toBe(buyersOf(asked).length);
      const none = count([]);
      const { byContact, byResponse, bySegment } = report.retention;
      for (const [by, found] of [
        ['contact', byContact],
        ['response', byResponse],
        ['segment', bySegment],
      ] as const) {
        const expected = retentionBy(asked, by);
        expect(found.map(({ key }) => key)).toEqual(expect.arrayContaining([...expected.keys()]));
        for (const { key, rate } of found)
          expect({ by, key, rate }).toEqual({ by, key, rate: expected.get(key) ?? none });
      }
    });

    test('M12 orders, conversion and what is at risk, each currency apart', () => {
      const sales = salesOf(asked);
      expect(sales.revenue).toHaveLength(3);
      expect(report.orders).toMatchObject(sales);
      const { conversion, converted } = stagesOf(asked);
      expect(report.conversion).toEqual({ all: converted, byStage: conversion });
      expect(report.atRisk).toEqual(atRiskOf(asked));
    });

    test('each figure opens as many rows as it says, and what they cost adds up', async () => {
      const key = site === null ? undefined : siteId(site);
      const rowsOf = async (of: BusinessList, by?: BusinessPart, part?: string) => {
        const period = { from: FROM, to: TO, site: key, checked };
        const { answer } = await listBusinessRows(context, owner, { ...period, of, by, key: part, format: 'csv' });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        return answer.value;
      };
      const counts = async (rate: Rate, ...asks: Parameters<typeof rowsOf>) => {
        const { total, rows } = await rowsOf(...asks);
        const of = (verdict: string) => rows.filter((one) => one.verdict === verdict).length;
        const { hits, n, unknown } = rate;
        expect([asks, total, of('hit'), of('unknown')]).toEqual([asks, n + unknown, hits, unknown]);
      };
      const { retention, conversion } = report;
      await counts(report.promises, 'promises');
      await counts(retention.all, 'retention');
      for (const one of retention.byContact) await counts(one.rate, 'retention', 'contact', one.key);
      for (const one of retention.byResponse) await counts(one.rate, 'retention', 'response', one.key);
      for (const one of retention.bySegment) await counts(one.rate, 'retention', 'segment', one.key);
      await counts(conversion.all, 'conversion');
      for (const one of conversion.byStage) await counts(one.rate, 'conversion', 'stage', one.key);
      for (const { why, people } of report.atRisk) expect((await rowsOf('atRisk', 'why', why)).total).toBe(people);
      const sold = await rowsOf('orders');
      expect(sold.total).toBe(report.orders.orders);
      for (const { currency, minor } of report.orders.revenue) {
        const amounts = sold.rows.flatMap(({ amount }) => (amount?.currency === currency ? [amount.minor] : []));
        expect(amounts.reduce((all, one) => all + one, 0)).toBe(minor);
      }
      expect((await rowsOf('repeat', 'verdict', 'hit')).total).toBe(report.costs.retained.people);
      expect((await rowsOf('repeat', 'verdict', 'miss')).total).toBe(report.orders.newCustomers);
      const costs = await rowsOf('costs');
      expect(costs.total).toBe(report.costs.perConversation.n);
      const sum = costs.rows.reduce((all, { amount }) => all + (amount?.minor ?? Number.NaN), 0);
      expect(sum).toBeCloseTo(report.costs.total as number, 4);
    });

    test('M14 where visitors stood', () => {
      const { stages } = stagesOf(asked);
      expect(Math.min(...stages.map(({ episodes }) => episodes))).toBeGreaterThan(0);
      expect(report.stages).toEqual([...stages, { key: 'unknown', episodes: 0 }]);
    });

    test('M13 costs of a conversation, of who came back, and of who came first', () => {
      const { total, of } = costOf(asked, work);
      expect(report.costs.total).toBeCloseTo(total, 4);
      expect(report.costs.perConversation).toEqual(meanOf([...of.values()]));
      const { retained, acquired } = loyaltyCostOf(asked, work);
      expect(report.costs.retained.people).toBe(retained.people);
      expect(report.costs.retained.perPerson).toBeCloseTo(retained.perPerson, 4);
      expect(report.costs.acquired.people).toBe(acquired.people);
      if (site === null) expect(report.costs.acquired.marketing).toBeCloseTo(acquired.marketing, 4);
      else expect(report.costs.acquired.marketing).toBeNull();
      if (site === null) expect(report.costs.ratio).toBeCloseTo(retained.perPerson / acquired.perPerson, 6);
      else expect(report.costs.ratio).toBeNull();
    });

    test('M15 promises kept', () => {
      const expected = promisesOf(asked, told);
      expect(Math.min(expected.hits, expected.n - expected.hits, expected.unknown)).toBeGreaterThan(0);
      expect(report.promises).toEqual(expected);
    });

    test('M17 how promised waits came out', async () => {
      const question = {
        from: FROM,
        to: TO,
        zone: 'UTC',
        clock: 'calendar',
        ...(site !== null && { site: siteId(site) }),
      };
      const { answer } = await readPromised(context, owner, { question: question as Question, linesMax: 0 });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      const expected = toldWaitsOf(asked, told, LOW_MS);
      expect(Math.min(expected.inside, expected.shorter, expected.longer)).toBeGreaterThan(0);
      const { promised, isCut } = answer.value;
      // Of more than that the latest are looked at, and it says so.
      expect(isCut).toBe(expected.n + expected.unknown > REPORT_PROMISES_MAX);
      if (!isCut) expect(promised).toEqual(expected);
    });

    test('M16 on shift, available and busy, of each agent and of all', () => {
      const times = Array.from({ length: 8 }, (_, n) => ({ agentId: agentId(n), ...teamTimeOf(asked, work, n) }));
      expect(Math.max(...times.map(({ busyMs }) => busyMs))).toBeGreaterThan(0);
      expect(report.team.agents).toMatchObject(times);
      const sum = (of: 'shiftMs' | 'availableMs' | 'busyMs') => times.reduce((all, one) => all + one[of], 0);
      expect(report.team.all).toEqual({
        shiftMs: sum('shiftMs'),
        availableMs: sum('availableMs'),
        busyMs: sum('busyMs'),
      });
    });
  });
});
