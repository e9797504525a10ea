import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackFilter } from '../../protocol/wire/feedback.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { feedbackScene } from './feedback-scene.ts';
import { FAR, World } from './world.ts';

/** What became of follow-ups, as the database counts it. */
export function describeWonBack(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;
  let scene: ReturnType<typeof feedbackScene>;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
    scene = feedbackScene(world);
  });
  afterEach(() => place.remove());

  const made = async () => {
    const asked = { from: 0, to: FAR, now: world.at, which: 'all', limit: 50, places: [] } as const;
    return (await store.readSaid(asked)).made;
  };

  describe(`${name}: won back`, () => {
    test('K5 won back is the first rating after it, of the same visitor, wherever it was given', async () => {
      const { id, visitorId, agentId } = await scene.ended();
      await scene.rate(id, { followUp: scene.follow(['low_score']) });
      expect(await made()).toMatchObject([{ nextScore: null, nextSolved: null }]);
      world.pass(1_000);
      const other = await scene.ended();
      await scene.rate(other.id, { score: 5 });
      const second = await scene.ended({ visitorId, agentId });
      world.pass(1_000);
      await scene.rate(second.id, { score: 3, more: { solved: 'yes' } });
      world.pass(1_000);
      const third = await scene.ended({ visitorId, agentId });
      await scene.rate(third.id, { score: 5 });
      expect(await made()).toMatchObject([{ nextScore: 3, nextSolved: 'yes' }]);
    });

    test('K5 all of the period are counted, as kinds of them, and a list has the latest of as many as the figure says', async () => {
      for (let no = 0; no < 5; no += 1) {
        const { id } = await scene.ended();
        await scene.rate(id, { followUp: scene.follow(['low_score'], { dueAt: world.at + 10 }) });
        world.pass(1);
      }
      const [asked] = await scene.open();
      const end = { id: asked?.id ?? '', byId: asked?.owner?.id ?? '', outcome: 'no_answer', note: null } as const;
      await store.endFollowUp({ ...end, at: world.at });
      world.pass(1_000);
      const read = (which: FeedbackFilter) =>
        store.readSaid({ from: 0, to: FAR, now: world.at, which, limit: 2, places: [] });
      const { made: all, due, followed } = await read('silent');
      const alike = { kind: 'feedback', nextScore: null, nextSolved: null, isOver: true };
      const open4 = { ...alike, outcome: null, isDone: false, isKept: false, n: 4 };
      const done1 = { ...alike, outcome: 'no_answer', isDone: true, isKept: true, n: 1 };
      for (const some of [all, due]) expect(some.toSorted((one, other) => other.n - one.n)).toEqual([open4, done1]);
      const latest = (await scene.open()).map(({ id }) => id).toReversed();
      expect(followed.map(({ id }) => id)).toEqual(latest.slice(0, 2));
      expect([(await read('due')).followed.length, (await read('heard')).followed.length]).toEqual([2, 0]);
    });

    test('K5 J8 whoever turned out to be the same person is won back by a word from either profile', async () => {
      const { id, visitorId, agentId } = await scene.ended();
      await scene.rate(id, { followUp: scene.follow(['low_score']) });
      world.pass(1_000);
      const other = await scene.ended();
      await scene.rate(other.id, { score: 5 });
      const third = await scene.ended();
      const join = (no: number, fromId: string, intoId: string) =>
        store.mergePeople({ id: `join-${no}`, fromId, intoId, byId: agentId, at: world.at });
      expect(await made()).toMatchObject([{ nextScore: null }]);
      expect(await join(1, other.visitorId, visitorId)).toBe('merged');
      expect(await made()).toMatchObject([{ nextScore: 5 }]);
      // The other way round: now both are the third.
      expect(await join(2, visitorId, third.visitorId)).toBe('merged');
      expect(await made()).toMatchObject([{ nextScore: 5 }]);
    });
  });
}
