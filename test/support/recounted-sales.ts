import { expect } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { AGENT_LEASE_MS } from '../../protocol/wire/limits.ts';
import { readPurchaseStage } from '../../server/domain/business/purchase-stage.ts';
import { type BusinessPlan, type PlannedOrder, planBusiness } from './business-plan.ts';
import { groupBy } from './group-by.ts';
import { planHistory } from './history-plan.ts';
import { agentId, conversationIdOf, LiveHistory, siteId } from './live-history.ts';
import { ManualClock } from './manual-clock.ts';
import { recount } from './recount.ts';
import { type Asked, type Told, type Work, workOf } from './recount-business.ts';
import { tagsOf } from './recounted-shop.ts';
import { openTestContext, type TestContext } from './test-context.ts';

const BEGIN = Date.parse('2026-03-01T00:00:00Z');
const NOW = Date.parse('2026-10-31T00:00:00Z');
/** So long that of some who ordered nothing is known yet; and over the month in which an hour gets dearer. */
export const FROM = Date.parse('2026-05-10T00:00:00Z');
export const TO = Date.parse('2026-08-15T00:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SOLD_TOGETHER = 200;
/** The least wait that visitors are told. */
export const LOW_MS = 20_000;

export interface Sales {
  context: TestContext;
  every: Omit<Asked, 'site' | 'checked'>;
  work: Work[];
  told: Told[];
}

/** Shops that sell for eight months, their conversations, and what everybody was told; nothing is packed yet. */
export async function openSales(conversations: number): Promise<Sales> {
  const context = await openTestContext(new ManualClock(NOW));
  const random = seededRandom(20261126);
  const history = planHistory(random, { conversations, from: BEGIN, to: NOW });
  const plan = planBusiness(random, history);
  const all = recount(history, NOW);
  const beside = { beforeWork: () => workDays(context, plan), stageOf: stageOf(plan) };
  await new LiveHistory(context.store, history, beside).happen();
  for (let from = 0; from < plan.orders.length; from += SOLD_TOGETHER)
    await Promise.all(plan.orders.slice(from, from + SOLD_TOGETHER).map((one) => sell(context, one)));
  const customers = Array.from({ length: plan.customers }, (_, n) => ({ subject: `customer-${n}`, n }));
  for (let n = 0; n < history.sites; n += 1) {
    const own = customers.filter((one) => one.n % history.sites === n);
    const rows = own.map(({ subject, n: no }) => ({ subject, segment: no % 2 === 0 ? 'gold' : null }));
    await context.store.importCustomers({ siteId: siteId(n), customers: rows, at: NOW });
  }
  const told: Told[] = [];
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
  for (let no = 0; no < conversations; no += 1) {
    const add = tagsOf(no);
    if (add.length > 0)
      await context.store.tagConversation({ conversationId: conversationIdOf(no), add, remove: [], max: 9 });
  }
  const settings = { document: plan.settings, basedOn: undefined, agentId: agentId(0), at: NOW };
  await context.store.setBusinessSettings(settings);
  return { context, every: { from: FROM, to: TO, now: NOW, all, plan }, work: workOf(history, NOW), told };
}

async function workDays(context: TestContext, { days }: BusinessPlan): Promise<void> {
  const agents = [...new Set(days.map(({ agent }) => agent))];
  await Promise.all(
    agents.map((agent) =>
      workAs(
        context,
        agentId(agent),
        days.filter((one) => one.agent === agent),
      ),
    ),
  );
}

async function workAs(context: TestContext, id: string, days: BusinessPlan['days']): Promise<void> {
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

async function sell(context: TestContext, one: PlannedOrder) {
  const { id: orderId, site, visitor, customer, at, minor, currency, cancelled, checked } = one;
  const order = { orderId, minor, currency, subject: customer, at, isCancelled: cancelled };
  const of = { siteId: siteId(site), at };
  if (visitor !== null) {
    const page = { order: { ...order, isCancelled: false }, visitorId: `visitor-${visitor}`, max: 99, since: at };
    expect(await context.store.addPageOrder({ ...of, ...page })).toBe('added');
  }
  if (checked) await context.store.importOrders({ ...of, orders: [order] });
}
