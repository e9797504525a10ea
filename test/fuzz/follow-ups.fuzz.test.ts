import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { FeedbackFilter, FollowUpOutcome } from '../../protocol/wire/feedback.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readFeedback } from '../../server/usecases/read-feedback.ts';
import { planHistory } from '../support/history-plan.ts';
import { agentId, LiveHistory } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { recount } from '../support/recount.ts';
import { type FollowedUp, isBad, readRatings, wonBackOf } from '../support/recount-follow-ups.ts';
import { shareOf } from '../support/recount-shares.ts';
import { joinSome } from '../support/recounted-shop.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

const BEGIN = Date.parse('2026-10-01T00:00:00Z');
const NOW = Date.parse('2026-10-31T00:00:00Z');
const FROM = Date.parse('2026-10-08T00:00:00Z');
const TO = Date.parse('2026-10-29T00:00:00Z');
const DAY = 24 * 3_600_000;
const DUE_IN_MS = 3 * DAY;
const OUTCOMES: FollowUpOutcome[] = ['won_back', 'not_won_back', 'no_answer'];
/** More by hand: HISTORIES=100000. */
const conversations = Number(process.env.HISTORIES ?? 400);

let context: TestContext;
let made: FollowedUp[];
let ratings: ReturnType<typeof readRatings>['ratings'];
/** When each was done and what the team said of it, by its place; the others are open. */
const done = new Map<string, { at: number; outcome: FollowUpOutcome }>();
const nobody = { kind: 'agent' } as unknown as AgentSubject;
const placeOf = ({ no, episode }: FollowedUp) => `${no} ${episode}`;

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const { store } = context;
  const plan = planHistory(seededRandom(20261128), { conversations, from: BEGIN, to: NOW, asks: seededRandom(5) });
  let ids = 0;
  await new LiveHistory(store, plan, {
    followUpOf: (rating, at) => {
      if (!isBad(rating)) return undefined;
      ids += 1;
      return { id: `follow-up-${ids}`, causes: ['low_score'], owner: 'supervisor', dueAt: at + DUE_IN_MS };
    },
  }).happen();
  const personOf = await joinSome(context, recount(plan, NOW), conversations);
  ({ made, ratings } = readRatings(plan, DUE_IN_MS, personOf));
  const concerns = { agentId: agentId(0), all: true } as const;
  const { followUps } = await store.listFollowUps({ ...concerns, list: 'open', limit: 100_000 });
  const idOf = new Map(followUps.map((one) => [`${one.conversationId.split('-')[1]} ${one.episode}`, one.id]));
  for (const [n, one] of made.entries()) {
    const outcome = OUTCOMES[n % 4];
    if (outcome === undefined) continue;
    const at = Math.min(NOW, one.madeAt + ((n % 5) + 0.5) * DAY);
    done.set(placeOf(one), { at, outcome });
    const id = idOf.get(placeOf(one)) as string;
    await store.endFollowUp({ id, byId: agentId(0), outcome, note: null, at });
  }
}, 7_200_000);
afterAll(() => context.close());

const read = async (which: FeedbackFilter) => {
  const { answer } = await readFeedback(context, nobody, { from: FROM, to: TO, which, limit: 1 });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};
const within = (at: number) => at >= FROM && at < TO;

describe('follow-ups, counted again by code that knows only what they mean', () => {
  test('K5 who was won back, who said nothing since, what is open, and what was done in time', async () => {
    const mine = made.filter(({ madeAt }) => within(madeAt));
    const open = mine.filter((one) => !done.has(placeOf(one)));
    const due = made.filter(({ dueAt }) => within(dueAt) && dueAt <= NOW);
    const kept = due.filter((one) => (done.get(placeOf(one))?.at ?? Number.POSITIVE_INFINITY) <= one.dueAt);
    const { wonBack, silent } = wonBackOf(mine, ratings);
    expect(Math.min(wonBack.hits, wonBack.n - wonBack.hits, silent)).toBeGreaterThan(2);
    const outcomes = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, mine.filter((one) => done.get(placeOf(one))?.outcome === outcome).length]),
    );
    expect((await read('all')).followUps).toEqual({
      made: mine.length,
      open: open.length,
      overdue: open.filter(({ dueAt }) => dueAt <= NOW).length,
      wonBack,
      silent,
      outcomes,
      kept: shareOf(kept.length, due.length),
    });
    // Each opens as many rows as it says.
    expect([(await read('heard')).total, (await read('silent')).total, (await read('due')).total]).toEqual([
      wonBack.n,
      silent,
      due.length,
    ]);
  });
});
