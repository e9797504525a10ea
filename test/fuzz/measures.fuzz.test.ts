import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { PURCHASE_STAGES, type PurchaseStage } from '../../protocol/wire/business.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import type { Measures, Question, Split } from '../../protocol/wire/measures.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readMeasures, readSplit } from '../../server/usecases/read-measures.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { planHistory } from '../support/history-plan.ts';
import { agentId, conversationIdOf, departmentId, LiveHistory, siteId } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type CountedEpisode, type CountedWait, recount, solvedOf, waitedAtMost } from '../support/recount.ts';
import { countOpen } from '../support/recount-hours.ts';
import { shareOf } from '../support/recount-shares.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** Berlin puts its clocks back in the night to 25 October 2026. */
const ZONE = 'Europe/Berlin';
const BEGIN = Date.parse('2026-10-20T00:00:00Z');
const NOW = Date.parse('2026-10-31T00:00:00Z');
const FROM = Date.parse('2026-10-22T00:00:00Z');
const TO = Date.parse('2026-10-29T00:00:00Z');
const TARGET_MS = 60_000;
/** More by hand: HISTORIES=100000. */
const conversations = Number(process.env.HISTORIES ?? 400);

/** A shift over midnight, every day: also over the hour that comes twice. */
const NIGHT = [{ from: '21:00', to: '05:30' }];
const HOURS: CalendarDocument = {
  zone: ZONE,
  week: {
    monday: NIGHT,
    tuesday: NIGHT,
    wednesday: NIGHT,
    thursday: NIGHT,
    friday: NIGHT,
    saturday: NIGHT,
    sunday: NIGHT,
  },
  days: [],
};

let context: TestContext;
let all: CountedEpisode[];
let mine: CountedEpisode[];
const nobody = { kind: 'agent' } as unknown as AgentSubject;
const question: Question = { from: FROM, to: TO, zone: ZONE, clock: 'calendar' };

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(20261126), { conversations, from: BEGIN, to: NOW });
  await new LiveHistory(context.store, plan, { stageOf: (_, at) => stageOf(at) }).happen();
  for (let no = 0; no < conversations; no += 1) {
    const change = { conversationId: conversationIdOf(no), add: tagsOf(no), remove: [], max: 9 };
    if (change.add.length > 0) await context.store.tagConversation(change);
  }
  const document = { ...SITE_SETTINGS_DEFAULT, hours: HOURS };
  for (let n = 0; n < plan.sites; n += 1) {
    await context.store.setSettings({ owner: { kind: 'site', id: siteId(n) }, document, at: BEGIN - 1 });
  }
  all = recount(plan, NOW);
  await joinSome();
  mine = all.filter((one) => one.openedAt >= FROM && one.openedAt < TO);
}, 7_200_000);
afterAll(() => context.close());

/** J8: of each shop every fifth visitor turns out to be the one of her shop who came before her; both are one person from the first day on. */
async function joinSome(): Promise<void> {
  const before = new Map<number, number>();
  const joined = new Map<number, number>();
  for (const { visitor, no, number, site } of all) {
    if (visitor !== no || number !== 1) continue;
    const into = before.get(site);
    before.set(site, visitor);
    if (into === undefined || visitor % 5 !== 0) continue;
    const people = { fromId: `visitor-${visitor}`, intoId: `visitor-${into}` };
    const result = await context.store.mergePeople({ id: `join-${visitor}`, ...people, byId: agentId(0), at: NOW });
    if (result === 'merged') joined.set(visitor, into);
  }
  expect(joined.size).toBeGreaterThan(conversations / 20);
  const personOf = (visitor: number): number => {
    const into = joined.get(visitor);
    return into === undefined ? visitor : personOf(into);
  };
  for (const one of all) one.visitor = personOf(one.visitor);
}

