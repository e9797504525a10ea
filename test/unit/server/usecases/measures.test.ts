// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEASURE_GROUPS_MAX } from '../../../../protocol/wire/limits.ts';
import type { Question, RowsOf } from '../../../../protocol/wire/measures.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import type { AgentSubject } from '../../../../server/usecases/context.ts';
import { listMeasureRows } from '../../../../server/usecases/list-measure-rows.ts';
import { rateConversation } from '../../../../server/usecases/rate-conversation.ts';
import { readHistogram } from '../../../../server/usecases/read-histogram.ts';
import { readHeat, readMeasures, readSeries, readSplit } from '../../../../server/usecases/read-measures.ts';
import { rebuildFacts } from '../../../../server/usecases/rebuild-facts.ts';
import { createFactWorker } from '../../../../server/workers/fact-worker.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;
let ana: AgentSubject;
let question: Question;

beforeEach(async () => {
  scene = await openScene();
  ana = await scene.agent('Ana', { capacity: 50 });
  const from = scene.context.clock.now();
  await scene.context.store.renewLeases({ agentIds: [ana.agent.id], until: from + 10 ** 9 });
  question = { from, to: from + 30 * 24 * 3_600_000, zone: 'Europe/Lisbon', clock: 'calendar' };
});
afterEach(() => scene.close());

const pass = (ms: number) => scene.context.clock.advance(ms);
const read = async (asked: Partial<Question> = {}) =>
  accepted((await readMeasures(scene.context, ana, { question: { ...question, ...asked }, against: null })).answer)
    .measures;
const rows = async (of: RowsOf) =>
  accepted((await listMeasureRows(scene.context, ana, { question, of, cursor: null })).answer);

/** Twelve episodes: answered after 1 to 6 s, rated, left unanswered, still open, one of them opened again. */
async function makeMixed(): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    await pass(1_000 * ((n % 6) + 1));
    if (n % 3 !== 0) accepted(await scene.say(ana, conversationId));
    if (n % 4 !== 1)
      accepted(await scene.act(closeConversation(scene.context, n % 3 === 0 ? visitor : ana, { conversationId })));
    if (n % 3 === 1 && n % 4 !== 1) {
      accepted(
        await scene.act(rateConversation(scene.context, visitor, { conversationId, episode: 1, score: (n % 5) + 1 })),
      );
    }
    if (n === 2) {
      await pass(60_000);
      accepted(await scene.say(visitor, conversationId, 'Once more'));
      await pass(2_000);
      accepted(await scene.say(ana, conversationId, 'Yes?'));
    }
  }
}

