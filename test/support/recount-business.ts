import type { BusinessPlan, PlannedOrder } from './business-plan.ts';
import { groupBy } from './group-by.ts';
import type { HistoryPlan } from './history-plan.ts';
import type { CountedEpisode } from './recount.ts';
import { meanOf, shareOf } from './recount-shares.ts';

/**
 * M12–M16 counted again, in the words of metrics.md and docs/business.md and with nothing of the product. What belongs to whom is looked up
 * once (`groupBy`), so that a hundred thousand conversations can be counted, too.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Counted = ReturnType<typeof shareOf> & { unknown: number };

export interface Told {
  no: number;
  number: number;
  at: number;
  highMs: number;
}

export interface Work {
  agent: number;
  no: number;
  number: number;
  from: number;
  to: number;
}

/** Everything that is known, and what is asked. */
export interface Asked {
  from: number;
  to: number;
  now: number;
  /** Null: all. */
  site: number | null;
  checked: boolean;
  /** Only conversations of which this holds, and people whose last one around their order is such a one. */
  only?: (one: CountedEpisode) => boolean;
  all: CountedEpisode[];
  plan: BusinessPlan;
}

/** How `stage` of an episode is known. */
export function stageOfEpisode({ plan }: Pick<Asked, 'plan'>) {
  const said = groupBy(plan.orders, ({ visitor }) => visitor);
  const carts = groupBy(plan.carts, ({ visitor }) => visitor);
  return ({ visitor, openedAt }: CountedEpisode) => stageAt(said(visitor), carts(visitor), openedAt);
}

/** M14: of the visitor's own orders and carts up to then. */
function stageAt(orders: readonly PlannedOrder[], carts: BusinessPlan['carts'], at: number) {
  const mine = orders.filter((one) => one.at < at && !one.cancelled);
  const cart = carts.some(
    (one) => one.at <= at && at - one.at <= 30 * MINUTE && !mine.some(({ at: on }) => on >= one.at),
  );
  if (cart) return 'during';
  return mine.length > 0 ? 'after' : 'before';
}

/** M5, M13: who had what from when to when. */
export function workOf({ happenings }: HistoryPlan, now: number): Work[] {
  const done: Work[] = [];
  const running = new Map<number, Work>();
  const episode = new Map<number, number>();
  const stop = (no: number, at: number) => {
    const one = running.get(no);
    if (one) done.push({ ...one, to: at });
    running.delete(no);
  };
  for (const { no, at, deed } of happenings) {
    if (deed.what === 'open' || deed.what === 'reopen') episode.set(no, (episode.get(no) ?? 0) + 1);
    if (['assign', 'transfer', 'requeue', 'end'].includes(deed.what)) stop(no, at);
    if (deed.what === 'assign' || deed.what === 'transfer')
      running.set(no, { agent: deed.agent, no, number: episode.get(no) as number, from: at, to: at });
  }
  for (const no of [...running.keys()]) stop(no, now);
  return done;
}

const personOf = ({ id, visitor, customer }: PlannedOrder) =>
  visitor === null ? (customer ?? `nobody ${id}`) : `visitor ${visitor}`;

function ordersOf({ plan, site, checked }: Asked): PlannedOrder[] {
  const counts = (one: PlannedOrder) => !one.cancelled && (!checked || one.checked);
  return plan.orders.filter((one) => counts(one) && (site === null || one.site === site));
}

function episodesOf({ all, site }: Asked): CountedEpisode[] {
  return all.filter((one) => site === null || one.site === site);
}

const firstAnswer = ({ waits }: CountedEpisode) => waits.find((wait) => wait.first && wait.answered)?.to ?? null;

export function count(verdicts: (boolean | null)[]): Counted {
  const known = verdicts.filter((one) => one !== null);
  return { ...shareOf(known.filter(Boolean).length, known.length), unknown: verdicts.length - known.length };
}

