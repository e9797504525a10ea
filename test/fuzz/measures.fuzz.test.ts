import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FeedbackFilter } from '../../protocol/wire/feedback.ts';
import type { Measures, Question, Split } from '../../protocol/wire/measures.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readFeedback } from '../../server/usecases/read-feedback.ts';
import { readHistogram } from '../../server/usecases/read-histogram.ts';
import { readHeat, readMeasures, readSeries, readSplit } from '../../server/usecases/read-measures.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { readQuestionWordings } from '../../server/usecases/wordings.ts';
import { agentId, siteId } from '../support/live-history.ts';
import type { CountedEpisode } from '../support/recount.ts';
import { csatOf, effortOf, recommendOf, type Said, saidIn } from '../support/recount-answers.ts';
import { GROUP_KEYS, groupEpisodes, type KeysOf } from '../support/recount-groups.ts';
import { differenceOf } from '../support/recount-lengths.ts';
import { RecountedMeasures, waitsOf } from '../support/recount-measures.ts';
import { shareOf } from '../support/recount-shares.ts';
import { wallOf } from '../support/recount-wall.ts';
import { ASKED_ANEW_AT, HOURS, NOW, openShop, targetOf, ZONE } from '../support/recounted-shop.ts';
import type { TestContext } from '../support/test-context.ts';

const FROM = Date.parse('2026-10-22T00:00:00Z');
const TO = Date.parse('2026-10-29T00:00:00Z');
/** More by hand: HISTORIES=100000. */
const conversations = Number(process.env.HISTORIES ?? 400);
/** Of more than so many, fewer narrowings are asked for: each looks at all of them. */
const MANY = 2_000;
/** With half an hour, with three quarters, with a day of 25 hours, with a midnight that comes twice, and the other way round. */
const ZONES = [ZONE, 'Asia/Kathmandu', 'Pacific/Chatham', 'America/Nuuk', 'Atlantic/Azores', 'America/Los_Angeles'];

let context: TestContext;
let all: CountedEpisode[];
let mine: CountedEpisode[];
let said: Said[];
let counted: RecountedMeasures;
const nobody = { kind: 'agent' } as unknown as AgentSubject;
const question: Question = { from: FROM, to: TO, zone: ZONE, clock: 'calendar' };

beforeAll(async () => {
  ({ context, all } = await openShop(conversations));
  mine = all.filter(isIn(FROM, TO));
  said = saidIn(all);
  counted = new RecountedMeasures({ all, now: NOW, hours: HOURS, targetOf });
}, 7_200_000);
afterAll(() => context.close());

const isIn = (from: number, to: number) => (one: CountedEpisode) => one.openedAt >= from && one.openedAt < to;
const namelessIn = (from: number, to: number, isOne: (said: Said) => boolean = () => true) =>
  said.filter((one) => one.isNameless && one.at >= from && one.at < to && isOne(one)).map(({ score }) => score);