function value<T>({ answer }: { answer: Answer<T> }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

describe('measures, counted again by code that knows only what they mean', () => {
  test('M1–M11 of a period, from the tables and from packs alike', async () => {
    const expected = measuresOf(mine);
    expect(expected.firstResponse.n).toBeGreaterThan(conversations / 3);
    for (const known of [expected.firstContact, expected.reopened, expected.complaints])
      expect(Math.min(known.hits, known.n - known.hits, known.unknown + 1)).toBeGreaterThan(0);
    const read = async () => value(await readMeasures(context, nobody, { question, against: null })).measures;
    expect(await read()).toMatchObject(expected);
    await rebuildFacts(context, { begin() {}, made() {} });
    expect(await read()).toMatchObject(expected);
  }, 1_800_000);

  test('M11 within hours: a shift over midnight, and the night in which an hour comes twice', async () => {
    const { measures } = value(await readMeasures(context, nobody, { question, against: null }));
    expect(measures).toMatchObject(inHoursOf(mine));
    expect(measures.responseInHours?.meanMs).toBeLessThan(measures.response.meanMs as number);
  }, 1_800_000);

  test('M10 M11 the target by the clock of hours', async () => {
    const asked = { ...question, clock: 'business' } as const;
    const { serviceLevel } = value(await readMeasures(context, nobody, { question: asked, against: null })).measures;
    const judged = waitsOf(mine, false).filter((wait) => wait.to !== null || hoursOf(wait) >= TARGET_MS);
    const served = judged.filter((wait) => wait.answered && hoursOf(wait) <= TARGET_MS);
    expect(serviceLevel).toMatchObject(shareOf(served.length, judged.length));
    expect(served.length).toBeGreaterThan(measuresOf(mine).serviceLevel.hits);
  }, 1_800_000);

  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const weekday = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, weekday: 'short' });
  const keys: [Split, (one: CountedEpisode) => string[]][] = [
    ['site', (one) => [siteId(one.site)]],
    ['department', (one) => [one.department === null ? '' : departmentId(one.department)]],
    ['language', (one) => [one.language.toLowerCase()]],
    ['topic', (one) => [one.topic ?? '']],
    ['page', (one) => [one.page.split('?')[0] as string]],
    ['stage', (one) => [stageOf(one.openedAt)]],
    ['segment', (one) => (one.segments.length === 0 ? [''] : one.segments)],
    ['tag', (one) => (tagsOf(one.no).length === 0 ? [''] : tagsOf(one.no))],
    ['outcome', (one) => [one.outcome ?? '']],
    ['cause', (one) => [one.cause ?? '']],
    ['month', (one) => [wall.format(one.openedAt).slice(0, 7)]],
    ['score', (one) => [one.score === null ? '' : String(one.score)]],
    ['day', (one) => [wall.format(one.openedAt).slice(0, 10)]],
    ['hour', (one) => [String(Number(wall.format(one.openedAt).slice(11, 13)))]],
    ['weekday', (one) => [String(days.indexOf(weekday.format(one.openedAt)) || 7)]],
  ];
  test.each(keys)(
    'M1–M11 split by %s',
    async (split, keysOf) => {
      const found = value(await readSplit(context, nobody, { question, split }));
      const groups = new Map<string, CountedEpisode[]>();
      for (const one of mine) {
        for (const key of keysOf(one)) {
          const group = groups.get(key);
          if (group) group.push(one);
          else groups.set(key, [one]);
        }
      }
      expect(found.groups.map(({ key }) => key).sort()).toEqual([...groups.keys()].sort());
      for (const { key, measures } of found.groups)
        expect({ key, measures }).toMatchObject({
          key,
          measures: { ...measuresOf(groups.get(key) ?? []), ...inHoursOf(groups.get(key) ?? []) },
        });
      expect(found.total).toMatchObject(measuresOf(mine));
    },
    1_800_000,
  );

  test('M1–M11 split by agent: episodes to the last, waits to whoever answered or had them, ratings by share of messages', async () => {
    const found = value(await readSplit(context, nobody, { question, split: 'agent' }));
    for (const n of [...Array.from({ length: 8 }, (_, agent) => agent), null]) {
      const key = n === null ? '' : agentId(n);
      const waits = mine.flatMap((one) => one.waits).filter((wait) => wait.agent === n);
      const { csat: _, ...expected } = measuresOf(
        mine.filter((one) => one.lastAgent === n),
        waits,
      );
      expect(found.groups.find((group) => group.key === key)).toMatchObject({ key, measures: expected });
    }
    expect(found.groups).toHaveLength(9);
    expect(found.total).toMatchObject(measuresOf(mine));
    const answered = waitsOf(mine, false).filter((wait) => wait.answered);
    for (let n = 0; n < 8; n += 1) {
      const measures = found.groups.find(({ key }) => key === agentId(n))?.measures as Measures;
      expect(measures.response.answered).toBe(answered.filter((wait) => wait.agent === n).length);
      const rated = mine.filter((one) => one.score !== null && (one.agentMessages.get(n) ?? 0) > 0);
      expect(measures.csat.answers).toBe(rated.length);
      const shares = rated.map((one) => (one.agentMessages.get(n) as number) / sum([...one.agentMessages.values()]));
      expect(measures.csat.credited).toBeCloseTo(sum(shares), 6);
    }
  }, 1_800_000);
});

/** What the team called it. */
function tagsOf(no: number): string[] {
  return [...(no % 3 === 0 ? ['late'] : []), ...(no % 5 === 0 ? ['refund'] : [])];
}

/** Where a visitor stood when an episode began. */
function stageOf(at: number): PurchaseStage {
  return PURCHASE_STAGES[at % PURCHASE_STAGES.length] as PurchaseStage;
}