/** M12: by the first order of the period; and by what went before the next one. */
export function buyersOf(asked: Asked) {
  const { from, to, now, only } = asked;
  const orders = ordersOf(asked).filter((one) => one.visitor !== null || one.customer !== null);
  const people = [...new Set(orders.map(personOf))];
  const ordersBy = groupBy(orders, personOf);
  const everyBy = groupBy(asked.plan.orders, personOf);
  const contactsBy = groupBy(episodesOf(asked), (one) => `visitor ${one.visitor}`);
  return people.flatMap((person) => {
    const own = ordersBy(person).sort((one, other) => one.at - other.at);
    const first = own.find(({ at }) => at >= from && at < to);
    if (!first) return [];
    const next = own.find(({ at }) => at > first.at && at <= first.at + 90 * DAY);
    const until = Math.min(first.at + 14 * DAY, next?.at ?? Number.POSITIVE_INFINITY);
    const around = contactsBy(person)
      .filter((one) => one.outcome !== 'spam')
      .filter(({ openedAt }) => openedAt >= first.at - 90 * DAY && openedAt < until)
      .sort((one, other) => one.openedAt - other.openedAt);
    const last = around.at(-1);
    if (only && !(last && only(last))) return [];
    const score = around.filter((one) => one.score !== null).at(-1)?.score ?? null;
    const known = everyBy(person).filter((one) => !one.cancelled);
    return [
      {
        person,
        last,
        back: now < first.at + 90 * DAY ? null : next !== undefined,
        before: known.some(({ at }) => at < first.at),
        contact: !last ? 'no_contact' : score === null ? 'not_rated' : score >= 4 ? 'rated_good' : 'rated_bad',
        response: last ? speed(last) : null,
        segment: first.customer && Number(first.customer.split('-')[1]) % 2 === 0 ? 'gold' : '',
      },
    ];
  });
}

function speed(one: CountedEpisode): string {
  const answer = firstAnswer(one);
  if (answer === null) return 'never';
  const ms = answer - one.openedAt;
  return ms <= MINUTE ? 'minute' : ms <= 5 * MINUTE ? 'five_minutes' : 'later';
}

export function retentionBy(asked: Asked, by: 'contact' | 'response' | 'segment') {
  const groups = new Map<string, (boolean | null)[]>();
  for (const one of buyersOf(asked)) {
    const key = one[by];
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one.back);
    else groups.set(key, [one.back]);
  }
  return new Map([...groups].map(([key, verdicts]) => [key, count(verdicts)]));
}

export function loyaltyOf(asked: Asked) {
  const buyers = buyersOf(asked);
  return { retention: count(buyers.map(({ back }) => back)), repeat: count(buyers.map(({ before }) => before)) };
}

const within =
  ({ from, to, only }: Asked) =>
  (one: CountedEpisode) =>
    one.openedAt >= from && one.openedAt < to && (!only || only(one));

/** M14, and the conversion of those who had not bought yet. */
export function stagesOf(asked: Asked) {
  const said = groupBy(asked.plan.orders, ({ visitor }) => visitor);
  const carts = groupBy(asked.plan.carts, ({ visitor }) => visitor);
  const mine = episodesOf(asked)
    .filter(within(asked))
    .map((one) => ({ one, stage: stageAt(said(one.visitor), carts(one.visitor), one.openedAt) }));
  const orders = groupBy(ordersOf(asked), ({ visitor }) => visitor);
  const bought = ({ visitor, openedAt }: CountedEpisode) =>
    orders(visitor).some((order) => order.at > openedAt && order.at <= openedAt + 7 * DAY);
  const verdicts = (stage: string) =>
    mine
      .filter((each) => each.stage === stage && each.one.outcome !== 'spam')
      .map(({ one }) => (asked.now < one.openedAt + 7 * DAY ? null : bought(one)));
  const episodes = (stage: string) => mine.filter((each) => each.stage === stage).length;
  return {
    stages: ['before', 'during', 'after'].map((key) => ({ key, episodes: episodes(key) })),
    conversion: ['before', 'during'].map((key) => ({ key, rate: count(verdicts(key)) })),
    converted: count([...verdicts('before'), ...verdicts('during')]),
  };
}

/** Sums stand apart for each currency. */
function revenueOf(orders: readonly PlannedOrder[]) {
  const currencies = [...new Set(orders.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const of = orders.filter((one) => one.currency === currency);
    return { currency, minor: of.reduce((sum, { minor }) => sum + minor, 0) };
  });
}

