import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { ForecastRows } from '../../protocol/wire/business.ts';
import {
  FILTERS,
  type MeasureRow,
  type Measures,
  type PromisedRows,
  type Question,
  type RowsOf,
  type Split,
  type StretchPart,
} from '../../protocol/wire/measures.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { listForecastRows } from '../../server/usecases/list-forecast-rows.ts';
import { listRows } from '../../server/usecases/list-rated-rows.ts';
import { eraseSome } from '../../server/usecases/people/erase-person.ts';
import { readForecast } from '../../server/usecases/read-forecast.ts';
import { readHistogram } from '../../server/usecases/read-histogram.ts';
import { readMeasures, readSplit } from '../../server/usecases/read-measures.ts';
import { readPromised } from '../../server/usecases/read-promised.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { planHistory } from '../support/history-plan.ts';
import { departmentId, LiveHistory, siteId } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** Every number opens its rows, and there are as many of them as it says: each figure, each group of each split. */

/** Over the night in which Berlin puts its clocks back. */
const BEGIN = Date.parse('2026-10-20T00:00:00Z');
const NOW = Date.parse('2026-10-31T00:00:00Z');
const period: Question = { from: BEGIN, to: NOW, zone: 'Europe/Berlin', clock: 'calendar' };
const boss = { kind: 'agent', agent: { id: 'boss', role: 'owner' } } as unknown as AgentSubject;

/** What each list of rows has to count. */
const FIGURES: Partial<Record<RowsOf, (measures: Measures) => number>> = {
  episodes: (m) => m.episodes,
  answered: (m) => m.answered,
  unanswered: (m) => m.episodes - m.answered,
  abandoned: (m) => m.abandoned,
  open: (m) => m.open,
  ended: (m) => m.ended,
  rated: (m) => m.csat.answers,
  satisfied: (m) => m.csat.satisfied,
  'score:1': (m) => m.csat.scores[0],
  'score:4': (m) => m.csat.scores[3],
  'score:5': (m) => m.csat.scores[4],
  firstResponse: (m) => m.firstResponse.n,
  response: (m) => m.response.n,
  queue: (m) => m.queue.n,
  resolution: (m) => m.resolution.n,
  handling: (m) => m.handling.n,
  serviceLevel: (m) => m.serviceLevel.n,
  served: (m) => m.serviceLevel.hits,
  missed: (m) => m.serviceLevel.n - m.serviceLevel.hits,
  firstContact: (m) => m.firstContact.n,
  solvedFirst: (m) => m.firstContact.hits,
  firstContactUnknown: (m) => m.firstContact.unknown,
  reopenable: (m) => m.reopened.n,
  reopened: (m) => m.reopened.hits,
  reopenedUnknown: (m) => m.reopened.unknown,
  complaints: (m) => m.complaints.n,
  complaintsSolved: (m) => m.complaints.hits,
  complaintsUnknown: (m) => m.complaints.unknown,
  complaintTime: (m) => m.complaintTime.n,
  'outcome:resolved': (m) => m.outcomes.resolved ?? 0,
  'outcome:unresolved': (m) => m.outcomes.unresolved ?? 0,
  'outcome:spam': (m) => m.outcomes.spam ?? 0,
  'outcome:left_after_answer': (m) => m.outcomes.left_after_answer ?? 0,
  'outcome:abandoned_in_queue': (m) => m.outcomes.abandoned_in_queue ?? 0,
  'outcome:abandoned_before_answer': (m) => m.outcomes.abandoned_before_answer ?? 0,
  'cause:connection_lost': (m) => m.causes.connection_lost ?? 0,
  'cause:outside_hours': (m) => m.causes.outside_hours ?? 0,
  'cause:agent_silent': (m) => m.causes.agent_silent ?? 0,
  'cause:queue_too_long': (m) => m.causes.queue_too_long ?? 0,
  'cause:page_left': (m) => m.causes.page_left ?? 0,
};
const ALL = Object.entries(FIGURES) as [RowsOf, (measures: Measures) => number][];

