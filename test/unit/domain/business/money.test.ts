// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BUSINESS_SETTINGS_DEFAULT, CONTACT_GROUPS, RESPONSE_GROUPS } from '../../../../protocol/wire/business.ts';
import type { OrderRow } from '../../../../server/domain/books/order-book.ts';
import { listAtRisk, readAtRisk } from '../../../../server/domain/business/at-risk.ts';
import { judgeConversions, stagesOf } from '../../../../server/domain/business/conversion.ts';
import { readCosts } from '../../../../server/domain/business/costs.ts';
import { countGroups, ratesOf } from '../../../../server/domain/business/rate.ts';
import { judgeRetention } from '../../../../server/domain/business/retention.ts';
import { hourlyCostAt, marketingOf, readServingCosts } from '../../../../server/domain/business/serving-cost.ts';
import { booksOf, contact, DAY, HOUR, LATER, MINUTE, order, type SaidContact, T0, verdictsOf } from './people.ts';

const period = { from: T0, to: T0 + 30 * DAY };
const buyersOf = (orders: OrderRow[], contacts: SaidContact[] = [], now = LATER) =>
  judgeRetention(booksOf({ orders, contacts, now, period }), now);

describe('retention', () => {
  it('M12 again within 90 days is a hit, a millisecond later a miss; younger than 90 days is not known', () => {
    const again = (at: number, now = LATER) => verdictsOf(buyersOf([order(), order({ at })], [], now).verdict);
    expect(again(T0 + 90 * DAY)).toEqual(['hit']);
    expect(again(T0 + 90 * DAY + 1)).toEqual(['miss']);
    expect(again(T0 + 95 * DAY, T0 + 90 * DAY - 1)).toEqual(['unknown']);
    // Whoever comes back early says so early; counted at once, a young period would look loyal.
    expect(again(T0 + 40 * DAY, T0 + 50 * DAY)).toEqual(['unknown']);
    expect(again(T0 + 40 * DAY, T0 + 90 * DAY)).toEqual(['hit']);
  });

  it('M12 a person counts once, by her first order of the period; of nobody nothing is said', () => {
    const orders = [order(), order({ at: T0 + DAY }), order({ person: null }), order({ at: T0 - DAY })];
    const judged = buyersOf(orders);
    expect(judged.person).toHaveLength(1);
    expect(booksOf({ orders }).orders.at[judged.order[0] ?? -1]).toBe(T0);
    expect([...judged.isKnown]).toEqual([1]);
    expect(verdictsOf(judged.verdict)).toEqual(['hit']);
    expect([...buyersOf([order()]).isKnown]).toEqual([0]);
  });

  it('M12 had bought before counts every order that is known, also where only checked ones are counted', () => {
    const orders = [order({ at: T0 - DAY, isChecked: false }), order()];
    expect([...judgeRetention(booksOf({ orders, period, checked: true }), LATER).isKnown]).toEqual([1]);
  });

  it('M12 splits by hand: the last rated contact decides, each person is in one group, the groups add up', () => {
    const people = ['good', 'bad', 'silent', 'none'];
    const orders = people.flatMap((person) => [
      order({ person }),
      ...(person === 'bad' ? [] : [order({ person, at: T0 + 60 * DAY })]),
    ]);
    const contacts = [
      contact({ person: 'good', openedAt: T0 + DAY, score: 4 }),
      contact({ person: 'bad', openedAt: T0 + DAY, score: 3, firstResponseMs: 6 * MINUTE }),
      contact({ person: 'silent', openedAt: T0 + 2 * DAY, firstResponseMs: null }),
      contact({ person: 'good', openedAt: T0 - 5 * DAY, score: 1 }),
      contact({ person: 'none', outcome: 'spam', score: 1 }),
    ];
    const judged = buyersOf(orders, contacts);
    const groups = ratesOf(countGroups(judged.verdict, judged.contact, CONTACT_GROUPS.length), CONTACT_GROUPS);
    expect(groups.map(({ key, rate }) => [key, rate.hits, rate.n])).toEqual([
      ['rated_good', 1, 1],
      ['rated_bad', 0, 1],
      ['not_rated', 1, 1],
      ['no_contact', 1, 1],
    ]);
    expect(Array.from(judged.response, (code) => RESPONSE_GROUPS[code])).toEqual([
      'minute',
      'later',
      'never',
      undefined,
    ]);
  });

  it('M12 what came after she came back, or long after the order, says nothing about why', () => {
    const groupOf = (orders: OrderRow[], openedAt: number) =>
      CONTACT_GROUPS[buyersOf(orders, [contact({ openedAt, score: 1 })]).contact[0] ?? -1];
    const twice = [order(), order({ at: T0 + 10 * DAY })];
    expect(groupOf(twice, T0 + 10 * DAY - 1)).toBe('rated_bad');
    expect(groupOf(twice, T0 + 10 * DAY)).toBe('no_contact');
    const late = (openedAt: number) => groupOf([order()], openedAt);
    expect(late(T0 + 14 * DAY - 1)).toBe('rated_bad');
    expect(late(T0 + 14 * DAY)).toBe('no_contact');
    expect(late(T0 - 90 * DAY)).toBe('rated_bad');
    expect(late(T0 - 90 * DAY - 1)).toBe('no_contact');
  });
});