export function salesOf(asked: Asked) {
  const people = asked.only && new Set(buyersOf(asked).map(({ person }) => person));
  const isOf = (one: PlannedOrder) => !people || people.has(personOf(one));
  const orders = ordersOf(asked).filter((one) => one.at >= asked.from && one.at < asked.to && isOf(one));
  return {
    orders: orders.length,
    revenue: revenueOf(orders),
    checked: orders.filter(({ checked }) => checked).length,
    claimed: orders.filter(({ visitor }) => visitor !== null).length,
    unlinked: orders.filter(({ visitor, customer }) => visitor === null && customer === null).length,
  };
}

/** People whose last contact of the period failed, who had ordered in the year before and have not since. */
export function atRiskOf(asked: Asked) {
  const mine = episodesOf(asked).filter(within({ ...asked, only: () => true }));
  const episodes = groupBy(mine, ({ visitor }) => visitor);
  const orders = groupBy(ordersOf(asked), ({ visitor }) => visitor);
  const found = { unanswered: [] as PlannedOrder[][], rated_bad: [] as PlannedOrder[][] };
  for (const visitor of new Set(mine.map((one) => one.visitor))) {
    const own = episodes(visitor).filter((one) => one.outcome !== 'spam');
    const last = own.sort((one, other) => one.openedAt - other.openedAt).at(-1);
    if (!last || (asked.only && !asked.only(last))) continue;
    const isUnanswered = last.score === null && last.closedAt !== null && firstAnswer(last) === null;
    const isBad = last.score !== null && last.score <= 3;
    const theirs = orders(visitor);
    const before = theirs.filter(({ at }) => at < last.openedAt && at >= last.openedAt - 365 * DAY);
    if (!(isUnanswered || isBad) || before.length === 0 || theirs.some(({ at }) => at >= last.openedAt)) continue;
    found[isBad ? 'rated_bad' : 'unanswered'].push(before);
  }
  return (['unanswered', 'rated_bad'] as const).map((why) => {
    const revenue = revenueOf(found[why].flat());
    const each = found[why].map((orders) => orders.reduce((sum, { minor }) => sum + minor, 0));
    // Nothing is said across currencies.
    return { why, people: each.length, revenue, perPerson: revenue.length === 1 ? meanOf(each) : null };
  });
}

/** M13: each moment of an agent, shared by all that the agent had in it, of whatever site and time, at what the hour cost in that month. */
export function costOf(asked: Asked, work: readonly Work[]) {
  const mine = episodesOf(asked).filter(within(asked));
  const cost = new Map(mine.map(({ no, number }) => [`${no} ${number}`, 0]));
  const workBy = groupBy(work, ({ agent }) => agent);
  for (let agent = 0; agent < 8; agent += 1) {
    eachMoment(workBy(agent), monthsFrom(2026), (from, to, busy) => {
      if (busy.size === 0) return;
      const price = ((to - from) / HOUR) * (hourAt(asked.plan, from) / busy.size);
      for (const { no, number } of busy) {
        const key = `${no} ${number}`;
        if (cost.has(key)) cost.set(key, (cost.get(key) as number) + price);
      }
    });
  }
  return { of: cost, total: [...cost.values()].reduce((sum, one) => sum + one, 0) };
}

/** Between any two instants at which something begins, ends or is cut: what was under way. */
function eachMoment(
  own: readonly Work[],
  cuts: readonly number[],
  look: (from: number, to: number, busy: ReadonlySet<Work>) => void,
): void {
  const begins = groupBy(own, ({ from }) => from);
  const ends = groupBy(own, ({ to }) => to);
  const marks = [...new Set([...own.flatMap(({ from, to }) => [from, to]), ...cuts])].sort((one, other) => one - other);
  const busy = new Set<Work>();
  for (const [at, from] of marks.entries()) {
    for (const one of begins(from)) busy.add(one);
    for (const one of ends(from)) busy.delete(one);
    const to = marks[at + 1];
    if (to !== undefined) look(from, to, busy);
  }
}

