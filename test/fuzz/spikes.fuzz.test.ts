import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSpikes } from '../../console/ui/reports/spikes.ts';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readSplit } from '../../server/usecases/read-measures.ts';
import { planHistory } from '../support/history-plan.ts';
import { conversationIdOf, LiveHistory } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type CountedEpisode, recount } from '../support/recount.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** What suddenly became more, counted again from what happened, by code that knows only what it means. */

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-10-31T00:00:00Z');
const LENGTH = 10 * DAY;
const FROM = NOW - LENGTH;
const conversations = Number(process.env.HISTORIES ?? 300);
/** Much more at the end, as ever, new, and less; `late`: twice as often, of so few that it may be chance. */
const TOPICS = {
  before: ['parcel', 'refund', 'refund', 'size', 'size', 'late'],
  after: ['parcel', 'parcel', 'refund', 'new'],
};

let context: TestContext;
let all: CountedEpisode[];
const nobody = { kind: 'agent' } as unknown as AgentSubject;
const tagsOf = (one: { topic: string | null }) => (one.topic ? [`tag ${one.topic}`] : []);

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(31), { conversations, from: NOW - 5 * LENGTH, to: NOW });
  const random = seededRandom(32);
  for (const { at, deed } of plan.happenings) {
    if (deed.what !== 'open' && deed.what !== 'reopen') continue;
    const words = at >= FROM ? TOPICS.after : TOPICS.before;
    deed.topic = random() < 0.1 ? null : (words[Math.floor(random() * words.length)] as string);
  }
  await new LiveHistory(context.store, plan).happen();
  all = recount(plan, NOW);
  const topics = new Map(all.filter(({ number }) => number === 1).map((one) => [one.no, one]));
  for (const [no, one] of topics) {
    const change = { conversationId: conversationIdOf(no), add: tagsOf(one), remove: [], max: 9 };
    if (change.add.length > 0) await context.store.tagConversation(change);
  }
}, 600_000);
afterAll(() => context.close());

/** By topic, in the period that is so many lengths back; a tag is that of the conversation. */
function countsOf(split: 'topic' | 'tag', back: number): Map<string, number> {
  const [from, to] = [FROM - back * LENGTH, NOW - back * LENGTH];
  const firsts = new Map<number, CountedEpisode>();
  for (const one of all) if (!firsts.has(one.no)) firsts.set(one.no, one);
  const first = (no: number) => firsts.get(no) as CountedEpisode;
  const counts = new Map<string, number>();
  for (const one of all.filter(({ openedAt }) => openedAt >= from && openedAt < to)) {
    const key = split === 'topic' ? (one.topic ?? '') : (tagsOf(first(one.no))[0] ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Twice its usual number, the median of four, at least five of them, and more than chance explains: roots of counts vary by a half. */
function spikesOf(split: 'topic' | 'tag') {
  const now = countsOf(split, 0);
  const before = [1, 2, 3, 4].map((back) => countsOf(split, back));
  return [...now].map(([key, n]) => {
    const [, low, high] = before.map((counts) => counts.get(key) ?? 0).sort((one, other) => one - other);
    const usual = ((low as number) + (high as number)) / 2;
    const root = (count: number) => Math.sqrt(count + 3 / 8);
    // Each root has a variance of ¼, so their difference has one of ½.
    const isFar = root(n) - root(usual) > 1.96 * Math.sqrt(1 / 2);
    return { key, n, usual, isSpike: n >= 5 && n >= 2 * usual && isFar };
  });
}

test.each(['topic', 'tag'] as const)(
  'by %s: how many, how many as a rule, and which of them became far more',
  async (split) => {
    const read = async (back: number) => {
      const span = { from: FROM - back * LENGTH, to: NOW - back * LENGTH };
      const { answer } = await readSplit(context, nobody, {
        question: { ...span, zone: 'UTC', clock: 'calendar' },
        split,
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value.groups.map(({ key, name, measures }) => ({ key, name, n: measures.episodes }));
    };
    const [now = [], ...earlier] = await Promise.all([0, 1, 2, 3, 4].map(read));
    const found = findSpikes(now, earlier).map(({ name: _, ...line }) => line);
    const expected = spikesOf(split);
    const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
    expect(found.toSorted(byKey)).toEqual(expected.toSorted(byKey));
    const [far, near] = [expected.filter(({ isSpike }) => isSpike), expected.filter(({ isSpike }) => !isSpike)];
    expect([far.length > 0, near.length > 0]).toEqual([true, true]);
    expect(found.map(({ n }) => n)).toEqual(expected.map(({ n }) => n).sort((one, other) => other - one));
  },
);

test('periods in which nobody came, as before the first conversation, are no usual number: of a young shop not everything is far above', () => {
  const counts = (n: number) => [{ key: 'size', name: 'size', n }];
  expect(findSpikes(counts(40), [counts(36), [], [], []])).toMatchObject([{ usual: 36, isSpike: false }]);
  expect(findSpikes(counts(40), [counts(9), [], [], []])).toMatchObject([{ usual: 9, isSpike: true }]);
  expect(findSpikes(counts(40), [[], [], [], []])).toMatchObject([{ usual: null, isSpike: false }]);
});