let context: TestContext;

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(245), { conversations: 60, from: BEGIN, to: NOW });
  await new LiveHistory(context.store, plan).happen();
  await sayNameless();
  await tellRanges();
  const { conversations } = await context.store.listInbox({ openLimit: 9, closedLimit: 9 });
  for (const [index, { id }] of conversations.entries()) {
    const add = index % 2 === 0 ? ['refund', 'late'] : ['late'];
    await context.store.tagConversation({ conversationId: id, add, remove: [], max: 9 } as never);
  }
  await rebuildFacts(context, { begin() {}, made() {} });
});
afterAll(() => context.close());

/** They come out longer, as said, and shorter, in turn. */
async function tellRanges(): Promise<void> {
  const ranges = [
    [0, 1],
    [0, 10 ** 9],
    [10 ** 9, 2 * 10 ** 9],
  ] as const;
  for (let no = 0; no < 60; no += 1) {
    const found = await context.store.findConversation(`conversation-${no}`);
    const [lowMs, highMs] = ranges[no % 3] as (typeof ranges)[number];
    const told = { conversationId: `conversation-${no}`, episode: 1, position: 1, samples: 20, lowMs, highMs };
    await context.store.addPromises([{ ...told, at: found?.openedAt ?? BEGIN }]);
  }
}

/** Two answers without a name, of one site. */
async function sayNameless(): Promise<void> {
  let said = 0;
  for (let no = 0; said < 2 && no < 60; no += 1) {
    const found = await context.store.findConversation(`conversation-${no}`);
    if (found?.status !== 'closed' || found.siteId !== siteId(0)) continue;
    const rating = { conversationId: found.id, episode: found.episode, score: 5 - said * 4, comment: 'Well', at: NOW };
    const dayAt = Date.parse('2026-10-24T12:00:00Z');
    const written = await context.store.rateEpisode({ ...rating, anonymous: { id: `nameless-${no}`, dayAt } });
    if (written.result === 'changed') said += 1;
  }
  expect(said).toBe(2);
}

const value = <T>({ answer }: { answer: { ok: true; value: T } | { ok: false } }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};

async function countRows(question: Question, of: RowsOf): Promise<{ total: number; read: number }> {
  let read = 0;
  for (let cursor: string | null = null; ; ) {
    const page: { total: number; rows: unknown[]; nameless: unknown[]; next: string | null } = value(
      await listRows(context, boss, { question, of, cursor }),
    );
    read += page.rows.length + page.nameless.length;
    if (page.next === null) return { total: page.total, read };
    cursor = page.next;
  }
}

async function check(question: Question, measures: Measures, where: string): Promise<void> {
  const counted = await Promise.all(ALL.map(async ([of]) => [of, await countRows(question, of)] as const));
  const expected = ALL.map(([of, read]) => [of, { total: read(measures), read: read(measures) }] as const);
  expect({ where, ...Object.fromEntries(counted) }).toEqual({ where, ...Object.fromEntries(expected) });
}

test('M10 the forecast of a department is made of what came to it, in the split and here alike', async () => {
  const { groups } = value(await readSplit(context, boss, { question: period, split: 'department' }));
  const known = groups.filter(({ key }) => key !== '');
  expect(known).toHaveLength(3);
  for (const { key: departmentId, measures } of known) {
    const of = { siteId: null, departmentId };
    const counted = await context.store.countOpened({ ...of, from: BEGIN, to: NOW, bucketMs: 900_000 });
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(measures.episodes);
    const { handling } = value(await readForecast(context, boss, { department: departmentId, zone: 'Europe/Berlin' }));
    expect(handling).toEqual(
      await context.store
        .readHandling({ ...of, since: NOW - 30 * 24 * 3_600_000 })
        .then(({ n, meanMs }) => ({ n, meanMs: n < 20 ? null : meanMs })),
    );
  }
});