const monthsFrom = (year: number) => Array.from({ length: 24 }, (_, month) => Date.UTC(year, month, 1));

function hourAt({ settings }: BusinessPlan, at: number): number {
  const month = new Date(at).toISOString().slice(0, 7);
  const said = settings.months.filter((one) => one.month <= month && one.hourlyCost !== null);
  return said.at(-1)?.hourlyCost as number;
}

/** M13: what those cost who had bought before, and what those did who came for the first time. */
export function loyaltyCostOf(asked: Asked, work: readonly Work[]) {
  const cost = costOf(asked, work).of;
  const buyers = buyersOf(asked);
  const came = buyers.filter(({ before }) => before);
  const names = new Set(came.map(({ person }) => person));
  const theirs = episodesOf(asked).filter((one) => within(asked)(one) && names.has(`visitor ${one.visitor}`));
  const spent = theirs.reduce((sum, { no, number }) => sum + (cost.get(`${no} ${number}`) as number), 0);
  let marketing = 0;
  for (let day = asked.from; day < asked.to; day += DAY) {
    const [year, month] = [new Date(day).getUTCFullYear(), new Date(day).getUTCMonth()];
    const name = new Date(day).toISOString().slice(0, 7);
    const days = (Date.UTC(year, month + 1, 1) - Date.UTC(year, month, 1)) / DAY;
    marketing += (asked.plan.settings.months.find((one) => one.month === name)?.marketing as number) / days;
  }
  const fresh = buyers.length - came.length;
  return {
    retained: { people: came.length, perPerson: spent / came.length },
    acquired: { people: fresh, perPerson: marketing / fresh, marketing },
  };
}

/** M15; who left before it was due was promised nothing that could be broken. */
export function promisesOf(asked: Asked, told: readonly Told[]): Counted {
  const verdicts: (boolean | null)[] = [];
  const toldOf = groupBy(told, ({ no, number }) => `${no} ${number}`);
  for (const one of episodesOf(asked).filter(within(asked))) {
    for (const { at, highMs } of toldOf(`${one.no} ${one.number}`)) {
      const answer = firstAnswer(one);
      if (answer === null && one.closedAt !== null && one.closedAt < at + highMs) continue;
      verdicts.push(asked.now < at + highMs ? null : answer !== null && answer <= at + highMs);
    }
  }
  return count(verdicts);
}

/** M17: how the ranges came out that were told, of those whom an agent then took over; `lowMs` is the least of each. */
export function toldWaitsOf(asked: Asked, told: readonly Told[], lowMs: number) {
  const counts = { n: 0, inside: 0, shorter: 0, longer: 0, unknown: 0 };
  const toldOf = groupBy(told, ({ no, number }) => `${no} ${number}`);
  for (const one of episodesOf(asked).filter(within(asked))) {
    for (const { at, highMs } of toldOf(`${one.no} ${one.number}`)) {
      const waited = one.assignedAt === null ? null : one.assignedAt - at;
      if (waited === null) counts.unknown += 1;
      else {
        counts.n += 1;
        counts[waited < lowMs ? 'shorter' : waited > highMs ? 'longer' : 'inside'] += 1;
      }
    }
  }
  return counts;
}

/** M16, looked at between any two moments at which something changed. */
export function teamTimeOf({ plan, from, to, now }: Asked, work: readonly Work[], agent: number) {
  const days = plan.days.filter((one) => one.agent === agent);
  const own = work.filter((one) => one.agent === agent);
  const until = Math.min(to, now);
  const cuts = [from, until, ...days.flatMap((one) => [one.from, one.awayFrom, one.awayTo, one.to])];
  const sum = { shiftMs: 0, availableMs: 0, busyMs: 0 };
  eachMoment(own, cuts, (begin, end, busy) => {
    if (begin < from || end > until) return;
    const day = days.find((one) => one.from <= begin && one.to >= end);
    if (!day) return;
    sum.shiftMs += end - begin;
    if (day.awayFrom <= begin && day.awayTo >= end) return;
    sum.availableMs += end - begin;
    if (busy.size > 0) sum.busyMs += end - begin;
  });
  return sum;
}
