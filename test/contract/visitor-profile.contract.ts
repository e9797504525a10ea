import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ATTRIBUTES_MAX, EVENTS_KEPT_MAX } from '../../protocol/wire/limits.ts';
import { NOTHING_SAID } from '../../protocol/wire/visitor.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, World } from './world.ts';

export function describeVisitorProfiles(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  describe(`${name}: what pages say of their visitors`, () => {
    test('W18 named fields replace, attributes add up, null takes one away', async () => {
      const { store } = world;
      const { visitorId } = await world.queued();
      expect(await store.readVisitorProfile(visitorId)).toEqual(NOTHING_SAID);
      const say = (part: Parameters<typeof store.describeVisitor>[0]['part']) =>
        store.describeVisitor({ visitorId, part, at: 5 });
      await say({ name: 'Mia', attributes: { plan: 'pro', seats: 3 }, tags: ['a', 'b'], department: 'sales' });
      await say({ email: 'mia@example.org', attributes: { seats: null, trial: true }, tags: ['c'], department: null });
      expect(await store.readVisitorProfile(visitorId)).toEqual({
        ...NOTHING_SAID,
        ...{ name: 'Mia', email: 'mia@example.org', attributes: { plan: 'pro', trial: true }, tags: ['c'] },
      });
    });

    test('W18 attributes stay within their limit, whoever adds them up', async () => {
      const { store } = world;
      const { visitorId } = await world.queued();
      const many = (from: number, count: number) =>
        Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${from + at}`, at]));
      const say = (attributes: Record<string, number>) =>
        store.describeVisitor({ visitorId, part: { attributes }, at: 5 });
      expect(await say(many(0, ATTRIBUTES_MAX))).toBe('described');
      expect(await say(many(ATTRIBUTES_MAX, 1))).toBe('too_many');
      expect(Object.keys((await store.readVisitorProfile(visitorId)).attributes)).toHaveLength(ATTRIBUTES_MAX);
    });

    test('W18 of a visitor’s events the last are kept, the latest first', async () => {
      const { store } = world;
      const { visitorId } = await world.queued();
      for (let at = 1; at <= EVENTS_KEPT_MAX + 2; at += 1)
        await store.trackVisitor({ visitorId, event: { event: `e${at}`, properties: {}, at } });
      const { events } = await store.readVisitorProfile(visitorId);
      expect(events).toHaveLength(EVENTS_KEPT_MAX);
      expect(events[0]).toEqual({ event: `e${EVENTS_KEPT_MAX + 2}`, properties: {}, at: EVENTS_KEPT_MAX + 2 });
    });

    test('S3 two tabs that say something at once: nothing is lost', async () => {
      const { store } = world;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { visitorId } = await world.queued();
        await Promise.all(
          ['a', 'b', 'c'].map((key) => store.describeVisitor({ visitorId, part: { attributes: { [key]: 1 } }, at: 5 })),
        );
        expect((await store.readVisitorProfile(visitorId)).attributes).toEqual({ a: 1, b: 1, c: 1 });
      }
    });
  });
}
