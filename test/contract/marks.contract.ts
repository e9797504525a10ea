import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

export function describeMarks(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  describe(`${name}: marks and unread`, () => {
    test('S10 marks rise, never above head, never back; what was read was delivered', async () => {
      const { id } = await world.active();
      const { store } = world;
      const mark = (deliveredSeq: number, readSeq: number) =>
        store.raiseMarks({ conversationId: id, by: 'agent', deliveredSeq, readSeq });
      expect(await mark(2, 0)).toMatchObject({ raised: true, marks: { agentDelivered: 2, agentRead: 0 } });
      expect(await mark(0, 3)).toMatchObject({ raised: true, marks: { agentDelivered: 3, agentRead: 3 } });
      expect(await mark(1, 1)).toMatchObject({
        raised: false,
        change: null,
        marks: { agentDelivered: 3, agentRead: 3 },
      });
      expect(await mark(99, 99)).toMatchObject({ raised: false, marks: { agentDelivered: 3, agentRead: 3 } });
      expect((await world.read(id)).marks).toEqual({
        visitorDelivered: 2,
        visitorRead: 2,
        agentDelivered: 3,
        agentRead: 3,
      });
      const unknown = { conversationId: 'unknown', by: 'agent', deliveredSeq: 1, readSeq: 1 } as const;
      expect(await store.raiseMarks(unknown)).toEqual({ result: 'not_found' });
    });

    test('S10 each side raises its own marks only, and by writing too', async () => {
      const { id, visitorId, agentId } = await world.active();
      await world.say(id, world.message('visitor', visitorId));
      expect((await world.read(id)).marks).toMatchObject({ visitorRead: 4, agentRead: 0 });
      await world.say(id, world.message('agent', agentId));
      expect((await world.read(id)).marks).toMatchObject({ visitorRead: 4, agentRead: 5 });
      await world.store.raiseMarks({ conversationId: id, by: 'visitor', deliveredSeq: 5, readSeq: 5 });
      expect((await world.read(id)).marks).toMatchObject({ visitorDelivered: 5, visitorRead: 5, agentRead: 5 });
    });

    test('S10 W11 words that were written before the answers were seen leave those unread, alone and several at once', async () => {
      const { id, visitorId, agentId } = await world.active();
      await world.say(id, world.message('agent', agentId));
      await Promise.all([1, 2, 3].map(() => world.say(id, world.message('visitor', visitorId))));
      expect((await world.read(id)).marks).toMatchObject({ visitorDelivered: 7, visitorRead: 2 });
      await world.store.raiseMarks({ conversationId: id, by: 'visitor', deliveredSeq: 7, readSeq: 4 });
      await world.say(id, world.message('visitor', visitorId));
      expect((await world.read(id)).marks).toMatchObject({ visitorDelivered: 8, visitorRead: 8 });
    });

    test('S10 unread counts the visitor’s messages that no agent has read', async () => {
      const { id, visitorId, agentId } = await world.active();
      for (let n = 0; n < 3; n += 1) await world.say(id, world.message('visitor', visitorId));
      expect((await world.line(id)).unread).toBe(4);
      const { store } = world;
      const mark = (readSeq: number) =>
        store.raiseMarks({ conversationId: id, by: 'agent', deliveredSeq: readSeq, readSeq });
      await mark(4);
      // 1 queued, 2 message, 3 assigned, 4 to 6 messages.
      expect((await world.line(id)).unread).toBe(2);
      await world.say(id, world.message('agent', agentId));
      expect((await world.line(id)).unread).toBe(0);
      await world.say(id, world.message('visitor', visitorId));
      expect((await world.line(id)).unread).toBe(1);
      await mark(8);
      expect((await world.line(id)).unread).toBe(0);
    });

    test('S5 a mark is a change of the list exactly where unread moved', async () => {
      const { id } = await world.queued();
      const { store } = world;
      const start = await store.readChange();
      const mark = (by: 'visitor' | 'agent', deliveredSeq: number, readSeq: number) =>
        store.raiseMarks({ conversationId: id, by, deliveredSeq, readSeq });
      expect(await mark('agent', 2, 1)).toMatchObject({ raised: true, change: null });
      expect(await mark('agent', 2, 2)).toMatchObject({ raised: true, change: start + 1 });
      expect((await world.line(id)).change).toBe(start + 1);
    });
  });
}
