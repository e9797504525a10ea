import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { MEASURE_GROUPS_MAX } from '../../protocol/wire/limits.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readSplit } from '../../server/usecases/read-measures.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { groupBy } from '../support/group-by.ts';
import { planHistory } from '../support/history-plan.ts';
import { conversationIdOf, LiveHistory } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type CountedEpisode, recount } from '../support/recount.ts';
import { RecountedMeasures } from '../support/recount-measures.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** More groups than are shown one by one: what stands together in the last line, counted again. */

const BEGIN = Date.parse('2023-01-01T00:00:00Z');
const NOW = Date.parse('2026-10-31T00:00:00Z');
const question: Question = { from: BEGIN, to: NOW, zone: 'UTC', clock: 'calendar' };
const conversations = 520;
let context: TestContext;
let all: CountedEpisode[];
let counted: RecountedMeasures;
const nobody = { kind: 'agent' } as unknown as AgentSubject;
/** A few pages are much read, most of them once; of tags a conversation may have two. */
const pageOf = (no: number) => (no % 10 < 1 ? `/often-${no % 4}` : `/once-${no}`);
const tagsOf = (no: number) => [
  no % 5 === 0 ? `often-${no % 3}` : `once-${no}`,
  ...(no % 7 === 0 ? [`other-${no}`] : []),
];

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(400), { conversations, from: BEGIN, to: NOW });
  for (const { no, deed } of plan.happenings)
    if (deed.what === 'open' || deed.what === 'reopen') deed.page = pageOf(no);
  await new LiveHistory(context.store, plan).happen();
  for (let no = 0; no < conversations; no += 1)
    await context.store.tagConversation({ conversationId: conversationIdOf(no), add: tagsOf(no), remove: [], max: 9 });
  all = recount(plan, NOW);
  counted = new RecountedMeasures({ all, now: NOW, hours: null, targetOf: () => 60_000 });
}, 600_000);
afterAll(() => context.close());

const SPLITS = {
  page: ({ no }: CountedEpisode) => [pageOf(no)],
  tag: ({ no }: CountedEpisode) => tagsOf(no),
  day: ({ openedAt }: CountedEpisode) => [new Date(openedAt).toISOString().slice(0, 10)],
};

describe('more groups than are shown', () => {
  test.each(Object.entries(SPLITS))(
    'M1–M11 split by %s: the largest one by one, and all others together',
    async (name, keysOf) => {
      const split = name as keyof typeof SPLITS;
      const read = async () => {
        const { answer } = await readSplit(context, nobody, { question, split });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        return answer.value;
      };
      const pairs = all.flatMap((one) => keysOf(one).map((key) => ({ key, one })));
      const of = groupBy(pairs, ({ key }) => key);
      const keys = [...new Set(pairs.map(({ key }) => key))];
      expect(keys.length).toBeGreaterThan(MEASURE_GROUPS_MAX + 20);
      const found = await read();
      expect(found.groups).toHaveLength(MEASURE_GROUPS_MAX);
      const shown = new Set(found.groups.map(({ key }) => key));
      const others = keys.filter((key) => !shown.has(key));
      const sizes = (some: Iterable<string>) => [...some].map((key) => of(key).length);
      // Whoever is as large as the smallest that is shown may stand on either side.
      expect(Math.max(...sizes(others))).toBeLessThanOrEqual(Math.min(...sizes(shown)));
      const measured = (some: CountedEpisode[]) => {
        const { firstResponseInHours, responseInHours, queueInHours, resolutionInHours, csat, ...rest } = counted.of(
          some,
          {
            nameless: null,
          },
        );
        const { anonymous: _, ...scored } = csat;
        return { ...rest, csat: scored };
      };
      for (const { key, measures } of found.groups.slice(0, 12))
        expect({ key, measures }).toMatchObject({ key, measures: measured(of(key).map(({ one }) => one)) });
      // Each of them once, in however many of these groups it is.
      const ofOthers = [...new Set(others.flatMap((key) => of(key).map(({ one }) => one)))];
      expect(found.rest).toMatchObject(measured(ofOthers));
      expect(found.total).toMatchObject(measured(all));
      await rebuildFacts(context, { begin() {}, made() {} });
      expect((await read()).rest).toEqual(found.rest);
    },
  );
});