function measuresOf(episodes: CountedEpisode[], waits = waitsOf(episodes, false)) {
  const ended = episodes.filter((one) => one.closedAt !== null);
  const scores = episodes.flatMap((one) => one.score ?? []);
  const length = (wait: CountedWait) => (wait.to ?? NOW) - wait.from;
  const judged = waits.filter((wait) => wait.to !== null || length(wait) >= TARGET_MS);
  const { complaintTimes, ...solved } = solvedOf(episodes, all, NOW);
  const causes: Record<string, number> = {};
  for (const { cause } of episodes) if (cause) causes[cause] = (causes[cause] ?? 0) + 1;
  const outcomes: Record<string, number> = {};
  for (const { outcome } of episodes) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const abandoned = (outcomes.abandoned_in_queue ?? 0) + (outcomes.abandoned_before_answer ?? 0);
  const good = scores.filter((score) => score >= 4).length;
  const { share, low, high, few } = shareOf(good, scores.length);
  const served = judged.filter((wait) => wait.answered && length(wait) <= TARGET_MS);
  return {
    episodes: episodes.length,
    answered: episodes.filter((one) => one.waits.some((wait) => wait.answered)).length,
    abandoned,
    abandonedShare: shareOf(abandoned, ended.length),
    resolvedShare: shareOf(outcomes.resolved ?? 0, ended.length),
    responseRate: shareOf(scores.length, ended.length),
    open: episodes.length - ended.length,
    ended: ended.length,
    outcomes,
    causes,
    ...solved,
    complaintTime: lengths(complaintTimes),
    firstResponse: spreadOf(
      waits.filter((wait) => wait.first),
      length,
    ),
    response: spreadOf(waits, length),
    responseWithoutQueue: spreadOf(waits, (wait) => length(wait) - wait.queueMs),
    queue: lengths(episodes.map((one) => ({ ms: one.inQueueMs, answered: !one.isInQueue }))),
    resolution: lengths(
      episodes.map((one) => ({ ms: (one.closedAt ?? NOW) - one.openedAt, answered: one.closedAt !== null })),
    ),
    handling: lengths(
      episodes
        .filter((one) => one.queueMs !== null)
        .map((one) => ({ ms: one.handledMs, answered: one.closedAt !== null })),
    ),
    serviceLevel: shareOf(served.length, judged.length),
    csat: {
      ...{ answers: scores.length, satisfied: good, asked: ended.length },
      ...{ share, low, high, few },
      scores: [1, 2, 3, 4, 5].map((score) => scores.filter((one) => one === score).length),
    },
  };
}

/** Within hours; each wait is counted once, in however many groups it is. */
function inHoursOf(episodes: CountedEpisode[]) {
  const queued = ({ queued: spans }: CountedEpisode) => sum(spans.map(({ from, to }) => openMs(from, to ?? NOW)));
  const lived = (one: CountedEpisode) => openMs(one.openedAt, one.closedAt ?? NOW);
  const of = (one: CountedEpisode, what: 'queued' | 'lived', count: (one: CountedEpisode) => number) => {
    const known = counted[what].get(one) ?? count(one);
    counted[what].set(one, known);
    return known;
  };
  return {
    firstResponseInHours: spreadOf(waitsOf(episodes, true), hoursOf),
    responseInHours: spreadOf(waitsOf(episodes, false), hoursOf),
    queueInHours: lengths(episodes.map((one) => ({ ms: of(one, 'queued', queued), answered: !one.isInQueue }))),
    resolutionInHours: lengths(
      episodes.map((one) => ({ ms: of(one, 'lived', lived), answered: one.closedAt !== null })),
    ),
  };
}

const openMs = countOpen(HOURS);
const counted = { waits: new WeakMap<CountedWait, number>(), queued: new WeakMap(), lived: new WeakMap() };

function hoursOf(wait: CountedWait): number {
  const known = counted.waits.get(wait) ?? openMs(wait.from, wait.to ?? NOW);
  counted.waits.set(wait, known);
  return known;
}

function waitsOf(episodes: CountedEpisode[], first: boolean): CountedWait[] {
  return episodes.flatMap((one) => one.waits).filter((wait) => !first || wait.first);
}

function spreadOf(waits: CountedWait[], length: (wait: CountedWait) => number) {
  return lengths(waits.map((wait) => ({ ms: length(wait), answered: wait.answered })));
}

function lengths(all: { ms: number; answered: boolean }[]) {
  const done = all.filter((one) => one.answered);
  return {
    n: all.length,
    answered: done.length,
    p50Ms: waitedAtMost(all, 0.5),
    p90Ms: waitedAtMost(all, 0.9),
    p95Ms: waitedAtMost(all, 0.95),
    meanMs: done.length === 0 ? null : expect.closeTo(sum(done.map(({ ms }) => ms)) / done.length, 3),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
