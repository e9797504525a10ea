// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BUSINESS_SETTINGS_DEFAULT } from '../../../../protocol/wire/business.ts';
import { listAtRisk, readAtRisk } from '../../../../server/domain/business/at-risk.ts';
import { judgeConversions } from '../../../../server/domain/business/conversion.ts';
import { readCosts } from '../../../../server/domain/business/costs.ts';
import { rateOf, ratesOf } from '../../../../server/domain/business/rate.ts';
import { judgeRepeat, judgeRetention } from '../../../../server/domain/business/retention.ts';
import { hourlyCostAt, marketingOf, readServingCosts } from '../../../../server/domain/business/serving-cost.ts';
import { contact, DAY, HOUR, MINUTE, order, T0 } from './people.ts';

const period = { from: T0, to: T0 + 30 * DAY };
const later = T0 + 400 * DAY;
const first = () => undefined;

describe('retention', () => {
  it('M12 again within 90 days is a hit, a millisecond later a miss; younger than 90 days is not known', () => {
    const again = (at: number, now = later) =>
      judgeRetention([order(), order({ at })], [], first, period, now).map(({ verdict }) => verdict);
    expect(again(T0 + 90 * DAY)).toEqual(['hit']);
    expect(again(T0 + 90 * DAY + 1)).toEqual(['miss']);
    expect(again(T0 + 95 * DAY, T0 + 90 * DAY - 1)).toEqual(['unknown']);
    // Whoever comes back early says so early; counted at once, a young period would look loyal.
    expect(again(T0 + 40 * DAY, T0 + 50 * DAY)).toEqual(['unknown']);
    expect(again(T0 + 40 * DAY, T0 + 90 * DAY)).toEqual(['hit']);
  });

  it('M12 a person counts once, by her first order of the period; of nobody nothing is said', () => {
    const orders = [order(), order({ at: T0 + DAY }), order({ person: null }), order({ at: T0 - DAY })];
    const judged = judgeRetention(orders, [], () => T0 - DAY, period, later);
    expect(judged).toHaveLength(1);
    expect(judged[0]?.row).toMatchObject({ againAt: T0 + DAY, isKnown: true });
    expect(rateOf(judgeRepeat(judged))).toMatchObject({ hits: 1, n: 1 });
    expect(rateOf(judgeRepeat(judgeRetention([order()], [], () => T0, period, later)))).toMatchObject({
      hits: 0,
      n: 1,
    });
  });

  it('M12 splits by hand: the last rated contact decides, each person is in one group, the groups add up', () => {
    const people = ['good', 'bad', 'silent', 'none'];
    const orders = people.flatMap((person) => [
      order({ person }),
      ...(person === 'bad' ? [] : [order({ person, at: T0 + 60 * DAY })]),
    ]);
    const contacts = [
      contact({ person: 'good', openedAt: T0 - 5 * DAY, score: 1 }),
      contact({ person: 'good', openedAt: T0 + DAY, score: 4 }),
      contact({ person: 'bad', openedAt: T0 + DAY, score: 3, firstResponseMs: 6 * MINUTE }),
      contact({ person: 'silent', openedAt: T0 + 2 * DAY, firstResponseMs: null }),
    ];
    const judged = judgeRetention(orders, contacts, first, period, later);
    const groups = ratesOf(judged.map(({ row, verdict }) => ({ verdict, group: row.contact })));
    expect(groups.map(({ key, rate }) => [key, rate.hits, rate.n])).toEqual([
      ['no_contact', 1, 1],
      ['not_rated', 1, 1],
      ['rated_bad', 0, 1],
      ['rated_good', 1, 1],
    ]);
    expect(judged.map(({ row }) => row.response)).toEqual(['minute', 'later', 'never', null]);
  });

  it('M12 what came after she came back, or long after the order, says nothing about why', () => {
    const groupOf = (openedAt: number) =>
      judgeRetention(
        [order(), order({ at: T0 + 10 * DAY })],
        [contact({ openedAt, score: 1 })],
        first,
        period,
        later,
      )[0]?.row.contact;
    expect(groupOf(T0 + 10 * DAY - 1)).toBe('rated_bad');
    expect(groupOf(T0 + 10 * DAY)).toBe('no_contact');
    const late = (openedAt: number) =>
      judgeRetention([order()], [contact({ openedAt, score: 1 })], first, period, later)[0]?.row.contact;
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
    ];
    const orders = [order({ person: 'a', at: T0 + 7 * DAY }), order({ person: 'c', at: T0 + 7 * DAY + 1 })];
    const judged = judgeConversions(contacts, orders, period, T0 + 30 * DAY);
    expect(judged.map(({ verdict, group }) => [verdict, group])).toEqual([
      ['hit', 'before'],
      ['miss', 'during'],
      ['miss', 'before'],
      ['unknown', 'before'],
    ]);
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
    ];
    const orders = [
      order({ person: 'a', minor: 500 }),
      order({ person: 'a', minor: 700, currency: 'USD' }),
      order({ person: 'a', minor: 9_999, at: T0 + DAY - 366 * DAY }),
      order({ person: 'b', minor: 300 }),
      order({ person: 'c', minor: 100 }),
      order({ person: 'c', minor: 100, at: T0 + 3 * DAY }),
      order({ person: 'd', minor: 100 }),
    ];
    expect(readAtRisk(listAtRisk(contacts, orders, period))).toEqual([
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

  it('M13 an hour with two conversations at once costs an hour, half each', () => {
    const served = [
      { agentId: 'ana', conversationId: 'x', episode: 1, from: jan, to: jan + HOUR },
      { agentId: 'ana', conversationId: 'y', episode: 1, from: jan + 30 * MINUTE, to: jan + HOUR },
      { agentId: 'ben', conversationId: 'y', episode: 1, from: jan + HOUR, to: jan + 2 * HOUR },
    ];
    const costs = readServingCosts(served, months);
    // x: half an hour alone and half of the other one: 1500 + 750. y: 750, and Ben's hour.
    expect(costs.get('x 1')).toBe(2_250);
    expect(costs.get('y 1')).toBe(3_750);
  });

  it('M13 an agent who serves two sites costs each of them her part of the time: both reports together cost her hour', () => {
    const span = { agentId: 'ana', from: jan, to: jan + HOUR };
    const here = { ...span, conversationId: 'here', episode: 1 };
    const there = { ...span, conversationId: 'there', from: jan + 30 * MINUTE, episode: 1 };
    const beside = { episode: null };
    const costs = readServingCosts([here, { ...there, ...beside }], months);
    // Half an hour alone, half an hour shared with the other site: 1500 + 750.
    expect(costs.get('here 1')).toBe(2_250);
    expect(readServingCosts([{ ...here, ...beside }, there], months).get('there 1')).toBe(750);
    expect(costs.has('there 1')).toBe(false);
  });

  it('M13 the cost of the month holds until another is said; before the first nothing is known', () => {
    const overNight = { agentId: 'a', conversationId: 'n', episode: 1 };
    const [before, after] = [Date.UTC(2026, 1, 28, 22), Date.UTC(2026, 2, 1, 1)];
    expect(readServingCosts([{ ...overNight, from: before, to: after }], months).get('n 1')).toBeCloseTo(9_600, 6);
    expect(hourlyCostAt(months, Date.UTC(2026, 1, 28))).toBe(3_000);
    expect(hourlyCostAt(months, Date.UTC(2026, 2, 1))).toBe(3_600);
    expect(hourlyCostAt(months, Date.UTC(2025, 11, 31))).toBeNull();
  });

  it('M13 marketing of a period is the part of each month; a month that was not said makes it unknown', () => {
    expect(marketingOf(months, { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 11) })).toBeCloseTo(10_000, 6);
    expect(marketingOf(months, { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) })).toBeCloseTo(62_000, 6);
    expect(marketingOf(months, { from: Date.UTC(2026, 0, 31), to: Date.UTC(2026, 1, 2) })).toBeNull();
  });

  it('M13 by hand: two conversations of 20.00 each, one person back, two new: 20 to keep, 15 to win', () => {
    const span = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };
    const served = ['x', 'y'].map((conversationId, at) => ({
      ...{ agentId: `a${at}`, conversationId, episode: 1, from: jan, to: jan + 40 * MINUTE },
    }));
    const contacts = [
      contact({ conversationId: 'x', openedAt: jan, person: 'back' }),
      contact({ conversationId: 'y', openedAt: jan, person: 'other' }),
    ];
    const orders = ['back', 'new', 'newer'].map((person) => order({ person, at: jan }));
    const again = order({ person: 'back', at: jan + DAY });
    const firstAt = (person: string) => (person === 'back' ? jan - DAY : jan);
    const facts = { contacts, served, settingsVersion: 3, isAllSites: true };
    const settings = {
      ...BUSINESS_SETTINGS_DEFAULT,
      currency: 'EUR',
      months: [{ month: '2026-01', hourlyCost: 3_000, marketing: 3_000 }],
    };
    const buyers = judgeRetention([...orders, again], contacts, firstAt, span, later);
    const costs = readCosts({ ...facts, buyers, settings }, span);
    expect(costs).toMatchObject({
      currency: 'EUR',
      total: 4_000,
      perConversation: { n: 2, mean: 2_000 },
      retained: { people: 1, perPerson: 2_000 },
      acquired: { people: 2, perPerson: 1_500, marketing: 3_000 },
      settingsVersion: 3,
    });
    expect(costs.ratio).toBeCloseTo(4 / 3, 9);
    const unset = readCosts({ ...facts, buyers, settings: BUSINESS_SETTINGS_DEFAULT }, span);
    expect(unset).toMatchObject({ total: null, perConversation: { n: 0, mean: null }, ratio: null });
  });
});
