import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { TARGET_AT_RISK_SHARE } from '../../protocol/wire/routing.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readBoardNow } from '../../server/usecases/read-board.ts';
import { readToday } from '../../server/usecases/read-today.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { setRoutingPlan } from '../../server/usecases/set-routing-plan.ts';
import { groupBy } from '../support/group-by.ts';
import { planHistory } from '../support/history-plan.ts';
import { agentId, conversationIdOf, LiveHistory } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type CountedEpisode, recount, waitedAtMost } from '../support/recount.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** T14: each column of the board, counted again from what happened, by code that knows only what they mean. */

/** Wednesdays on the wall of Berlin, at their midnight: it puts its clocks back on 25 October. */
const MIDNIGHTS = ['09-08', '09-15', '09-22', '09-29', '10-06', '10-13', '10-20', '10-27']
  .map((day) => Date.parse(`2026-${day}T22:00:00Z`) + (day > '10-25' ? 3_600_000 : 0))
  .concat(Date.parse('2026-11-03T23:00:00Z'));
const SO_FAR_MS = 15.5 * 3_600_000;
const NOW = (MIDNIGHTS.at(-1) as number) + SO_FAR_MS;
const TARGET_MS = 25 * 86_400_000;
const boss = { kind: 'agent', agent: { id: 'boss', role: 'owner' } } as unknown as AgentSubject;

let context: TestContext;
let all: CountedEpisode[];
let queued: CountedEpisode[];
let served: CountedEpisode[];

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const [from = 0] = MIDNIGHTS;
  const plan = planHistory(seededRandom(357), { conversations: 500, from, to: NOW });
  await new LiveHistory(context.store, plan).happen();
  const set = await setRoutingPlan(context, boss, { targetMs: TARGET_MS });
  expect(set.answer).toMatchObject({ ok: true });
  all = recount(plan, NOW);
  const open = all.filter(({ closedAt }) => closedAt === null);
  queued = open.filter(({ isInQueue }) => isInQueue);
  served = open.filter(({ isInQueue }) => !isInQueue);
});
afterAll(() => context.close());

const waitOf = ({ waits }: CountedEpisode) => waits.find(({ to }) => to === null)?.from ?? null;
const oldestFirst = (one: { since: number }, other: { since: number }) => one.since - other.since;

test('T14 M4 who waits in the queue, since when, and what is at risk: as many as are there, the longest first', async () => {
  const { queue } = await readBoardNow(context);
  const expected = queued.map((one) => ({ one, since: one.openedAt })).sort(oldestFirst);
  expect(expected.length).toBeGreaterThan(10);
  expect(queue.total).toBe(expected.length);
  const shown = queue.conversations.map(({ id, queuedAt, waitingSince }) => [id, queuedAt, waitingSince]);
  expect(shown).toEqual(
    expected.slice(0, shown.length).map(({ one, since }) => [conversationIdOf(one.no), since, waitOf(one)]),
  );
  const levels = (ages: number[]) => [
    ages.filter((age) => age >= TARGET_MS * TARGET_AT_RISK_SHARE && age < TARGET_MS).length,
    ages.filter((age) => age >= TARGET_MS).length,
  ];
  const told = queue.conversations.map(({ targetTimes }) => targetTimes);
  const [atRisk, missed] = levels(expected.slice(0, told.length).map(({ one }) => NOW - (waitOf(one) as number)));
  expect([atRisk, missed].every((count) => (count as number) > 0)).toBe(true);
  expect(told.filter((times) => times && times.riskAt <= NOW && NOW < times.missAt)).toHaveLength(atRisk as number);
  expect(told.filter((times) => times && times.missAt <= NOW)).toHaveLength(missed as number);
});

test('T14 whom agents serve, who of these has no answer yet, and how much each has: of all, also of those who are not listed', async () => {
  const { serving, team } = await readBoardNow(context);
  expect(serving.total).toBe(served.length);
  const unanswered = served.filter((one) => waitOf(one) !== null);
  const expected = unanswered.map((one) => ({ one, since: waitOf(one) as number })).sort(oldestFirst);
  expect(expected.length).toBeGreaterThan(10);
  expect(serving.unanswered).toBe(expected.length);
  const lists = { now: NOW, linesMax: 3, membersMax: 9, decisionsMax: 1 };
  const short = (await context.store.readBoard(lists)).serving;
  expect([short.waiting.length, short.unanswered, short.total]).toEqual([3, expected.length, served.length]);
  expect(serving.waiting.map(({ id, waitingSince, agent }) => [id, waitingSince, agent?.id])).toEqual(
    expected
      .slice(0, serving.waiting.length)
      .map(({ one, since }) => [conversationIdOf(one.no), since, agentId(one.lastAgent as number)]),
  );
  const loads = groupBy(served, ({ lastAgent }) => agentId(lastAgent as number));
  expect(team.total).toBe(8);
  expect(new Map(team.members.map(({ id, load, extra }) => [id, load + extra]))).toEqual(
    new Map(team.members.map(({ id }) => [id, loads(id).length])),
  );
});

test('T14 M11 today so far beside the usual of eight Wednesdays up to half past three, from the tables and from packs', async () => {
  const days = MIDNIGHTS.map((from) => {
    const mine = all.filter(({ openedAt }) => openedAt >= from && openedAt <= from + SO_FAR_MS);
    const first = mine
      .flatMap(({ waits }) => waits.filter((wait) => wait.first))
      .map(({ from: since, to, answered }) => ({ ms: (to ?? NOW) - since, answered }));
    const queue = mine.map(({ inQueueMs, isInQueue }) => ({ ms: inQueueMs, answered: !isInQueue }));
    return { episodes: mine.length, first: waitedAtMost(first, 0.5), queue: waitedAtMost(queue, 0.5) };
  });
  const today = days.at(-1);
  const before = days.slice(0, -1);
  expect(before.every(({ episodes }) => episodes > 0)).toBe(true);
  const middle = (values: (number | null)[]) => {
    const sorted = values.filter((value) => value !== null).sort((one, other) => one - other);
    const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
    return ((low as number) + (high as number)) / 2;
  };
  const expected = {
    today: {
      episodes: today?.episodes,
      firstResponse: { n: today?.episodes, p50Ms: today?.first },
      queue: { n: today?.episodes, p50Ms: today?.queue },
    },
    usual: {
      days: 8,
      episodes: middle(before.map(({ episodes }) => episodes)),
      firstResponseP50Ms: middle(before.map(({ first }) => first)),
      queueP50Ms: middle(before.map(({ queue }) => queue)),
    },
  };
  const read = async () => (await readToday(context, boss, { zone: 'Europe/Berlin', clock: 'calendar' })).answer;
  expect(await read()).toMatchObject({ ok: true, value: expected });
  await rebuildFacts(context, { begin() {}, made() {} });
  expect(await read()).toMatchObject({ ok: true, value: expected });
});