describe('S14 every number opens its rows', () => {
  test('of the whole period, with what was said without a name', async () => {
    const { measures } = value(await readMeasures(context, boss, { question: period, against: null }));
    await check(period, measures, 'all');
    expect(measures.csat.anonymous).toBe(2);
    const others = [measures.firstContact.hits, measures.complaints.n, measures.reopened.hits, measures.abandoned];
    expect(Math.min(...others)).toBeGreaterThan(0);
  });

  test.each(FILTERS)('of each group by %s', async (split) => {
    const found = value(await readSplit(context, boss, { question: period, split: split as Split }));
    expect(found.groups.length).toBeGreaterThan(0);
    for (const { key, measures } of found.groups) await check({ ...period, [split]: key }, measures, `${split} ${key}`);
    const nameless = found.groups.reduce((sum, { measures }) => sum + (measures.csat.anonymous ?? 0), 0);
    expect(nameless).toBe(['site', 'day', 'month'].includes(split) ? 2 : 0);
    expect(found.total.csat.anonymous).toBe(2);
  });

  test.each([undefined, siteId(0)])('M17 each part of the promised waits of site %s', async (site) => {
    const question = { ...period, ...(site && { site }) };
    const { promised } = value(await readPromised(context, boss, { question, linesMax: 9 }));
    const { n = 0, inside = 0, shorter = 0, longer = 0 } = promised ?? {};
    const rows = (part: PromisedRows) => countRows(question, part);
    const parts = [rows('promised:all'), rows('promised:inside'), rows('promised:shorter'), rows('promised:longer')];
    expect(await Promise.all(parts)).toEqual([n, inside, shorter, longer].map((one) => ({ total: one, read: one })));
    expect(Math.min(inside, shorter, longer)).toBeGreaterThan(0);
  });

  test('each bin of each histogram, with and without an answer, by either clock', async () => {
    const lengths = { firstResponse: 0, response: 0, handling: 0 };
    for (const of of Object.keys(lengths) as (keyof typeof lengths)[])
      for (const clock of ['calendar', 'business'] as const) {
        const question = { ...period, clock };
        const { edgesMs, answered, unanswered } = value(await readHistogram(context, boss, { question, of }));
        for (const [bin, edge] of edgesMs.entries()) {
          const rowsOf = (part: StretchPart) =>
            countRows(question, `${of}:${part}-${edge}-${edgesMs[bin + 1] ?? ''}` as RowsOf);
          const [yes = 0, no = 0] = [answered[bin], unanswered[bin]];
          // Of the empty ones the last is enough, which has no end.
          if (yes + no === 0 && bin < edgesMs.length - 1) continue;
          const found = [await rowsOf('answered'), await rowsOf('unanswered'), await rowsOf('all')];
          const counted = [yes, no, yes + no].map((n) => ({ total: n, read: n }));
          expect({ of, clock, bin, found }).toEqual({ of, clock, bin, found: counted });
          lengths[of] += yes + no;
        }
      }
    expect(Math.min(...Object.values(lengths))).toBeGreaterThan(20);
  });

  test.each([
    [{ zone: 'Europe/Berlin' }, 60],
    [{ site: siteId(1) }, 10],
    [{ department: departmentId(2), zone: 'Asia/Kolkata' }, 5],
  ])('the past hours that the forecast of %j is made of', async (asked, least) => {
    const { hours } = value(await readForecast(context, boss, asked));
    let all = 0;
    const nobody = hours.find(({ came }) => came === 0);
    for (const { at, came, weeks, expected } of hours) {
      if (came === 0 && at !== nobody?.at) continue;
      const rows: MeasureRow[] = [];
      for (let cursor: string | undefined; ; ) {
        const page: ForecastRows = value(await listForecastRows(context, boss, { ...asked, at, cursor }));
        expect(page.total).toBe(came);
        rows.push(...page.rows);
        if (page.next === null) break;
        cursor = page.next;
      }
      expect([at, rows.length]).toEqual([at, came]);
      // Always open here, so that the mean is what came in so many weeks.
      if (expected !== null) expect(expected * weeks).toBeCloseTo(came, 6);
      all += came;
    }
    expect(all).toBeGreaterThanOrEqual(least / 2);
  });
});

