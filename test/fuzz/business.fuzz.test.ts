import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { BusinessList, BusinessPart, BusinessReport, Rate } from '../../protocol/wire/business.ts';
import { AGENT_LEASE_MS, REPORT_PROMISES_MAX } from '../../protocol/wire/limits.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import { readPurchaseStage } from '../../server/domain/business/purchase-stage.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { listBusinessRows } from '../../server/usecases/list-business-rows.ts';
import { readBusiness } from '../../server/usecases/read-business.ts';
import { readPromised } from '../../server/usecases/read-promised.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { type BusinessPlan, type PlannedOrder, planBusiness } from '../support/business-plan.ts';
import { groupBy } from '../support/group-by.ts';
import { planHistory } from '../support/history-plan.ts';
import { agentId, conversationIdOf, LiveHistory, siteId } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { recount } from '../support/recount.ts';
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
  workOf,
} from '../support/recount-business.ts';
import { meanOf } from '../support/recount-shares.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

const BEGIN = Date.parse('2026-03-01T00:00:00Z');
const NOW = Date.parse('2026-10-31T00:00:00Z');
/** So long that of some who ordered nothing is known yet; and over the month in which an hour gets dearer. */
const FROM = Date.parse('2026-05-10T00:00:00Z');
const TO = Date.parse('2026-08-15T00:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SOLD_TOGETHER = 200;
/** The least wait that visitors are told. */
const LOW_MS = 20_000;
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
const told: Told[] = [];
/** As worked out of the tables alone; with so many, of the packs only. */
const unpacked: BusinessReport[] = [];
const owner = { kind: 'agent', agent: { role: 'owner' } } as unknown as AgentSubject;

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const random = seededRandom(20261126);
  const history = planHistory(random, { conversations, from: BEGIN, to: NOW });
  const plan = planBusiness(random, history);
  const all = recount(history, NOW);
  await new LiveHistory(context.store, history, { beforeWork: () => workDays(plan), stageOf: stageOf(plan) }).happen();
  for (let from = 0; from < plan.orders.length; from += SOLD_TOGETHER)
    await Promise.all(plan.orders.slice(from, from + SOLD_TOGETHER).map(sell));
  const customers = Array.from({ length: plan.customers }, (_, n) => ({ subject: `customer-${n}`, n }));
  for (let n = 0; n < history.sites; n += 1) {
    const own = customers.filter((one) => one.n % history.sites === n);
    const rows = own.map(({ subject, n: no }) => ({ subject, segment: no % 2 === 0 ? 'gold' : null }));
    await context.store.importCustomers({ siteId: siteId(n), customers: rows, at: NOW });
  }
  for (const { no, number, openedAt: at } of all) {
    const highMs = [30_000, 10 * MINUTE, 150 * DAY][Math.floor(random() * 6)];
    if (highMs !== undefined) told.push({ no, number, at, highMs });
  }
  const range = { position: 1, lowMs: LOW_MS, samples: 20 };
  const made = told.map(({ no, number, ...one }) => ({
    conversationId: conversationIdOf(no),
    episode: number,
    ...one,
  }));
  await context.store.addPromises(made.map((one) => ({ ...one, ...range })));
  const settings = { document: plan.settings, basedOn: undefined, agentId: agentId(0), at: NOW };
  await context.store.setBusinessSettings(settings);
  every = { from: FROM, to: TO, now: NOW, all, plan };
  work = workOf(history, NOW);
  if (conversations <= UNPACKED_MAX)
    for (const [site, checked] of asks) unpacked.push(await read({ ...every, site, checked }));
  await rebuildFacts(context, { begin: () => {}, made: () => {} });
}, 7_200_000);
afterAll(() => context.close());

async function workDays({ days }: BusinessPlan): Promise<void> {
  const agents = [...new Set(days.map(({ agent }) => agent))];
  await Promise.all(
    agents.map((agent) =>
      workAs(
        agentId(agent),
        days.filter((one) => one.agent === agent),
      ),
    ),
  );
}

async function workAs(id: string, days: BusinessPlan['days']): Promise<void> {
  for (const { from, awayFrom, awayTo, to } of days) {
    await context.store.renewLeases({ agentIds: [id], until: from + AGENT_LEASE_MS });
    await context.store.setAvailability({ agentId: id, availability: 'away', awayReason: 'Lunch', at: awayFrom });
    await context.store.setAvailability({ agentId: id, availability: 'available', at: awayTo });
    await context.store.endLease({ agentId: id, until: to });
  }
}

function stageOf({ orders, carts }: BusinessPlan) {
  const ordersOf = groupBy(orders, ({ visitor }) => visitor);
  const cartsOf = groupBy(carts, (one) => one.visitor);
  return (visitor: number, at: number) => {
    const bought = ordersOf(visitor).filter((one) => one.at < at && !one.cancelled);
    const events = cartsOf(visitor).filter((one) => one.at <= at);
    const lastOrderAt = bought.length > 0 ? Math.max(...bought.map((one) => one.at)) : null;
    return readPurchaseStage({ events: events.map((one) => ({ event: 'cart', at: one.at })), lastOrderAt }, at);
  };
}

async function sell({ id: orderId, site, visitor, customer, at, minor, currency, cancelled, checked }: PlannedOrder) {
  const order = { orderId, minor, currency, subject: customer, at, isCancelled: cancelled };
  const of = { siteId: siteId(site), at };
  if (visitor !== null) {
    const page = { order: { ...order, isCancelled: false }, visitorId: `visitor-${visitor}`, max: 99, since: at };
    expect(await context.store.addPageOrder({ ...of, ...page })).toBe('added');
  }
  if (checked) await context.store.importOrders({ ...of, orders: [order] });
}

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
