import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackSettings } from '../../protocol/wire/rating-settings.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import type { RateEpisode } from '../../server/store/feedback-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, SITE, World } from './world.ts';

export function describeQuestionWords(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  describe(`${name}: words of questions`, () => {
    test('K10 words are kept from when they were set, and each answer counts to those that it was given to', async () => {
      const say = async (words: FeedbackSettings['words'], ownerId = SITE.id) => {
        const document = { ...SITE_SETTINGS_DEFAULT, feedback: { ...SITE_SETTINGS_DEFAULT.feedback, words } };
        await store.setSettings({ owner: { kind: 'site', id: ownerId }, document, at: world.at });
      };
      const answer = async (score: number, more: Partial<RateEpisode> = {}) => {
        world.pass(10);
        const { id } = await ended(world);
        await rate(world, id, { score, ...more });
        world.pass(10);
      };
      const nameless = (id: string) => ({ anonymous: { id, dayAt: world.at } });
      await say({});
      await answer(5);
      const first = world.at;
      await say({ en: { score: 'How was it?' } });
      await answer(4, { more: { effort: 3 } });
      await answer(1, nameless('before'));
      // Saved again with the same words, in another order: nothing new.
      await say({ en: { score: 'How was it?' } });
      world.pass(10);
      const second = world.at;
      await say({ de: { score: 'War sie nett?' }, en: { effort: 'Easy?', score: 'Was she kind?' } });
      await say({ en: { score: 'Was she kind?', effort: 'Easy?' }, de: { score: 'War sie nett?' } });
      await answer(2);
      await answer(3, nameless('after'));
      // A clock that was put back: not before those that are in force, and not instead of them.
      world.at = first;
      await say({});
      const kept = await store.listQuestionWords();
      expect(kept).toEqual([
        { siteId: SITE.id, from: first, words: { en: { score: 'How was it?' } } },
        {
          ...{ siteId: SITE.id, from: second },
          words: { de: { score: 'War sie nett?' }, en: { score: 'Was she kind?', effort: 'Easy?' } },
        },
        { siteId: SITE.id, from: second + 1, words: {} },
      ]);
      const changed = await store.listChangedAfter({ after: 0, limit: 9 });
      const { episodes } = await store.readFacts(changed.map(({ no }) => no));
      const named = episodes.filter(({ score }) => score !== null);
      expect(named.map(({ wordsFrom, score, effort }) => [wordsFrom, score, effort]).sort()).toEqual(
        [
          [0, 5, null],
          [first, 4, 3],
          [second, 2, null],
        ].sort(),
      );
      const counted = await store.countAskedNameless({ from: 0, to: FAR, siteId: null });
      const scores = counted.filter(({ question }) => question === 'score');
      expect(scores.map(({ wordsFrom, answer: score, n }) => [wordsFrom, score, n]).sort()).toEqual([
        [first, 1, 1],
        [second, 3, 1],
      ]);
      expect(await store.countAskedNameless({ from: 0, to: FAR, siteId: 'another' })).toEqual([]);
      const of = { siteId: SITE.id, question: 'score', since: first, until: second, from: 0, to: FAR } as const;
      expect(await store.listAskedNameless({ ...of, limit: 9, offset: 0 })).toMatchObject([
        { siteId: SITE.id, score: 1, wordsFrom: first },
      ]);
    });
  });
}

async function ended(world: World): Promise<{ id: string }> {
  const { id } = await world.queued();
  const agentId = await world.presentAgent();
  await world.assign(id, agentId);
  await world.say(id, world.message('agent', agentId));
  await world.close(id, 'agent', agentId);
  return { id };
}

function rate(world: World, conversationId: string, more: Partial<RateEpisode>) {
  return world.store.rateEpisode({ conversationId, episode: 1, score: 1, comment: null, at: world.at, ...more });
}