describe('measures', () => {
  it('M2 M3 M7 figures of what happened, and the rows behind each are as many as it says', async () => {
    await makeMixed();
    const found = await read();
    expect(found).toMatchObject({ episodes: 13, answered: 9, open: 4 });
    expect(found.firstResponse).toMatchObject({ n: 13, answered: 9, error: 0 });
    expect(found.firstResponse.p50Ms).toBe(5_000);
    const outcomes = Object.values(found.outcomes).reduce((sum, n) => sum + n, 0);
    expect(outcomes).toBe(found.ended);
    const behind: [RowsOf, number][] = [
      ['episodes', found.episodes],
      ['answered', found.answered],
      ['abandoned', found.abandoned],
      ['open', found.open],
      ['ended', found.ended],
      ['rated', found.csat.answers],
      ['satisfied', found.csat.satisfied],
      ['firstResponse', found.firstResponse.n],
      ['response', found.response.n],
      ['queue', found.queue.n],
      ['resolution', found.resolution.n],
      ['handling', found.handling.n],
      ['serviceLevel', found.serviceLevel.n],
      ['served', found.serviceLevel.hits],
      ['missed', found.serviceLevel.n - found.serviceLevel.hits],
      ['outcome:resolved', found.outcomes.resolved ?? 0],
      ['cause:page_left', found.causes.page_left ?? 0],
    ];
    for (const [of, n] of behind) {
      const page = await rows(of);
      expect([of, page.total, page.rows.length]).toEqual([of, n, n]);
    }
    expect(found.csat.answers).toBeGreaterThan(0);
  });

  it('M3 groups add up to the total, but for segments', async () => {
    await makeMixed();
    const total = await read();
    for (const split of [
      'site',
      'department',
      'outcome',
      'cause',
      'score',
      'hour',
      'weekday',
      'day',
      'month',
    ] as const) {
      const found = accepted((await readSplit(scene.context, ana, { question, split })).answer);
      expect([split, found.groups.reduce((sum, group) => sum + group.measures.episodes, 0)]).toEqual([
        split,
        total.episodes,
      ]);
      expect([split, found.groups.reduce((sum, group) => sum + group.measures.response.n, 0)]).toEqual([
        split,
        total.response.n,
      ]);
      expect(found.total).toEqual(total);
      expect(found.groups.length).toBeLessThan(MEASURE_GROUPS_MAX);
    }
    const agents = accepted((await readSplit(scene.context, ana, { question, split: 'agent' })).answer);
    expect(agents.groups.map(({ name }) => name)).toEqual(['Ana']);
    const segments = accepted((await readSplit(scene.context, ana, { question, split: 'segment' })).answer);
    expect(segments).toMatchObject({ overlapping: true, narrowedTo: null });
    // Nothing of it lies in the period: it has its name all the same.
    const empty = { ...question, from: 1, to: 2, agent: ana.agent.id };
    const none = accepted((await readSplit(scene.context, ana, { question: empty, split: 'agent' })).answer);
    expect(none).toMatchObject({ groups: [], narrowedTo: ana.agent.name });
    expect(segments.groups.map(({ key, measures }) => [key, measures.episodes])).toEqual([
      ['new', 12],
      ['returning', 1],
    ]);
  });

  it('M11 cells, points and bins hold each of them once', async () => {
    await makeMixed();
    const total = await read();
    const heat = accepted((await readHeat(scene.context, ana, question)).answer);
    expect(heat.cells.reduce((sum, { n }) => sum + n, 0)).toBe(total.episodes);
    const series = accepted((await readSeries(scene.context, ana, { question, by: 'day' })).answer);
    expect(series.points.reduce((sum, { episodes }) => sum + episodes, 0)).toBe(total.episodes);
    const histogram = accepted((await readHistogram(scene.context, ana, { question, of: 'response' })).answer);
    const count = (bins: number[]) => bins.reduce((sum, n) => sum + n, 0);
    expect([count(histogram.answered), count(histogram.unanswered)]).toEqual([
      total.response.answered,
      total.response.n - total.response.answered,
    ]);
  });

  it('M2 a wait as long as an edge stands behind it, one that is a millisecond shorter before it', async () => {
    for (const waitMs of [4_999, 5_000]) {
      const conversationId = await scene.open(await scene.visitor());
      await pass(waitMs);
      accepted(await scene.say(ana, conversationId));
    }
    const { edgesMs, answered } = accepted(
      (await readHistogram(scene.context, ana, { question, of: 'response' })).answer,
    );
    const edge = edgesMs.indexOf(5_000);
    expect(edge).toBeGreaterThan(0);
    expect([answered[edge - 1], answered[edge]]).toEqual([1, 1]);
  });

  it('N4 packed or not, figures are the same; made again, packs have the same bytes', async () => {
    await makeMixed();
    const before = await read();
    const failures: unknown[] = [];
    const worker = createFactWorker({ context: scene.context, onFailure: (_task, error) => failures.push(error) });
    await worker.look();
    expect(failures).toEqual([]);
    expect((await scene.context.store.listPacks()).map(({ episodes }) => episodes)).toEqual([8]);
    expect(await read()).toEqual(before);
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId })));
    expect((await read()).episodes).toBe(before.episodes + 1);
    // It is known how the feed stands, and later that this has come to rest.
    await worker.look();
    await pass(600_000);
    await worker.look();
    const packed = await read();
    const [line] = await scene.context.store.listPacks();
    const told: number[] = [];
    const done = await rebuildFacts(scene.context, { begin: () => {}, made: ({ number }) => told.push(number) });
    expect(done).toEqual({ packs: 1, same: 1 });
    expect((await scene.context.store.listPacks())[0]?.stamp).toBe(line?.stamp);
    expect(await read()).toEqual(packed);
  });

  it('S14 the rows come page by page, each once, and a place that is none is refused', async () => {
    await makeMixed();
    const bad = await listMeasureRows(scene.context, ana, { question, of: 'episodes', cursor: 'elsewhere' });
    expect(bad.answer).toMatchObject({ ok: false, error: 'invalid_payload', field: 'cursor' });
    const [first] = (await rows('episodes')).rows;
    expect(first).toMatchObject({ siteName: 'Shop', ms: null });
  });

  it('M11 a period against another one tells the difference with its interval', async () => {
    await makeMixed();
    const began = question.from;
    question = { ...question, from: scene.context.clock.now() };
    await makeMixed();
    const against = { from: began, to: question.from };
    const found = accepted((await readMeasures(scene.context, ana, { question, against })).answer);
    expect(found.against).toMatchObject({ shared: 0, differences: { firstResponse: { value: 0 } } });
    const difference = found.against?.differences.abandonedShare;
    expect(difference?.low).toBeLessThan(0);
    expect(difference?.high).toBeGreaterThan(0);
  });

  it('M11 of two periods that overlap it says how many count in both, and has no interval as of two that have nothing to do with each other', async () => {
    await makeMixed();
    const [, second] = (await rows('episodes')).rows.toReversed();
    const cut = second?.openedAt as number;
    const compare = async (against: { from: number; to: number }) =>
      accepted((await readMeasures(scene.context, ana, { question, against })).answer).against;
    const over = await compare({ from: question.from - 1_000, to: cut + 1 });
    expect(over).toMatchObject({ shared: 2, measures: { episodes: 2 } });
    const known = Object.values(over?.differences ?? {}).filter((one) => one !== null);
    expect(known.length).toBeGreaterThan(1);
    expect(known).toEqual(known.map(({ value }) => ({ value, low: null, high: null })));
    // Up to where the other one begins, nothing is in both; nor is it where they overlap and nobody came.
    expect(await compare({ from: question.from - 1_000, to: question.from })).toMatchObject({ shared: 0 });
    const after = scene.context.clock.now() + 1;
    expect(await compare({ from: after, to: question.to })).toMatchObject({ shared: 0 });
  });
});
