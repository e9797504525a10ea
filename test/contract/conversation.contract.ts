import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linesOf } from '../support/figures-of.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

export function describeConversations(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  describe(`${name}: conversations`, () => {
    test('S4 opening stores queued, the message and the address, in this order, and says what it stored', async () => {
      const visitorId = await world.visitor();
      const message = world.message('visitor', visitorId, 'Where is my parcel?');
      const input = world.opening(visitorId, { message, email: 'v@mail.example' });
      const written = await world.store.openConversation(input);
      const { at, clientId, body } = message;
      const entries = [
        { kind: 'queued', seq: 1, at, episode: 1, reason: 'opened' },
        { kind: 'message', seq: 2, at, author: 'visitor', clientId, body },
        { kind: 'contact', seq: 3, at, email: 'v@mail.example' },
      ];
      const { conversationId } = input;
      const place = { conversationId, visitorId, agentId: null, seq: 2, at, change: expect.any(Number) };
      expect(written).toEqual({ result: 'appended', queued: true, entries, ...place });
      expect(await world.entries(conversationId)).toEqual(entries);
      expect(await world.read(conversationId)).toEqual({
        id: conversationId,
        siteId: 'site-1',
        visitorId,
        status: 'queued',
        version: 1,
        agentId: null,
        assignment: 0,
        episode: 1,
        head: 3,
        openedAt: at,
        queuedAt: at,
        closedAt: null,
        waitingSince: at,
        firstResponseMs: null,
        marks: { visitorDelivered: 2, visitorRead: 2, agentDelivered: 0, agentRead: 0 },
        participants: [],
        ask: null,
        departmentId: null,
        offer: null,
        erased: false,
      });
    });

    test('C1 opening while one is open adds to it, and keeps a new address', async () => {
      const { id, visitorId } = await world.queued();
      const again = await world.store.openConversation(world.opening(visitorId, { email: 'late@mail.example' }));
      expect(again).toMatchObject({ result: 'appended', conversationId: id, queued: false, seq: 3 });
      expect((await world.entries(id)).map((entry) => entry.kind)).toEqual(['queued', 'message', 'message', 'contact']);
      expect((await world.read(id)).head).toBe(4);
      expect((await world.line(id)).visitor.email).toBe('late@mail.example');
    });

    test('S4 messages count on without holes, and the state is their order', async () => {
      const { id, visitorId, agentId } = await world.active();
      const first = await world.say(id, world.message('visitor', visitorId, 'A'));
      const second = await world.say(id, world.message('agent', agentId, 'B'));
      expect([first.seq, second.seq]).toEqual([4, 5]);
      expect(second.entries).toEqual([expect.objectContaining({ agent: { id: agentId, name: `Name of ${agentId}` } })]);
      const entries = await world.entries(id);
      expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5]);
      expect(entries.at(-1)).toEqual(second.entries[0]);
    });

    test('S3 a write on an old version is stale and stores nothing', async () => {
      const { id, visitorId, agentId } = await world.active();
      const before = await world.read(id);
      const old = before.version - 1;
      const { store, at } = world;
      const message = world.message('visitor', visitorId);
      const end = { by: 'visitor', byAgentId: null, outcome: 'unresolved' } as const;
      const writes = [
        store.appendMessage({ conversationId: id, expectVersion: old, message }),
        store.reopenConversation({ conversationId: id, expectVersion: old, message }),
        store.closeConversation({ conversationId: id, expectVersion: old, ...end, at }),
        store.requeueConversation({ conversationId: id, expectVersion: old, at }),
        store.assignConversation({ conversationId: id, expectVersion: old, agentId, reason: '', at }),
        store.appendMessage({ conversationId: 'unknown', expectVersion: 1, message }),
      ];
      for (const written of await Promise.all(writes)) expect(written).toEqual({ result: 'stale' });
      expect(await world.read(id)).toEqual(before);
    });

    test('S3 what does not fit the state is stale, also on the right version', async () => {
      const { store, at } = world;
      const { id, visitorId } = await world.queued();
      const expectVersion = await world.version(id);
      const message = world.message('visitor', visitorId);
      const queued = { conversationId: id, expectVersion };
      expect(await store.requeueConversation({ ...queued, at })).toEqual({ result: 'stale' });
      expect(await store.reopenConversation({ ...queued, message })).toEqual({ result: 'stale' });
      await world.close(id);
      const closed = { conversationId: id, expectVersion: await world.version(id) };
      expect(await store.appendMessage({ ...closed, message })).toEqual({ result: 'stale' });
      const end = { by: 'visitor', byAgentId: null, outcome: 'unresolved' } as const;
      expect(await store.closeConversation({ ...closed, ...end, at })).toEqual({ result: 'stale' });
    });

    test('C3 a repeat answers with the first place, in any state, and stores nothing', async () => {
      const { id, visitorId } = await world.queued();
      const message = world.message('visitor', visitorId, 'Once');
      const first = await world.say(id, message);
      const repeat = { ...message, at: message.at + 5_000 };
      const answer = { result: 'duplicate', conversationId: id, seq: first.seq, at: first.at };
      const expectVersion = await world.version(id);
      const { store } = world;
      expect(await store.appendMessage({ conversationId: id, expectVersion, message: repeat })).toEqual(answer);
      // Also on a version that never was: a repeat is looked for before the version is.
      expect(await store.appendMessage({ conversationId: id, expectVersion: -1, message: repeat })).toEqual(answer);
      await world.close(id);
      const closed = { conversationId: id, expectVersion: await world.version(id), message: repeat };
      expect(await store.appendMessage(closed)).toEqual(answer);
      expect(await store.reopenConversation(closed)).toEqual(answer);
      expect(await world.entries(id)).toHaveLength(4);
    });

    test('C3 the first message of a closed conversation opens no second one', async () => {
      const visitorId = await world.visitor();
      const input = world.opening(visitorId);
      await world.store.openConversation(input);
      await world.close(input.conversationId);
      const again = await world.store.openConversation({ ...input, conversationId: world.next('c') });
      expect(again).toEqual({
        result: 'duplicate',
        conversationId: input.conversationId,
        seq: 2,
        at: input.message.at,
      });
      expect((await world.store.findLatestConversation(visitorId))?.id).toBe(input.conversationId);
    });

    test('C3 the same clientId with another text is a conflict; of another author it is another message', async () => {
      const { id, visitorId, agentId } = await world.active();
      const message = world.message('visitor', visitorId, 'One');
      await world.say(id, message);
      const other = { ...message, body: 'Two' };
      const expectVersion = await world.version(id);
      const { store } = world;
      const conflict = { result: 'cid_conflict' };
      expect(await store.appendMessage({ conversationId: id, expectVersion, message: other })).toEqual(conflict);
      expect(await store.appendMessage({ conversationId: id, expectVersion: -1, message: other })).toEqual(conflict);
      expect(await store.openConversation(world.opening(visitorId, { message: other }))).toEqual(conflict);
      await world.say(id, world.message('agent', agentId, 'One', message.clientId));
      expect(await world.entries(id)).toHaveLength(5);
    });

    test('C7 closing writes the end, frees the agent and keeps who served', async () => {
      const { id, visitorId, agentId } = await world.active();
      expect(await world.load(agentId)).toBe(1);
      world.pass(1_000);
      const end = await world.close(id, 'agent', agentId);
      const closed = { kind: 'closed', seq: 4, at: world.at, episode: 1, by: 'agent' };
      expect(end).toMatchObject({ conversationId: id, visitorId, agentId, entries: [closed] });
      expect((await world.entries(id)).at(-1)).toEqual(closed);
      expect(await world.load(agentId)).toBe(0);
      const state = await world.read(id);
      expect(state).toMatchObject({ status: 'closed', closedAt: world.at, agentId, waitingSince: null });
    });

    test('C5 reopening starts the next episode: queued, then the message, at a new place', async () => {
      const { id, visitorId, agentId } = await world.active();
      await world.say(id, world.message('agent', agentId));
      await world.close(id, 'agent', agentId);
      world.pass(5_000);
      const again = await world.reopen(id, visitorId);
      expect(again.entries.map((entry) => entry.kind)).toEqual(['queued', 'message']);
      expect(again).toMatchObject({ queued: true, agentId: null, seq: again.entries[1]?.seq });
      expect(await world.read(id)).toMatchObject({
        status: 'queued',
        episode: 2,
        agentId: null,
        queuedAt: world.at,
        closedAt: null,
        waitingSince: world.at,
        firstResponseMs: null,
      });
    });

    test('C1 an old conversation cannot be reopened beside an open one', async () => {
      const { id, visitorId } = await world.queued();
      await world.close(id);
      await world.queued(visitorId);
      const expectVersion = await world.version(id);
      const message = world.message('visitor', visitorId);
      const written = await world.store.reopenConversation({ conversationId: id, expectVersion, message });
      expect(written).toEqual({ result: 'stale' });
    });

    test('C9 a rating belongs to an episode that ended; a later one replaces it', async () => {
      const { id } = await world.queued();
      const { store } = world;
      const rating = { conversationId: id, episode: 1, score: 2, comment: 'Slow', at: world.at };
      expect(await store.rateEpisode(rating)).toEqual({ result: 'not_found' });
      await world.close(id);
      expect(await store.rateEpisode({ ...rating, episode: 2 })).toEqual({ result: 'not_found' });
      expect(await store.rateEpisode({ ...rating, conversationId: 'unknown' })).toEqual({ result: 'not_found' });
      const rated = { kind: 'rated', seq: 4, at: world.at, episode: 1, score: 2, comment: 'Slow' };
      expect(await store.rateEpisode(rating)).toMatchObject({ result: 'changed', entries: [rated] });
      await store.rateEpisode({ ...rating, score: 5, comment: null });
      expect((await world.entries(id)).slice(-2)).toEqual([
        rated,
        { kind: 'rated', seq: 5, at: world.at, episode: 1, score: 5 },
      ]);
      expect((await world.line(id)).score).toBe(5);
      const [row] = await linesOf(store, world.at);
      expect(row).toMatchObject({ score: 5, comment: null });
    });

    test('C10 an address is an entry of its conversation and known in the next one', async () => {
      const { id, visitorId } = await world.queued();
      const contact = { conversationId: id, email: 'v@mail.example', at: world.at };
      const entry = { kind: 'contact', seq: 3, at: world.at, email: 'v@mail.example' };
      expect(await world.store.setContact(contact)).toMatchObject({ result: 'changed', entries: [entry] });
      expect(await world.store.setContact({ ...contact, conversationId: 'unknown' })).toEqual({ result: 'not_found' });
      await world.close(id);
      const next = await world.queued(visitorId);
      expect((await world.line(next.id)).visitor.email).toBe('v@mail.example');
    });

    test('S6 a page starts after a position, is bounded, and says whether more follows', async () => {
      const { id, visitorId } = await world.queued();
      for (let n = 0; n < 5; n += 1) await world.say(id, world.message('visitor', visitorId, `${n}`));
      const page = (afterSeq: number, limit: number) => world.store.readPage({ conversationId: id, afterSeq, limit });
      expect(await page(2, 3)).toMatchObject({ head: 7, more: true, entries: [{ seq: 3 }, { seq: 4 }, { seq: 5 }] });
      expect(await page(5, 3)).toMatchObject({ head: 7, more: false, entries: [{ seq: 6 }, { seq: 7 }] });
      expect(await page(7, 3)).toMatchObject({ head: 7, more: false, entries: [] });
      expect(await page(99, 3)).toMatchObject({ head: 7, more: false, entries: [] });
      expect(await world.store.readPage({ conversationId: 'unknown', afterSeq: 0, limit: 3 })).toBeUndefined();
      expect(await world.store.readHeads([id, 'unknown'])).toEqual({ [id]: 7 });
      expect(await world.store.readHeads([])).toEqual({});
    });

    test('S4 texts come back as they were written', async () => {
      const { id, visitorId } = await world.queued();
      const bodies = [`'); drop table entry; --`, ' spaces \n\t kept ', '👩‍👩‍👧 é ß 漢字 \u202e', 'x'.repeat(8_000)];
      for (const body of bodies) await world.say(id, world.message('visitor', visitorId, body));
      const stored = (await world.entries(id)).slice(2);
      expect(stored.map((entry) => entry.kind === 'message' && entry.body)).toEqual(bodies);
      expect((await world.line(id)).lastText).toBe('x'.repeat(120));
    });

    test('S4 the beginning in the list never ends in half a character', async () => {
      const { id, visitorId } = await world.queued();
      await world.say(id, world.message('visitor', visitorId, `${'x'.repeat(119)}👋`));
      expect((await world.line(id)).lastText).toBe('x'.repeat(119));
    });
  });
}
