// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MeasureRows, Question, RowsOf } from '../../../../protocol/wire/measures.ts';
import type { FeedbackSettings } from '../../../../protocol/wire/rating-settings.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../../protocol/wire/settings.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import type { AgentSubject } from '../../../../server/usecases/context.ts';
import { listRows } from '../../../../server/usecases/list-rated-rows.ts';
import { rateConversation } from '../../../../server/usecases/rate-conversation.ts';
import { readFeedback } from '../../../../server/usecases/read-feedback.ts';
import { readMeasures } from '../../../../server/usecases/read-measures.ts';
import { setSiteSettings } from '../../../../server/usecases/set-settings.ts';
import { readQuestionWordings } from '../../../../server/usecases/wordings.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;
let ana: AgentSubject;
let question: Question;

beforeEach(async () => {
  scene = await openScene();
  ana = await scene.agent('Ana', { capacity: 500, role: 'owner' });
  const from = scene.context.clock.now() - 1;
  await scene.context.store.renewLeases({ agentIds: [ana.agent.id], until: from + 10 ** 10 });
  question = { from, to: from + 30 * 24 * 3_600_000, zone: 'UTC', clock: 'calendar' };
});
afterEach(() => scene.close());

async function say(words: FeedbackSettings['words'], more: Partial<FeedbackSettings> = {}): Promise<void> {
  const feedback = { ...SITE_SETTINGS_DEFAULT.feedback, ...more, words };
  const [site] = await scene.context.store.listSites();
  const settings = { ...SITE_SETTINGS_DEFAULT, feedback };
  accepted(await scene.act(setSiteSettings(scene.context, ana, { key: site?.key ?? '', settings })));
  await scene.context.clock.advance(1_000);
}

/** Somebody asks, is answered, and rates. */
async function rated(
  score: number,
  more: { effort?: number; recommend?: number; anonymous?: true } = {},
): Promise<void> {
  const visitor = await scene.visitor();
  const conversationId = await scene.open(visitor);
  await scene.context.clock.advance(1_000);
  accepted(await scene.say(ana, conversationId));
  accepted(await scene.act(closeConversation(scene.context, ana, { conversationId })));
  const rating = { conversationId, episode: 1, score, comment: `Said ${score}`, ...more };
  accepted(await scene.act(rateConversation(scene.context, visitor, rating)));
  await scene.context.clock.advance(1_000);
}

const read = async (asked: Partial<Question> = {}) =>
  accepted((await readQuestionWordings(scene.context, ana, { ...question, ...asked })).answer).wordings;
const rowsOf = async (of: RowsOf, site?: string, cursor: string | null = null) =>
  (await listRows(scene.context, ana, { question: { ...question, ...(site && { site }) }, of, cursor })).answer;

it('K10 answers stand under the words that were asked; a change within the period splits them, and they add up', async () => {
  for (const score of [5, 5, 2]) await rated(score);
  await say({ en: { score: 'How was it?' } });
  for (const score of [4, 1]) await rated(score, { effort: 6 });
  await rated(5, { anonymous: true });
  await say({ en: { score: 'Was the agent kind?' }, fr: { score: 'Gentille ?' } });
  await rated(1, { effort: 2 });
  const wordings = (await read()) ?? [];
  const scores = wordings.filter((one) => one.question === 'score');
  expect(scores.map(({ words, n, value }) => [words, n, value])).toEqual([
    [{}, 3, 2 / 3],
    [{ en: 'How was it?' }, 3, 2 / 3],
    [{ en: 'Was the agent kind?', fr: 'Gentille ?' }, 1, 0],
  ]);
  expect(scores.map(({ since, until }) => [since, until])).toEqual([
    [0, scores[1]?.since],
    [scores[1]?.since, scores[2]?.since],
    [scores[2]?.since, null],
  ]);
  // Only the words of the score changed: effort was one question all the time.
  expect(wordings.filter((one) => one.question === 'effort')).toMatchObject([
    { since: 0, until: null, n: 3, words: {} },
  ]);
  const { measures } = accepted((await readMeasures(scene.context, ana, { question, against: null })).answer);
  expect(scores.reduce((sum, { n }) => sum + n, 0)).toBe(measures.csat.answers);

  const feedback = accepted((await readFeedback(scene.context, ana, { ...question, which: 'all', limit: 50 })).answer);
  expect(feedback.wordings).toEqual(wordings);
  const asked = feedback.lines.map((line) => [line.score, line.asked.score?.en ?? null]);
  const scoresOf = (words: string) => asked.filter((one) => one[1] === words).map(([score]) => score);
  expect(scoresOf('Was the agent kind?')).toEqual([1]);
  expect(scoresOf('How was it?').sort()).toEqual([1, 4, 5]);
  expect(asked.filter(([, words]) => words === null)).toHaveLength(3);
});

it('K10 S14 each opens as many rows as it says, with the words beside each, and those without a name last', async () => {
  await rated(5);
  await say({ en: { score: 'How was it?' } });
  await rated(4);
  await rated(2, { anonymous: true });
  await say({ en: { score: 'Kind?' } });
  for (let n = 0; n < 52; n += 1) await rated((n % 5) + 1);
  for (const { question: of, since, n, siteId, words } of (await read()) ?? []) {
    let counted = 0;
    for (let cursor: string | null = null; ; ) {
      const page: MeasureRows = accepted(await rowsOf(`words:${of}-${since}`, siteId, cursor));
      expect(page.total).toBe(n);
      for (const row of [...page.rows, ...page.nameless]) expect(row.asked).toEqual(words);
      counted += page.rows.length + page.nameless.length;
      if (page.next === null) break;
      cursor = page.next;
    }
    expect([since, counted]).toEqual([since, n]);
  }
});

it('K10 words that were changed before the period split nothing; other narrowings tell nothing', async () => {
  await rated(1);
  await say({ en: { score: 'How was it?' } });
  await scene.context.clock.advance(60_000);
  const from = scene.context.clock.now() - 30_000;
  await rated(5);
  const inPeriod = (await read({ from })) ?? [];
  expect(inPeriod).toMatchObject([{ words: { en: 'How was it?' }, n: 1, until: null }]);
  expect(await read({ agent: ana.agent.id })).toBeNull();
  expect(await read({ site: 'another' })).toEqual([]);
});

it('K10 rows of words want their site, and words that there were', async () => {
  const [site] = await scene.context.store.listSites();
  expect(await rowsOf('words:score-0')).toMatchObject({ ok: false, error: 'invalid_payload', field: 'site' });
  expect(await rowsOf('words:score-77', site?.id)).toMatchObject({ ok: false, error: 'invalid_payload', field: 'of' });
  expect(await rowsOf('words:score-0', site?.id, 'nonsense')).toMatchObject({ ok: false, field: 'cursor' });
  expect(await rowsOf('words:score-0', site?.id)).toMatchObject({ ok: true, value: { total: 0, rows: [] } });
});