describe('conversion and risk', () => {
  it('M12 conversion after chat: an order within seven days, by stage; who had ordered already is not asked', () => {
    const contacts = [
      contact({ person: 'a', stage: 'before' }),
      contact({ person: 'b', stage: 'during' }),
      contact({ person: 'c', stage: 'before' }),
      contact({ person: 'd', stage: 'after' }),
      contact({ person: 'e', stage: 'before', openedAt: T0 + 29 * DAY }),
      contact({ person: 'f', stage: 'before', outcome: 'spam' }),
      contact({ person: 'g', stage: 'before' }),
    ];
    const orders = [
      order({ person: 'a', at: T0 + 7 * DAY }),
      order({ person: 'c', at: T0 + 7 * DAY + 1 }),
      // Before it wrote, or at that instant, is not after.
      order({ person: 'g', at: T0 - DAY }),
      order({ person: 'g', at: T0 }),
    ];
    const now = T0 + 30 * DAY;
    const { contacts: rows, orders: sold, counts } = booksOf({ contacts, orders, now });
    const judged = judgeConversions(rows, sold, counts, period, now);
    expect(verdictsOf(judged.verdict)).toEqual(['hit', 'miss', 'miss', 'unknown', 'miss']);
    expect([...stagesOf(judged, rows)]).toEqual([0, 1, 0, 0, 0]);
  });

  it('M12 revenue at risk by hand: the last word counts, who came back is not at risk, currencies stay apart', () => {
    const unanswered = { firstResponseMs: null, outcome: 'abandoned_in_queue' } as const;
    const contacts = [
      contact({ person: 'a', openedAt: T0 + DAY, ...unanswered }),
      contact({ person: 'b', openedAt: T0 + DAY, score: 2 }),
      contact({ person: 'c', openedAt: T0 + DAY, score: 1 }),
      contact({ person: 'd', openedAt: T0 + DAY, score: 1 }),
      contact({ person: 'd', openedAt: T0 + 2 * DAY, score: 5 }),
      contact({ person: 'new', openedAt: T0 + DAY, ...unanswered }),
      // Still open: it may be answered yet.
      contact({ person: 'e', openedAt: T0 + DAY, firstResponseMs: null, outcome: null, closedAt: null }),
    ];
    const orders = [
      order({ person: 'e', minor: 800 }),
      order({ person: 'a', minor: 500 }),
      order({ person: 'a', minor: 700, currency: 'USD' }),
      order({ person: 'a', minor: 9_999, at: T0 + DAY - 366 * DAY }),
      order({ person: 'b', minor: 300 }),
      order({ person: 'c', minor: 100 }),
      order({ person: 'c', minor: 100, at: T0 + 3 * DAY }),
      order({ person: 'd', minor: 100 }),
    ];
    const said = booksOf({ contacts, orders });
    expect(readAtRisk(listAtRisk(said, period), said.orders)).toEqual([
      {
        why: 'unanswered',
        people: 1,
        revenue: [
          { currency: 'EUR', minor: 500 },
          { currency: 'USD', minor: 700 },
        ],
        perPerson: null,
      },
      {
        ...{ why: 'rated_bad', people: 1, revenue: [{ currency: 'EUR', minor: 300 }] },
        perPerson: { n: 1, mean: 300, low: null, high: null, few: true },
      },
    ]);
  });
});

