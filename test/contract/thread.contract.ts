import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIND_LOOKED_MAX } from '../../protocol/wire/find-limits.ts';
import { FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import { readQuery } from '../../server/domain/find/query.ts';
import type { NewFile } from '../../server/store/file-store.ts';
import type { ReviseMessage } from '../../server/store/thread-store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, SITE, World } from './world.ts';

export function describeThreads(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  async function takeUp(): Promise<void> {
    while ((await world.store.takeUpWords({ limit: FIND_TAKEN_MAX })).more);
  }
  const found = async (text: string) => {
    const question = { terms: readQuery(text), tier: 0, before: null, limit: 50, lookedMax: FIND_LOOKED_MAX } as const;
    return (await world.store.findLines(question)).lines.map((one) => one.text);
  };

  /** A conversation with one more message of the visitor: its place is 4. */
  async function said(body = 'my card is 4111') {
    const served = await world.active();
    await world.say(served.id, world.message('visitor', served.visitorId, body));
    return served;
  }
  const revise = (id: string, authorId: string, more: Partial<ReviseMessage> = {}) =>
    world.store.reviseMessage({
      ...{ conversationId: id, seq: 4, expectRevisedAt: null, by: 'visitor', authorId, clientId: world.next('cid') },
      ...{ body: 'other words', at: world.at, ...more },
    });

  describe(`${name}: messages that are there already`, () => {
    test('C18 new words stand at the old place, an entry says so, and times and waits stay', async () => {
      const { id, visitorId, agentId } = await said();
      const before = await world.read(id);
      world.pass(60_000);
      const written = await revise(id, visitorId);
      const entry = { kind: 'revised', seq: 5, at: world.at, of: 4, body: 'other words', by: 'visitor' };
      expect(written).toMatchObject({ result: 'changed', visitorId, agentId, entries: [entry] });
      const entries = await world.entries(id);
      expect(entries[3]).toMatchObject({ seq: 4, body: 'other words', revisedAt: world.at, at: world.at - 60_000 });
      expect(entries[4]).toEqual(entry);
      expect(await world.read(id)).toEqual({ ...before, head: 5 });
      expect(await world.line(id)).toMatchObject({ lastText: 'other words', lastAt: world.at - 60_000, unread: 2 });
    });

    test('0311 how a conversation stands is known without its entries, also when it has ended', async () => {
      const { id, agentId } = await said();
      const agent = { id: agentId, name: `Name of ${agentId}` };
      const { openedAt } = (await world.store.findConversation(id)) ?? {};
      const stands = {
        head: 4,
        openedAt,
        status: 'active',
        episode: 1,
        agent,
        participants: [],
        email: null,
        score: null,
      };
      expect(await world.store.findStanding(id)).toEqual(stands);
      const bo = await world.agent();
      await world.store.joinConversation({
        conversationId: id,
        expectVersion: await world.version(id),
        agentId: bo,
        at: world.at,
      });
      const inside = [{ id: bo, name: `Name of ${bo}` }];
      expect(await world.store.findStanding(id)).toEqual({ ...stands, head: 5, participants: inside });
      await world.close(id);
      // Who served it last stays written on it.
      expect(await world.store.findStanding(id)).toMatchObject({ head: 6, status: 'closed', agent, participants: [] });
      expect(await world.store.findStanding('unknown')).toBeUndefined();
    });

    test('C18 of an earlier message the list goes on to show the last one; each entry says what holds now', async () => {
      const { id, visitorId } = await said();
      await world.say(id, world.message('visitor', visitorId, 'later'));
      await revise(id, visitorId, { body: 'once' });
      world.pass(1);
      await revise(id, visitorId, { body: 'twice', expectRevisedAt: world.at - 1 });
      expect((await world.line(id)).lastText).toBe('later');
      const entries = await world.entries(id);
      expect(entries.slice(5)).toMatchObject([
        { of: 4, body: 'twice' },
        { of: 4, body: 'twice' },
      ]);
      expect(JSON.stringify(entries)).not.toContain('once');
    });

    test('C18 what was decided on an older state is stale, and a clientId is used once', async () => {
      const { id, visitorId } = await said();
      const clientId = world.next('cid');
      await revise(id, visitorId, { clientId });
      expect(await revise(id, visitorId)).toEqual({ result: 'stale' });
      expect(await revise(id, visitorId, { clientId, expectRevisedAt: world.at })).toEqual({ result: 'taken' });
      expect(await revise(id, visitorId, { seq: 99 })).toEqual({ result: 'stale' });
      const first = await world.store.findRevision({ authorId: visitorId, clientId });
      expect(first).toEqual({ conversationId: id, of: 4, seq: 5, at: world.at });
      expect((await world.entries(id)).length).toBe(5);
    });

    test('C3 C18 a repeat of what was revised since is answered with its first place', async () => {
      const { id, visitorId } = await world.active();
      const message = world.message('visitor', visitorId, 'first words');
      await world.say(id, message);
      await revise(id, visitorId);
      const expectVersion = await world.version(id);
      const again = await world.store.appendMessage({ conversationId: id, expectVersion, message });
      expect(again).toMatchObject({ result: 'duplicate', seq: 4 });
    });

    test('L8 old words are not found any more, at once; new ones are; of a removed message nothing is', async () => {
      const { id, visitorId } = await said();
      await takeUp();
      expect(await found('4111')).toEqual(['my card is 4111']);
      await revise(id, visitorId, { body: 'my card is hidden' });
      expect([await found('4111'), await found('hidden')]).toEqual([[], ['my card is hidden']]);
      await revise(id, visitorId, { body: '', expectRevisedAt: world.at });
      await takeUp();
      expect([await found('hidden'), await found('card')]).toEqual([[], []]);
      expect((await world.entries(id))[3]).toMatchObject({ body: '', revisedAt: world.at });
    });

    test('L8 what is taken up at the same time is never found by its old words', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, visitorId } = await said(`secret${round}`);
        await Promise.all([takeUp(), revise(id, visitorId, { body: '' })]);
        await takeUp();
        expect(await found(`secret${round}`)).toEqual([]);
      }
    });

    test('F5 C18 a removed message’s file cannot be loaded any more, and its room is free', async () => {
      const { id, visitorId } = await world.active();
      const card = { id: 'file-1', name: 'card.png', kind: 'image', type: 'image/png', bytes: 100 } as const;
      const quotas = { conversationFilesMax: 1, conversationBytesMax: 1_000, totalBytesMax: 100 };
      const file: NewFile = { ...card, hash: 'h', vaultName: 'vault-1', visitorId, siteId: SITE.id, quotas };
      await world.say(id, { ...world.message('visitor', visitorId, 'card.png'), file });
      await revise(id, visitorId, { body: '' });
      expect(await world.store.findFile('file-1')).toBeUndefined();
      expect(await world.store.listKnownVaultNames(['vault-1'])).toEqual([]);
      expect((await world.entries(id))[3]).not.toHaveProperty('file');
      const next = {
        ...world.message('visitor', visitorId, 'b.png'),
        file: { ...file, id: 'file-2', vaultName: 'v2' },
      };
      expect(await world.say(id, next)).toMatchObject({ result: 'appended' });
    });

    test('C19 a message names the one it answers; what is no message of this conversation is refused', async () => {
      const { id, visitorId, agentId } = await said();
      const expectVersion = await world.version(id);
      const answer = { ...world.message('agent', agentId, 'Do not send it'), quote: 4 };
      const written = await world.say(id, answer);
      expect(written.entries[0]).toMatchObject({ quote: 4 });
      expect((await world.entries(id))[4]).toMatchObject({ quote: 4, body: 'Do not send it' });
      for (const quote of [1, 99]) {
        const message = { ...world.message('visitor', visitorId), quote };
        const refused = await world.store.appendMessage({ conversationId: id, expectVersion, message });
        expect(refused).toEqual({ result: 'nothing_quoted' });
      }
    });

    test('C20 a colleague’s answer after what she has seen stops hers, and her own or the visitor’s words do not', async () => {
      const { id, visitorId, agentId } = await said();
      const expectVersion = await world.version(id);
      const send = (authorId: string, seenSeq?: number) => {
        const message = { ...world.message('agent', authorId), ...(seenSeq === undefined ? {} : { seenSeq }) };
        return world.store.appendMessage({ conversationId: id, expectVersion, message });
      };
      expect(await send(agentId, 3)).toMatchObject({ result: 'appended', seq: 5 });
      expect(await send(agentId, 3)).toMatchObject({ result: 'appended', seq: 6 });
      await world.say(id, world.message('visitor', visitorId));
      const other = await world.presentAgent();
      expect(await send(other, 6)).toMatchObject({ result: 'appended', seq: 8 });
      expect(await send(agentId, 7)).toEqual({ result: 'answered_meanwhile' });
      expect(await send(agentId)).toMatchObject({ result: 'appended', seq: 9 });
    });

    test('C20 of two who press at the same instant exactly one is told of the other', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id, agentId } = await world.active();
        const expectVersion = await world.version(id);
        const both = [agentId, await world.agent()].map((authorId) => {
          const message = { ...world.message('agent', authorId), seenSeq: 3 };
          return world.store.appendMessage({ conversationId: id, expectVersion, message });
        });
        const results = (await Promise.all(both)).map(({ result }) => result);
        expect(results.sort()).toEqual(['answered_meanwhile', 'appended']);
      }
    });

    test('the conversation before this one is the same visitor’s latest before it', async () => {
      const first = await world.active();
      await world.close(first.id);
      world.pass(1_000);
      const second = await world.queued(first.visitorId);
      await world.queued();
      expect(await world.store.findEarlier(second.id)).toMatchObject({
        ...{ conversationId: first.id, closedAt: world.at - 1_000, agent: `Name of ${first.agentId}` },
      });
      expect(await world.store.findEarlier(first.id)).toBeUndefined();
      // J12: of one that was emptied there is nothing to read.
      await world.store.eraseConversation({ conversationId: first.id, at: world.at });
      expect(await world.store.findEarlier(second.id)).toBeUndefined();
    });
  });
}