describe('N5 S14 what is renamed, removed, joined or erased later', () => {
  const GONE = ['site', 'department', 'agent', 'segment', 'tag', 'language'] as const;
  const summary = async () => value(await readMeasures(context, boss, { question: period, against: null })).measures;
  const namesOf = async (split: Split) =>
    value(await readSplit(context, boss, { question: period, split })).groups.map(({ key, name }) => [key, name]);

  /** Everything that a shop can put away in a year. */
  async function putAway(): Promise<void> {
    const { store } = context;
    const [first, second] = await store.listDepartments();
    if (!first || !second) throw new Error('There are no departments.');
    await store.changeDepartment({ ...first, name: 'Renamed' });
    await store.removeDepartment({ departmentId: second.id, at: NOW });
    await store.addDepartment({ id: 'again', siteId: null, name: second.name, routing: {}, at: NOW });
    await store.retireSite({ key: 'key-0', at: NOW });
    const [agent] = (await store.listNames()).agents;
    const member = await store.findStaffMember(agent?.id ?? '');
    if (!member) throw new Error('There are no agents.');
    await store.changeStaffMember({ ...member, agentId: member.id, role: 'viewer', departments: [] });
    const [intoId, fromId, visitorId] = await pickPeople();
    await store.mergePeople({ id: 'joined', intoId, fromId, byId: 'boss', at: NOW });
    await store.beginErasure({ visitorId, byId: 'boss', at: NOW });
    for (;;) {
      const { conversations } = await eraseSome(context, { remove: async () => {} }, 9);
      if (conversations === 0) return;
    }
  }

  /** Two people of one site, and somebody else. */
  async function pickPeople(): Promise<[into: string, from: string, other: string]> {
    const { conversations: all } = await context.store.listInbox({ openLimit: 99, closedLimit: 99 });
    const busy = new Set(all.filter(({ status }) => status !== 'closed').map(({ visitor }) => visitor.id));
    // Whoever is erased leaves an open conversation.
    const conversations = all.filter(({ visitor }) => !busy.has(visitor.id));
    const [one] = conversations;
    const others = conversations.filter(({ visitor }) => visitor.id !== one?.visitor.id);
    const from = others.find(({ siteId: of }) => of === one?.siteId)?.visitor.id;
    const other = others.find(({ visitor }) => visitor.id !== from)?.visitor.id;
    if (!one || !from || !other) throw new Error('There are too few people.');
    return [one.visitor.id, from, other];
  }

  test('keeps every figure, has a name in every split, and opens its rows', async () => {
    const before = await summary();
    const names = new Map(await Promise.all(GONE.map(async (split) => [split, await namesOf(split)] as const)));
    await putAway();
    // Whoever is one person now has come again (M8).
    const after = await summary();
    expect({ ...after, firstContact: null }).toEqual({ ...before, firstContact: null });
    for (const split of GONE) {
      const found = value(await readSplit(context, boss, { question: period, split }));
      expect(found.groups.map(({ key }) => key).sort()).toEqual(
        names
          .get(split)
          ?.map(([key]) => key)
          .sort(),
      );
      for (const { key, name, measures } of found.groups) {
        if (key !== '') expect([split, name]).toEqual([split, expect.stringMatching(/./)]);
        await check({ ...period, [split]: key }, measures, `${split} ${key}`);
      }
    }
    const departments = value(await readSplit(context, boss, { question: period, split: 'department' })).groups;
    expect(departments.map(({ name }) => name)).toContain('Renamed');
    const gone = departments.filter(({ isGone }) => isGone);
    expect(gone.map(({ key }) => key)).toEqual([departmentId(1)]);
    const sites = value(await readSplit(context, boss, { question: period, split: 'site' })).groups;
    expect(sites.filter(({ isGone }) => isGone).map(({ key }) => key)).toEqual([siteId(0)]);
    // Counted again from nothing they are the same.
    await rebuildFacts(context, { begin() {}, made() {} });
    expect(await summary()).toEqual(after);
  });
});
