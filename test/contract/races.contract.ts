import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MessageEntry } from '../../protocol/wire/model.ts';
import type { NewMessage } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { appended, ROUNDS, World } from './world.ts';

export function describeRaces(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const times = (count: number) => Array.from({ length: count });

  describe(`${name}: races`, () => {
    test('C1 a visitor who opens in many tabs at once has one conversation', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const visitorId = await world.visitor();
        const inputs = times(6).map(() => world.opening(visitorId));
        const written = await Promise.all(inputs.map((input) => world.store.openConversation(input)));
        const ids = new Set(written.map((one) => 'conversationId' in one && one.conversationId));
        expect(ids.size).toBe(1);
        expect(written.filter((one) => one.result === 'appended' && one.queued)).toHaveLength(1);
        const entries = await world.entries([...ids][0] as string);
        expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      }
    });

    test('C3 fifty copies of one message store one', async () => {
      const { id, visitorId } = await world.queued();
      for (let round = 0; round < ROUNDS; round += 1) {
        const message = world.message('visitor', visitorId, `Round ${round}`);
        const input = { conversationId: id, expectVersion: 1, message };
        const written = await Promise.all(times(50).map(() => world.store.appendMessage(input)));
        const first = written.filter((one) => one.result === 'appended');
        const repeats = written.filter((one) => one.result === 'duplicate');
        expect([first.length, repeats.length]).toEqual([1, 49]);
        expect(new Set(written.map((one) => 'seq' in one && one.seq)).size).toBe(1);
      }
      expect(await world.entries(id)).toHaveLength(2 + ROUNDS);
    });

    test('C3 copies of a first message that come at once open one conversation', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const visitorId = await world.visitor();
        const message = world.message('visitor', visitorId);
        const inputs = times(6).map(() => world.opening(visitorId, { message }));
        const written = await Promise.all(inputs.map((input) => world.store.openConversation(input)));
        expect(written.map((one) => one.result).sort()).toEqual(['appended', ...times(5).map(() => 'duplicate')]);
        expect(new Set(written.map((one) => 'conversationId' in one && one.conversationId)).size).toBe(1);
      }
    });

    test('S4 messages of both sides at once count on without holes', async () => {
      const { id, visitorId, agentId } = await world.active();
      const expectVersion = await world.version(id);
      for (let round = 0; round < ROUNDS; round += 1) {
        const messages = times(10).map((_, n) =>
          n % 2 === 0 ? world.message('visitor', visitorId) : world.message('agent', agentId),
        );
        const written = await Promise.all(
          messages.map((message) => world.store.appendMessage({ conversationId: id, expectVersion, message })),
        );
        expect(written.every((one) => one.result === 'appended')).toBe(true);
      }
      const entries = await world.entries(id);
      expect(entries.map((entry) => entry.seq)).toEqual(times(3 + 10 * ROUNDS).map((_, n) => n + 1));
    });

    test('S4 S5 messages that come together count in the order they came, each line with a change of its own', async () => {
      const waiting = await Promise.all(times(5).map(() => world.queued()));
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = await world.store.readChange();
        const inputs = times(30).map((_, n) => {
          const { id, visitorId } = waiting[n % 5] as (typeof waiting)[number];
          const message = world.message('visitor', visitorId, `${round}: ${n}`);
          return { conversationId: id, expectVersion: 1, message };
        });
        const written = await Promise.all(inputs.map((input) => world.store.appendMessage(input)));
        const seqs = written.map((one) => appended(one).seq);
        expect(seqs).toEqual(inputs.map((_, n) => 3 + round * 6 + Math.floor(n / 5)));
        const lines = await Promise.all(waiting.map(({ id }) => world.line(id)));
        const changes = lines.map((line) => line.change);
        expect(new Set(changes).size).toBe(5);
        expect(Math.min(...changes)).toBeGreaterThan(before);
        expect(Math.max(...changes)).toBe(await world.store.readChange());
        expect(lines.map((line) => [line.lastText, line.unread, line.head])).toEqual(
          lines.map((_, n) => [`${round}: ${25 + n}`, 7 + round * 6, 8 + round * 6]),
        );
      }
      const entries = await world.entries(waiting[0]?.id ?? '');
      expect(entries.map((entry) => entry.seq)).toEqual(times(2 + 6 * ROUNDS).map((_, n) => n + 1));
    });

    test('C3 S3 among messages that come together each gets its own answer', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const [open, closed] = [await world.queued(), await world.queued()];
        const old = await world.say(closed.id, world.message('visitor', closed.visitorId, 'Stored before'));
        const stored = old.entries[0] as MessageEntry;
        await world.close(closed.id);
        const message = world.message('visitor', open.visitorId, 'New');
        const send = (conversationId: string, expectVersion: number, sent: NewMessage) =>
          world.store.appendMessage({ conversationId, expectVersion, message: sent });
        const repeat = world.message('visitor', closed.visitorId, stored.body, stored.clientId);
        const written = await Promise.all([
          send(open.id, 1, message),
          send(open.id, 1, { ...message, body: 'Another text' }),
          send(open.id, 7, world.message('visitor', open.visitorId)),
          send(closed.id, 1, repeat),
          send('nowhere', 1, world.message('visitor', open.visitorId)),
          send(open.id, 1, message),
          send(open.id, 1, world.message('visitor', open.visitorId, 'Second')),
        ]);
        expect(written).toMatchObject([
          { result: 'appended', seq: 3, visitorId: open.visitorId },
          { result: 'cid_conflict' },
          { result: 'stale' },
          { result: 'duplicate', seq: old.seq, conversationId: closed.id },
          { result: 'stale' },
          { result: 'duplicate', seq: 3 },
          { result: 'appended', seq: 4 },
        ]);
        expect((await world.entries(open.id)).map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
      }
    });

    test('S11 one conversation offered to many agents at once is taken once', async () => {
      const { store } = world;
      const agents = await Promise.all(times(5).map(() => world.presentAgent(ROUNDS)));
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await world.queued();
        const offer = { conversationId: id, expectVersion: 1, reason: '', at: world.at };
        const written = await Promise.all(agents.map((agentId) => store.assignConversation({ ...offer, agentId })));
        expect(written.filter((one) => one.result === 'changed')).toHaveLength(1);
        expect(written.filter((one) => one.result === 'stale')).toHaveLength(4);
      }
      const loads = await Promise.all(agents.map((agentId) => world.load(agentId)));
      expect(loads.reduce((sum: number, load) => sum + (load ?? 0), 0)).toBe(ROUNDS);
    });

    test('S11 many conversations offered to one agent at once never exceed the room', async () => {
      const { store } = world;
      for (let round = 0; round < ROUNDS; round += 1) {
        const agentId = await world.presentAgent(3);
        const waiting = await Promise.all(times(8).map(() => world.queued()));
        const written = await Promise.all(
          waiting.map(({ id }) =>
            store.assignConversation({ conversationId: id, expectVersion: 1, agentId, reason: '', at: world.at }),
          ),
        );
        expect(written.filter((one) => one.result === 'changed')).toHaveLength(3);
        expect(written.filter((one) => one.result === 'full')).toHaveLength(5);
        expect(await world.load(agentId)).toBe(3);
      }
    });

    test('S3 of a close, an assignment and a re-queue decided on one version, one happens', async () => {
      const { store } = world;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, agentId } = await world.active();
        const common = { conversationId: id, expectVersion: 2, at: world.at };
        const end = { by: 'visitor', byAgentId: null, outcome: 'unresolved' } as const;
        const written = await Promise.all([
          store.closeConversation({ ...common, ...end }),
          store.requeueConversation(common),
          store.closeConversation({ ...common, ...end }),
        ]);
        expect(written.filter((one) => one.result === 'changed')).toHaveLength(1);
        expect(await world.load(agentId)).toBe(0);
        const entries = await world.entries(id);
        expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
      }
    });

    test('C1 C5 reopening and opening at once end in one open conversation', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, visitorId } = await world.queued();
        await world.close(id);
        const message = world.message('visitor', visitorId);
        const written = await Promise.all([
          world.store.reopenConversation({ conversationId: id, expectVersion: 2, message }),
          world.store.openConversation(world.opening(visitorId)),
        ]);
        const queued = written.filter((one) => one.result === 'appended' && one.queued);
        expect(queued).toHaveLength(1);
        const { conversations } = await world.store.listInbox({ openLimit: 1_000, closedLimit: 0 });
        expect(conversations.filter((line) => line.visitor.id === visitorId)).toHaveLength(1);
      }
    });

    test('M1 the first of the messages that come together starts the wait', async () => {
      const { id, visitorId, agentId } = await world.active();
      await world.say(id, world.message('agent', agentId, 'Good morning.'));
      const [first, second] = [world.message('visitor', visitorId), world.message('visitor', visitorId)];
      const expectVersion = await world.version(id);
      const messages = [first, { ...second, at: second.at + 500 }];
      await Promise.all(
        messages.map((message) => world.store.appendMessage({ conversationId: id, expectVersion, message })),
      );
      expect(await world.line(id)).toMatchObject({ waitingSince: first.at, lastAt: second.at + 500, unread: 2 });
    });

    test('S1 one message that is a mistake fails alone among those that came with it', async () => {
      const waiting = await Promise.all(times(3).map(() => world.queued()));
      const written = await Promise.allSettled(
        waiting.map(({ id, visitorId }, n) => {
          const message = world.message('visitor', visitorId);
          // Instants are whole numbers, and both databases know.
          return world.store.appendMessage({
            conversationId: id,
            expectVersion: 1,
            message: n === 1 ? { ...message, at: 1.5 } : message,
          });
        }),
      );
      expect(written.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(written[1]).not.toMatchObject({ reason: { name: 'StoreUnavailable' } });
      expect(await Promise.all(waiting.map(async ({ id }) => (await world.entries(id)).length))).toEqual([3, 2, 3]);
    });

    test('S1 one write that is a mistake fails alone', async () => {
      const { id, visitorId } = await world.queued();
      const { store } = world;
      const good = (body: string) =>
        store.appendMessage({
          conversationId: id,
          expectVersion: 1,
          message: world.message('visitor', visitorId, body),
        });
      const written = await Promise.allSettled([
        good('before'),
        // No such site: a mistake of the program, not an answer.
        store.addVisitor({ id: 'v-x', siteId: 'nowhere', tokenHash: 'x', at: world.at }),
        good('after'),
      ]);
      expect(written.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(written[1]).not.toMatchObject({ reason: { name: 'StoreUnavailable' } });
      expect(await world.entries(id)).toHaveLength(4);
      expect(await store.readChange()).toBe(3);
    });
  });
}
