import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BusinessFigures, BusinessReport, BusinessSplit } from '../../protocol/wire/business.ts';
import type { Split } from '../../protocol/wire/measures.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readBusiness } from '../../server/usecases/read-business.ts';
import { readBusinessSplit } from '../../server/usecases/read-business-split.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { agentId, siteId } from '../support/live-history.ts';
import type { CountedEpisode } from '../support/recount.ts';
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
  stageOfEpisode,
  stagesOf,
} from '../support/recount-business.ts';
import { GROUP_KEYS, groupEpisodes, type KeysOf } from '../support/recount-groups.ts';
import { meanOf } from '../support/recount-shares.ts';
import { wallOf } from '../support/recount-wall.ts';
import { FROM, openSales, type Sales, TO } from '../support/recounted-sales.ts';

/** More by hand: HISTORIES=100000. */
const conversations = Number(process.env.HISTORIES ?? 120);
/** Of more than so many, fewer narrowings are asked for: each looks at all of them. */
const MANY = 1_000;
const ZONE = 'Asia/Kathmandu';

let sales: Sales;
let whole: Asked;
const owner = { kind: 'agent', agent: { role: 'owner' } } as unknown as AgentSubject;
const keysOf = (split: Split): KeysOf => {
  if (split === 'agent') return ({ lastAgent }) => [lastAgent === null ? '' : agentId(lastAgent)];
  const stage = stageOfEpisode(whole);
  return split === 'stage' ? (one) => [stage(one)] : GROUP_KEYS[split];
};
const SPLITS = ['agent', ...(Object.keys(GROUP_KEYS) as Exclude<Split, 'agent'>[])] as const;

beforeAll(async () => {
  sales = await openSales(conversations);
  whole = { ...sales.every, site: null, checked: false };
  await rebuildFacts(sales.context, { begin: () => {}, made: () => {} });
}, 7_200_000);
afterAll(() => sales.context.close());

const isIn = (one: CountedEpisode) => one.openedAt >= FROM && one.openedAt < TO;
const period = { from: FROM, to: TO, zone: ZONE };

function figuresOf(asked: Asked, people: ReturnType<typeof buyersOf>): BusinessFigures {
  const { of } = costOf(asked, sales.work);
  return {
    ...{ episodes: of.size, people: people.length, promises: promisesOf(asked, sales.told) },
    ...{ retention: count(people.map(({ back }) => back)), repeat: count(people.map(({ before }) => before)) },
    ...{ conversion: stagesOf(asked).converted, cost: meanOf([...of.values()]) as BusinessFigures['cost'] },
    atRisk: atRiskOf(asked).reduce((all, { people: some }) => all + some, 0),
  };
}

async function read<Out>(done: Promise<{ answer: { ok: true; value: Out } | { ok: false } }>): Promise<Out> {
  const { answer } = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

describe('M12–M15 by everything that conversations are split by, counted again', { timeout: 1_800_000 }, () => {
  test.each(SPLITS)('split by %s', async (split) => {
    const found: BusinessSplit = await read(readBusinessSplit(sales.context, owner, { ...period, split }));
    const of = keysOf(split);
    const wall = wallOf(ZONE);
    const inGroup = (key: string) => (one: CountedEpisode) => of(one, wall(one.openedAt)).includes(key);
    const buyers = buyersOf(whole);
    const keys = new Set(groupEpisodes(of, whole.all.filter(isIn), ZONE).keys());
    // Whoever ordered at a site is of it, in no conversation too; of all others the last conversation says where she is.
    const isOf = ({ last, person }: (typeof buyers)[number], key: string) =>
      split === 'site' ? siteOf(person) === key : last !== undefined && inGroup(key)(last);
    for (const { last, person } of buyers) {
      if (split === 'site') keys.add(siteOf(person));
      else if (last) for (const key of of(last, wall(last.openedAt))) keys.add(key);
    }
    expect(found.groups.map(({ key }) => key).sort()).toEqual([...keys].sort().slice(0, found.groups.length));
    expect(found.rest === null).toBe(found.groups.length === keys.size);
    expect(found.groups.length).toBeGreaterThan(1);
    for (const { key, figures } of found.groups) {
      const people = buyers.filter((one) => isOf(one, key));
      expect({ key, figures }).toEqual({ key, figures: figuresOf({ ...whole, only: inGroup(key) }, people) });
    }
    expect(found.total).toEqual(figuresOf(whole, buyers));
  });

  test.each(SPLITS.filter((name) => name !== 'site'))('narrowed to a %s, of all sites and of one', async (filter) => {
    const of = keysOf(filter);
    const wall = wallOf(ZONE);
    const groups = [...groupEpisodes(of, whole.all.filter(isIn), ZONE)].sort(
      ([, one], [, other]) => other.length - one.length,
    );
    for (const [key] of groups.slice(0, conversations > MANY ? 1 : 3)) {
      for (const site of [null, 0]) {
        const asked = { ...whole, site, only: (one: CountedEpisode) => of(one, wall(one.openedAt)).includes(key) };
        const narrowed = { ...period, [filter]: key, ...(site !== null && { site: siteId(site) }) };
        compare(await read(readBusiness(sales.context, owner, narrowed)), asked);
      }
    }
  });
});

const siteOf = (person: string) => {
  const order = whole.plan.orders.find(
    ({ visitor, customer }) => person === (visitor === null ? customer : `visitor ${visitor}`),
  );
  return siteId(order?.site as number);
};

function compare(report: BusinessReport, asked: Asked): void {
  const { retention, repeat } = loyaltyOf(asked);
  expect(report.retention.all).toEqual(retention);
  expect(report.repeat).toEqual(repeat);
  const byContact = retentionBy(asked, 'contact');
  for (const { key, rate } of report.retention.byContact) expect(rate).toEqual(byContact.get(key) ?? count([]));
  expect(report.promises).toEqual(promisesOf(asked, sales.told));
  const { conversion, converted, stages } = stagesOf(asked);
  expect(report.conversion).toEqual({ all: converted, byStage: conversion });
  expect(report.stages.slice(0, 3)).toEqual(stages);
  expect(report.atRisk).toEqual(atRiskOf(asked));
  expect(report.orders).toMatchObject(salesOf(asked));
  expect(report.orders.people).toBe(buyersOf(asked).length);
  const { of, total } = costOf(asked, sales.work);
  expect(report.costs.perConversation).toEqual(meanOf([...of.values()]));
  expect(report.costs.total).toBeCloseTo(total, 4);
  const { retained, acquired } = loyaltyCostOf(asked, sales.work);
  expect(report.costs.retained.people).toBe(retained.people);
  if (retained.people > 0) expect(report.costs.retained.perPerson).toBeCloseTo(retained.perPerson, 4);
  expect(report.costs.acquired).toEqual({ people: acquired.people, perPerson: null, marketing: null });
}