describe('cost', () => {
  const months = [
    { month: '2026-01', hourlyCost: 3_000, marketing: 31_000 },
    { month: '2026-03', hourlyCost: 3_600, marketing: 62_000 },
  ];
  const jan = Date.UTC(2026, 0, 5);
  const had = (agentId: string, from: number, to: number | null) => ({ agentId, from, to });
  /** Of each contact that was said, in the order in which they were. */
  const costsOf = (contacts: SaidContact[], of: { siteId?: string; now?: number } = {}) => {
    const { books, fresh, contacts: rows } = booksOf({ contacts, ...of });
    return [...readServingCosts(rows, books.time.sheets(0, 30_000, fresh), months)];
  };

  it('M13 an hour with two conversations at once costs an hour, half each', () => {
    const x = contact({ openedAt: jan, served: [had('ana', jan, jan + HOUR)] });
    const y = contact({
      openedAt: jan + 30 * MINUTE,
      served: [had('ana', jan + 30 * MINUTE, jan + HOUR), had('ben', jan + HOUR, jan + 2 * HOUR)],
    });
    // x: half an hour alone and half of the other one: 1500 + 750. y: 750, and Ben's hour.
    expect(costsOf([x, y])).toEqual([2_250, 3_750]);
  });

  it('M13 an agent who serves two sites costs each of them her part of the time: both reports together cost her hour', () => {
    const here = contact({ openedAt: jan, served: [had('ana', jan, jan + HOUR)] });
    const there = contact({ siteId: 'other', openedAt: jan, served: [had('ana', jan + 30 * MINUTE, jan + HOUR)] });
    // Half an hour alone, half an hour shared with the other site: 1500 + 750.
    expect(costsOf([here, there], { siteId: 'site' })).toContain(2_250);
    expect(costsOf([here, there], { siteId: 'other' })).toContain(750);
  });

  it('M13 what is still served costs up to now, shared as long as it goes on; three at once cost a third each', () => {
    const open = () => contact({ openedAt: jan, closedAt: null, served: [had('ana', jan, null)] });
    expect(costsOf([open(), open(), open()], { now: jan + HOUR })).toEqual([1_000, 1_000, 1_000]);
    const late = contact({ openedAt: jan, served: [had('ana', jan, jan)] });
    expect(costsOf([open(), late], { now: jan + 3 * HOUR })).toEqual([9_000, 0]);
  });

  it('M13 the cost of the month holds until another is said; before the first nothing is known', () => {
    const [before, after] = [Date.UTC(2026, 1, 28, 22), Date.UTC(2026, 2, 1, 1)];
    const [overNight] = costsOf([contact({ openedAt: before, served: [had('a', before, after)] })]);
    expect(overNight).toBeCloseTo(9_600, 6);
    const early = Date.UTC(2025, 11, 30);
    expect(costsOf([contact({ openedAt: early, served: [had('a', early, early + HOUR)] })])).toEqual([Number.NaN]);
    expect(hourlyCostAt(months, Date.UTC(2026, 1, 28))).toBe(3_000);
    expect(hourlyCostAt(months, Date.UTC(2026, 2, 1))).toBe(3_600);
    expect(hourlyCostAt(months, Date.UTC(2025, 11, 31))).toBeNull();
  });

  it('M13 over many days and agents it is what a plain look at every minute says', () => {
    const minute = (day: number, at: number) => jan + day * DAY + at * MINUTE;
    const contacts = [0, 1, 2, 3, 4, 5].map((n) =>
      contact({
        openedAt: jan,
        served: [had(`agent-${n % 2}`, minute(0, 17 * n), minute(n, 600 + 7 * n))],
      }),
    );
    const perMinute = 3_000 / 60;
    const plain = contacts.map(() => 0);
    for (let at = jan; at < jan + 7 * DAY; at += MINUTE) {
      for (const agent of ['agent-0', 'agent-1']) {
        const under = contacts.flatMap(({ served }, index) =>
          served.some((one) => one.agentId === agent && one.from <= at && (one.to ?? 0) > at) ? [index] : [],
        );
        for (const index of under) plain[index] = (plain[index] ?? 0) + perMinute / under.length;
      }
    }
    const found = costsOf(contacts);
    for (const [index, cost] of plain.entries()) expect(found[index]).toBeCloseTo(cost, 6);
    expect(Math.max(...plain)).toBeGreaterThan(100_000);
  });

  it('M13 marketing of a period is the part of each month; a month that was not said makes it unknown', () => {
    expect(marketingOf(months, { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 11) })).toBeCloseTo(10_000, 6);
    expect(marketingOf(months, { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) })).toBeCloseTo(62_000, 6);
    expect(marketingOf(months, { from: Date.UTC(2026, 0, 31), to: Date.UTC(2026, 1, 2) })).toBeNull();
  });

  it('M13 by hand: two conversations of 20.00 each, one person back, two new: 20 to keep, 15 to win', () => {
    const span = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };
    const contacts = ['back', 'other'].map((person, at) =>
      contact({ person, openedAt: jan, served: [had(`a${at}`, jan, jan + 40 * MINUTE)] }),
    );
    const orders = [
      order({ person: 'back', at: jan - 10 * DAY }),
      ...['back', 'new', 'newer'].map((person) => order({ person, at: jan })),
      order({ person: 'back', at: jan + DAY }),
    ];
    const said = booksOf({ contacts, orders, period: span });
    const settings = {
      ...BUSINESS_SETTINGS_DEFAULT,
      currency: 'EUR',
      months: [{ month: '2026-01', hourlyCost: 3_000, marketing: 3_000 }],
    };
    const costs = readServingCosts(said.contacts, said.books.time.sheets(0, 30_000, said.fresh), settings.months);
    const buyers = judgeRetention(said, LATER);
    const facts = {
      contacts: said.contacts,
      costs,
      people: said.books.people.count,
      buyers,
      settingsVersion: 3,
      isOfAll: true,
    };
    const read = readCosts({ ...facts, settings }, span);
    expect(read).toMatchObject({
      currency: 'EUR',
      total: 4_000,
      perConversation: { n: 2, mean: 2_000 },
      retained: { people: 1, perPerson: 2_000 },
      acquired: { people: 2, perPerson: 1_500, marketing: 3_000 },
      settingsVersion: 3,
    });
    expect(read.ratio).toBeCloseTo(4 / 3, 9);
    const unset = readCosts({ ...facts, settings: BUSINESS_SETTINGS_DEFAULT }, span);
    expect(unset).toMatchObject({ total: null, perConversation: { n: 0, mean: null }, ratio: null });
  });
});