function value<T>({ answer }: { answer: Answer<T> }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

const summaryOf = async (asked: Question) =>
  value(await readMeasures(context, nobody, { question: asked, against: null })).measures;

/** K9: of what was said without a name only the site and the day are known; null: not how much of it belongs here. */
function namelessOf(split: Split, key: string, zone = ZONE): number[] | null {
  const wall = wallOf(zone);
  if (split === 'site') return namelessIn(FROM, TO, ({ site }) => siteId(site) === key);
  if (split === 'day' || split === 'month') return namelessIn(FROM, TO, ({ at }) => wall(at)[split] === key);
  return null;
}

const AGENTS = [0, 1, 2, 3, 4, 5, 6, 7, null];
/** Episodes to the last who had them, waits to whoever answered or had them, ratings by share of messages. */
function measuresOfAgent(agent: number | null) {
  const waits = waitsOf(mine).filter(({ wait }) => wait.agent === agent);
  const { csat: _, ...measures } = counted.of(
    mine.filter((one) => one.lastAgent === agent),
    { waits, nameless: null },
  );
  return measures;
}

function satisfactionWith(agent: number) {
  const rated = mine.filter((one) => one.score !== null && (one.agentMessages.get(agent) ?? 0) > 0);
  const share = (one: CountedEpisode) =>
    (one.agentMessages.get(agent) as number) / [...one.agentMessages.values()].reduce((sum, n) => sum + n, 0);
  const sum = (some: CountedEpisode[]) => some.reduce((all, one) => all + share(one), 0);
  const good = rated.filter(({ score }) => (score as number) >= 4);
  const { share: part, low, high } = shareOf(sum(good), sum(rated));
  const { answers, satisfied, scores, few } = csatOf(
    rated.map(({ score }) => score as number),
    0,
  );
  const credited = expect.closeTo(sum(rated), 6);
  return { answers, satisfied, scores, few, credited, share: part, low, high, anonymous: null };
}

describe('measures, counted again by code that knows only what they mean', { timeout: 1_800_000 }, () => {
  test('M1–M11 of a period, from the tables and from packs alike', async () => {
    const expected = counted.of(mine, { nameless: namelessIn(FROM, TO) });
    expect(expected.firstResponse.n).toBeGreaterThan(conversations / 3);
    for (const known of [expected.firstContact, expected.reopened, expected.complaints])
      expect(Math.min(known.hits, known.n - known.hits, known.unknown + 1)).toBeGreaterThan(0);
    expect(expected.csat.anonymous).toBeGreaterThan(0);
    expect(await summaryOf(question)).toEqual(expected);
    await rebuildFacts(context, { begin() {}, made() {} });
    expect(await summaryOf(question)).toEqual(expected);
    expect(expected.responseInHours.answered).toBe(expected.response.answered);
  });

  test.each([20_000, 300_000, undefined])(
    'M10 M11 the target by the clock of hours, and %s ms instead of it',
    async (targetMs) => {
      for (const clock of ['calendar', 'business'] as const) {
        const found = await summaryOf({ ...question, clock, targetMs });
        const expected = counted.of(mine, { nameless: [], clock, ...(targetMs && { targetMs }) });
        expect(found.serviceLevel).toEqual(expected.serviceLevel);
      }
    },
  );

  const splits = Object.entries(GROUP_KEYS) as [Split, KeysOf][];
  test.each(splits)('M1–M11 split by %s', async (split, keysOf) => {
    const found = value(await readSplit(context, nobody, { question, split }));
    const groups = groupEpisodes(keysOf, mine, ZONE);
    expect(found.groups.map(({ key }) => key).sort()).toEqual([...groups.keys()].sort());
    for (const { key, measures } of found.groups) {
      const nameless = namelessOf(split, key);
      expect({ key, measures }).toEqual({ key, measures: counted.of(groups.get(key) ?? [], { nameless }) });
    }
    expect(found.total).toEqual(counted.of(mine, { nameless: namelessIn(FROM, TO) }));
    expect(found.rest).toBeNull();
  });

  test('M1–M11 split by agent: episodes to the last, waits to whoever answered or had them, ratings by share of messages', async () => {
    const found = value(await readSplit(context, nobody, { question, split: 'agent' }));
    expect(found.groups).toHaveLength(AGENTS.length);
    for (const agent of AGENTS) {
      const key = agent === null ? '' : agentId(agent);
      const measures = found.groups.find((group) => group.key === key)?.measures as Measures;
      expect({ key, measures }).toMatchObject({ key, measures: measuresOfAgent(agent) });
      if (agent !== null) expect({ key, ...measures.csat }).toMatchObject({ key, ...satisfactionWith(agent) });
    }
    expect(found.total).toEqual(counted.of(mine, { nameless: namelessIn(FROM, TO) }));
  });

  test.each(splits)('M1–M11 narrowed to each %s, and by another filter as well', async (filter, keysOf) => {
    const [next] = splits[
      (splits.findIndex(([name]) => name === filter) + 1) % splits.length
    ] as (typeof splits)[number];
    const groups = [...groupEpisodes(keysOf, mine, ZONE)].slice(0, conversations > MANY ? 2 : 5);
    for (const [key, group] of groups) {
      const asked = { ...question, [filter]: key };
      expect(await summaryOf(asked)).toEqual(counted.of(group, { nameless: namelessOf(filter, key) }));
      const [[other, both] = ['', []]] = groupEpisodes(GROUP_KEYS[next as keyof typeof GROUP_KEYS], group, ZONE);
      const knows = (name: Split) => name === 'site' || name === 'day' || name === 'month';
      if (knows(filter) && knows(next)) continue;
      expect(await summaryOf({ ...asked, [next]: other })).toEqual(counted.of(both, { nameless: null }));
    }
  });

  test('M1–M11 narrowed to an agent, or to nobody', async () => {
    for (const agent of AGENTS) {
      const found = await summaryOf({ ...question, agent: agent === null ? '' : agentId(agent) });
      expect(found).toMatchObject(measuresOfAgent(agent));
      if (agent !== null) expect(found.csat).toMatchObject(satisfactionWith(agent));
    }
  });

  test('two periods that overlap: how many count in both, and no interval as of two that have nothing to do with each other', async () => {
    const against = { from: Date.parse('2026-10-20T00:00:00Z'), to: Date.parse('2026-10-24T00:00:00Z') };
    const found = value(await readMeasures(context, nobody, { question, against })).against;
    const both = all.filter(isIn(FROM, against.to));
    const answers = both.filter(({ score }) => score !== null).length + namelessIn(FROM, against.to).length;
    expect(both.length).toBeGreaterThan(10);
    expect(found?.shared).toBe(Math.max(both.length, answers));
    for (const one of Object.values(found?.differences ?? {}))
      expect(one).toEqual(one && { value: one.value, low: null, high: null });
  });

  test('two periods beside each other: what lies between them, and how sure that is', async () => {
    const against = { from: Date.parse('2026-10-20T00:00:00Z'), to: FROM };
    const found = value(await readMeasures(context, nobody, { question, against })).against;
    const before = all.filter(isIn(against.from, against.to));
    const measures = counted.of(before, { nameless: namelessIn(against.from, against.to) });
    expect(found?.measures).toEqual(measures);
    expect(found?.shared).toBe(0);
    const now = await summaryOf(question);
    const then = found?.measures as Measures;
    const lengths = ['firstResponse', 'response', 'queue', 'resolution', 'handling', 'complaintTime'] as const;
    const shares = [
      'serviceLevel',
      'csat',
      'abandonedShare',
      'resolvedShare',
      'firstContact',
      'reopened',
      'complaints',
    ] as const;
    const median = ({ p50Ms: value, p50LowMs: low, p50HighMs: high }: Measures['queue']) => ({ value, low, high });
    const part = ({ share: value, low, high }: Pick<Measures['csat'], 'share' | 'low' | 'high'>) => ({
      value,
      low,
      high,
    });
    expect(found?.differences).toEqual({
      ...Object.fromEntries(lengths.map((name) => [name, differenceOf(median(now[name]), median(then[name]))])),
      ...Object.fromEntries(shares.map((name) => [name, differenceOf(part(now[name]), part(then[name]))])),
    });
  });
});

describe.each(ZONES)('by the clock on the wall of %s', { timeout: 1_800_000 }, (zone) => {
  const asked = { ...question, zone };

  test.each(['hour', 'day', 'week'] as const)('N6 the series by %s', async (by) => {
    const wall = wallOf(zone);
    const nameOf = (at: number) => wall(at)[by === 'hour' ? 'hourOnce' : by];
    const { points } = value(await readSeries(context, nobody, { question: asked, by }));
    const groups = groupEpisodes((one) => [nameOf(one.openedAt)], mine, zone);
    let end = FROM;
    for (const { at, until, ...found } of points) {
      // Each begins as the one before ends, and no more than one hour, day or week is in it.
      expect(at).toBe(end);
      end = until;
      if (at > FROM) expect([zone, nameOf(at)]).not.toEqual([zone, nameOf(at - 1)]);
      expect([zone, nameOf(until - 1)]).toEqual([zone, nameOf(at)]);
      const nameless = by === 'hour' ? null : namelessIn(at, until);
      const expected = counted.of(groups.get(nameOf(at)) ?? [], { nameless });
      const { episodes, answered, abandoned, abandonedShare, firstResponse, csat, outcomes } = expected;
      expect(found).toEqual({ episodes, answered, abandoned, abandonedShare, firstResponse, csat, outcomes });
      groups.delete(nameOf(at));
    }
    expect([end, [...groups.keys()]]).toEqual([TO, []]);
  });

  test.each(['hour', 'weekday', 'day', 'month'] as const)('N6 split by %s', async (split) => {
    const groups = groupEpisodes(GROUP_KEYS[split], mine, zone);
    const found = value(await readSplit(context, nobody, { question: asked, split })).groups;
    expect(found.map(({ key }) => key).sort()).toEqual([...groups.keys()].sort());
    for (const { key, measures } of found)
      expect({ key, measures }).toEqual({
        key,
        measures: counted.of(groups.get(key) ?? [], { nameless: namelessOf(split, key, zone) }),
      });
  });

  test.each(['calendar', 'business'] as const)('N6 hour × weekday, %s time', async (clock) => {
    const groups = groupEpisodes((_, { weekday, hour }) => [`${weekday} ${hour}`], mine, zone);
    const { cells } = value(await readHeat(context, nobody, { ...asked, clock }));
    expect(cells.map(({ weekday, hour }) => `${weekday} ${hour}`).sort()).toEqual([...groups.keys()].sort());
    for (const { weekday, hour, ...found } of cells) {
      const group = groups.get(`${weekday} ${hour}`) ?? [];
      const { firstResponse, firstResponseInHours } = counted.of(group, { nameless: null });
      const { answered, p50Ms, p90Ms } = clock === 'business' ? firstResponseInHours : firstResponse;
      expect({ weekday, hour, ...found }).toEqual({ weekday, hour, n: group.length, answered, p50Ms, p90Ms });
    }
  });
});

describe('what visitors said, and how long it took', { timeout: 1_800_000 }, () => {
  const withSite = [undefined, 0, 1] as const;
  const answersOf = (some: readonly Said[], asked: 'effort' | 'recommend') => some.flatMap((one) => one[asked] ?? []);
  const figureOf = ({ n, share, low, high, few }: Record<'n' | 'share' | 'low' | 'high' | 'few', unknown>) => ({
    n,
    share,
    low,
    high,
    few,
  });
  const heard = (site?: number) =>
    said.filter((one) => one.at >= FROM && one.at < TO && (site === undefined || one.site === site));

  test('M6 K8 K9 satisfaction, effort and recommendation, with what was said without a name', async () => {
    const found = value(await readFeedback(context, nobody, { from: FROM, to: TO, which: 'all', limit: 1 }));
    const ended = mine.filter((one) => one.closedAt !== null).length;
    expect(found.csat).toEqual(
      csatOf(
        heard().map(({ score }) => score),
        ended,
      ),
    );
    expect(found.effort).toEqual(effortOf(answersOf(heard(), 'effort')));
    expect(found.recommend).toEqual(recommendOf(answersOf(heard(), 'recommend')));
    expect(found.anonymous).toBe(namelessIn(FROM, TO).length);
  });

  const kinds: [FeedbackFilter, (one: Said) => boolean][] = [
    ['all', () => true],
    ['low', ({ score }) => score <= 2],
    ['good', ({ score }) => score >= 4],
    ['nameless', ({ isNameless }) => isNameless],
    ['effort', ({ effort }) => effort !== null],
    ['recommend', ({ recommend }) => recommend !== null],
  ];
  test.each(kinds)('K8 how many there are of: %s', async (which, isOne) => {
    const { total } = value(await readFeedback(context, nobody, { from: FROM, to: TO, which, limit: 1 }));
    expect(total).toBe(heard().filter(isOne).length);
    expect(total).toBeGreaterThan(0);
  });

  test.each(withSite)('K10 by the words that were asked, of site %s', async (site) => {
    const asked = { ...question, ...(site !== undefined && { site: siteId(site) }) };
    const { wordings } = value(await readQuestionWordings(context, nobody, asked));
    // The first shop changed the words of two questions, not of the third.
    const isAnew = (one: Said) => one.ratedAt >= ASKED_ANEW_AT;
    const expected = new Map<string, unknown>();
    for (const of of [0, 1].filter((one) => site === undefined || one === site)) {
      const put = (name: string, since: number, figure: unknown) =>
        expected.set(`${siteId(of)} ${name} ${since}`, figure);
      const parts = of === 0 ? [heard(0).filter((one) => !isAnew(one)), heard(0).filter(isAnew)] : [heard(1)];
      for (const [index, some] of parts.entries()) {
        const since = index === 0 ? 0 : ASKED_ANEW_AT;
        const good = some.filter(({ score }) => score >= 4).length;
        put('score', since, figureOf(shareOf(good, some.length)));
        put('effort', since, figureOf(effortOf(answersOf(some, 'effort'))));
      }
      const { points: share, ...rest } = recommendOf(answersOf(heard(of), 'recommend'));
      put('recommend', 0, figureOf({ share, ...rest }));
    }
    const found = wordings?.map(
      (one) => [`${one.siteId} ${one.question} ${one.since}`, figureOf({ ...one, share: one.value })] as const,
    );
    expect(new Map(found)).toEqual(expected);
  });

  test.each(['firstResponse', 'response', 'queue', 'resolution', 'handling'] as const)(
    'M11 the histogram of %s, by either clock',
    async (of) => {
      for (const clock of ['calendar', 'business'] as const) {
        const { edgesMs, answered, unanswered } = value(
          await readHistogram(context, nobody, { question: { ...question, clock }, of }),
        );
        expect({ of, clock, answered, unanswered }).toEqual({ of, clock, ...counted.bins(mine, of, clock, edgesMs) });
      }
    },
  );
});
