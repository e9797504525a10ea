import type { Random } from '../../protocol/kit/random.ts';
import type { BusinessSettings } from '../../protocol/wire/business.ts';
import { BUSINESS_SETTINGS_DEFAULT } from '../../protocol/wire/business.ts';
import type { HistoryPlan } from './history-plan.ts';

/** What happened in a shop beside its chats: who bought, who was at the desk, and what visitors were told. */
export interface PlannedOrder {
  id: string;
  site: number;
  /** A visitor; or a customer of whom the site's server alone speaks; or nobody. */
  visitor: number | null;
  customer: string | null;
  at: number;
  minor: number;
  currency: string;
  cancelled: boolean;
  /** The site's server says so, too. */
  checked: boolean;
}

export interface PlannedDay {
  agent: number;
  from: number;
  /** An hour at noon. */
  awayFrom: number;
  awayTo: number;
  to: number;
}

export interface BusinessPlan {
  orders: PlannedOrder[];
  /** A page told of a cart. */
  carts: { visitor: number; at: number }[];
  days: PlannedDay[];
  /** Customers of an even number are in the segment `gold`. */
  customers: number;
  settings: BusinessSettings;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CURRENCIES = ['EUR', 'USD', 'JPY'];

export function planBusiness(random: Random, history: HistoryPlan): BusinessPlan {
  const plan: BusinessPlan = { orders: [], carts: [], days: [], customers: 40, settings: costs() };
  const anyTime = () => Math.floor(history.from + random() * (history.to - history.from));
  const order = (site: number, whose: Pick<PlannedOrder, 'visitor' | 'customer'>, at: number) => {
    const currency = CURRENCIES[Math.floor(random() * CURRENCIES.length)] as string;
    const of = { ...whose, site, at, currency, minor: 100 + Math.floor(random() * 9_000) };
    const checked = whose.visitor === null || random() < 0.6;
    plan.orders.push({ id: `order-${plan.orders.length}`, ...of, cancelled: checked && random() < 0.1, checked });
  };
  for (const { deed, at } of history.happenings) {
    if (deed.what !== 'open') continue;
    const { visitor, site } = deed;
    if (random() < 0.3) plan.carts.push({ visitor, at: at - Math.floor(random() * HOUR) });
    while (random() < 0.5) order(site, { visitor, customer: null }, anyTime());
    if (random() < 0.2) order(site, { visitor, customer: null }, at - Math.floor(random() * HOUR));
    if (random() < 0.3) order(site, { visitor, customer: null }, at + Math.floor(random() * 10 * DAY));
  }
  for (let n = 0; n < plan.customers; n += 1)
    while (random() < 0.7) order(n % history.sites, { visitor: null, customer: `customer-${n}` }, anyTime());
  for (let n = 0; n < 10; n += 1) order(0, { visitor: null, customer: null }, anyTime());
  plan.orders = plan.orders.filter(({ at }) => at < history.to);
  for (let agent = 0; agent < history.agents; agent += 1) planDays(random, agent, history, plan.days);
  return plan;
}

function planDays(random: Random, agent: number, history: HistoryPlan, days: PlannedDay[]): void {
  for (let day = history.from; day < history.to - 2 * DAY; day += 12 * DAY) {
    // Some nights end on the next day.
    const from = day + Math.floor(random() * 20 * 60) * MINUTE;
    const awayFrom = from + HOUR + Math.floor(random() * 60) * MINUTE;
    days.push({ agent, from, awayFrom, awayTo: awayFrom + HOUR, to: awayFrom + 5 * HOUR });
  }
}

/** What an hour costs changes once within the time looked at. */
function costs(): BusinessSettings {
  const month = (name: string, hourlyCost: number | null, marketing: number | null) => ({
    ...{ month: name, hourlyCost, marketing },
  });
  const months = [
    month('2026-02', 2_400, null),
    month('2026-05', null, 90_000),
    month('2026-06', null, 120_000),
    month('2026-07', 3_100, 150_000),
    month('2026-08', null, 60_000),
  ];
  return { ...BUSINESS_SETTINGS_DEFAULT, currency: 'EUR', months };
}
