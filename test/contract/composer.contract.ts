import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AddPlanned } from '../../server/store/composer-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, World } from './world.ts';

const HOUR_MS = 3_600_000;

export function describeComposer(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  const write = (conversationId: string, agentId: string, body: string, basedOn: number) =>
    store.writeDraft({ conversationId, agentId, kind: 'reply', body, basedOn, at: world.at, max: 3 });

  const plan = (conversationId: string, agentId: string, more: Partial<AddPlanned> = {}) =>
    store.addPlanned({
      ...{ id: world.next('p'), conversationId, agentId, body: 'As promised', sendAt: world.at + HOUR_MS },
      ...{ close: null, max: 2, at: world.at, ...more },
    });

  const planned = async (conversationId: string, agentId: string, more: Partial<AddPlanned> = {}) => {
    const added = await plan(conversationId, agentId, more);
    if (!('planned' in added)) throw new Error(`Not added: ${added.result}`);
    return added.planned;
  };

  const sending = async (id: string, version: number, conversationId: string) => {
    const { version: expectVersion, head: expectHead } = await world.read(conversationId);
    return { id, version, expectVersion, expectHead, at: world.at };
  };

  describe(`${name}: drafts`, () => {
    test('D2 a draft is one text of one agent; who writes on an old version is told what stands there', async () => {
      const { id, agentId } = await world.active();
      const first = await write(id, agentId, 'Dear', 0);
      expect(first).toMatchObject({ result: 'kept', draft: { conversationId: id, kind: 'reply', body: 'Dear' } });
      const { version } = (first as { draft: { version: number } }).draft;
      expect(await write(id, agentId, 'Other', 0)).toEqual({ result: 'stale', draft: { ...draftOf(first), version } });
      // The same again, as after a lost answer, is kept and no news.
      expect(await write(id, agentId, 'Dear', 0)).toEqual(first);
      const next = await write(id, agentId, 'Dear Mia', version);
      expect(draftOf(next).version).toBeGreaterThan(version);
      expect(await store.listDrafts({ agentId, limit: 9 })).toEqual([draftOf(next)]);
      expect(await store.listDrafts({ agentId: await world.agent(), limit: 9 })).toEqual([]);
      expect(await write('nobody', agentId, 'Dear', 0)).toEqual({ result: 'not_found' });
    });

    test('D2 an empty text removes it; a late write on it is stale, and versions rise over the removal', async () => {
      const { id, agentId } = await world.active();
      const { version } = draftOf(await write(id, agentId, 'Dear', 0));
      expect(await write(id, agentId, '', version)).toMatchObject({ result: 'kept', draft: { body: '', version: 0 } });
      expect(await write(id, agentId, 'Dear Mia', version)).toMatchObject({ result: 'stale', draft: { version: 0 } });
      world.pass(1);
      expect(draftOf(await write(id, agentId, 'Anew', 0)).version).toBeGreaterThan(version);
    });

    test('D3 bounded: beyond the limit the oldest goes', async () => {
      const { id, agentId } = await world.active();
      for (const body of ['b', 'c', 'd']) {
        world.pass(1);
        await write((await world.queued()).id, agentId, body, 0);
      }
      world.pass(1);
      await write(id, agentId, 'e', 0);
      expect((await store.listDrafts({ agentId, limit: 9 })).map(({ body }) => body)).toEqual(['e', 'd', 'c']);
    });
  });

  describe(`${name}: answers for later`, () => {
    test('D5 kept once for each id, bounded, listed by time', async () => {
      const { id, agentId } = await world.active();
      const late = await planned(id, agentId, { sendAt: world.at + 2 * HOUR_MS, close: 'resolved' });
      expect(late).toMatchObject({ conversationId: id, by: { id: agentId }, state: 'waiting', close: 'resolved' });
      const soon = await planned(id, agentId);
      expect(await plan(id, agentId, { id: soon.id })).toEqual({ result: 'repeat', planned: soon });
      expect(await plan(id, await world.agent(), { id: soon.id })).toEqual({ result: 'conflict' });
      expect(await plan(id, agentId)).toEqual({ result: 'too_many' });
      expect(await plan('nobody', agentId)).toEqual({ result: 'not_found' });
      expect(await store.listPlanned({ conversationId: id })).toEqual([soon, late]);
      expect(await store.listPlanned({ agentId, limit: 1 })).toEqual([soon]);
    });

    test('D6 due at its time; sent with its message in one transaction, and then never again', async () => {
      const { id, agentId } = await world.active();
      const one = await planned(id, agentId);
      expect(await store.listDuePlanned({ now: world.at, limit: 9 })).toEqual([]);
      world.pass(HOUR_MS);
      expect(await store.listDuePlanned({ now: world.at, limit: 9 })).toEqual([one.id]);
      const ready = await sending(one.id, one.version, id);
      const sent = await store.sendPlanned(ready);
      expect(sent).toMatchObject({ result: 'sent', written: { entries: [{ body: 'As promised' }] } });
      expect(sent).toMatchObject({ planned: { state: 'sent', closing: false } });
      expect(await store.sendPlanned(ready)).toEqual({ result: 'stale' });
      expect(await store.listDuePlanned({ now: world.at, limit: 9 })).toEqual([]);
      expect(await store.listPlanned({ conversationId: id })).toEqual([]);
    });

    test('D6 two nodes at once, again and again: one message', async () => {
      const { id, agentId } = await world.active();
      for (let round = 0; round < ROUNDS; round += 1) {
        const one = await planned(id, agentId);
        const ready = await sending(one.id, one.version, id);
        const results = await Promise.all([store.sendPlanned(ready), store.sendPlanned(ready)]);
        expect(results.map(({ result }) => result).sort()).toEqual(['sent', 'stale']);
      }
      const page = await store.readPage({ conversationId: id, afterSeq: 0, limit: 200 });
      expect(page?.entries.filter((entry) => entry.kind === 'message' && entry.author === 'agent')).toHaveLength(
        ROUNDS,
      );
    });

    test('D6 a word of the visitor in the same moment makes it stale; so does a change, or taking it back', async () => {
      const { id, agentId, visitorId } = await world.active();
      const one = await planned(id, agentId);
      const ready = await sending(one.id, one.version, id);
      await world.say(id, world.message('visitor', visitorId));
      expect(await store.sendPlanned(ready)).toEqual({ result: 'stale' });
      expect(await store.findLastVisitorSeq(id)).toBeGreaterThan(one.baseSeq);
      const changed = await store.changePlanned({ id: one.id, version: one.version, body: 'Other words' });
      expect(changed).toMatchObject({ result: 'changed', planned: { body: 'Other words', state: 'waiting' } });
      expect(await store.changePlanned({ id: one.id, version: one.version, body: 'Late' })).toMatchObject({
        result: 'stale',
      });
      expect(await store.sendPlanned(await sending(one.id, one.version, id))).toEqual({ result: 'stale' });
      expect(await store.cancelPlanned({ id: one.id, at: world.at })).toMatchObject({ result: 'changed' });
      expect(await store.sendPlanned(await sending(one.id, 3, id))).toEqual({ result: 'stale' });
      expect(await store.cancelPlanned({ id: 'nobody', at: world.at })).toEqual({ result: 'not_found' });
    });

    test('D7 held, it waits for its author; a new time makes it wait again, and it can be sent as it is', async () => {
      const { id, agentId } = await world.active();
      const one = await planned(id, agentId);
      const held = await store.holdPlanned({ id: one.id, version: 1, because: 'visitor_wrote' });
      expect(held).toMatchObject({ result: 'changed', planned: { state: 'held', held: 'visitor_wrote', version: 2 } });
      expect(await store.listDuePlanned({ now: world.at + HOUR_MS, limit: 9 })).toEqual([]);
      const again = await store.changePlanned({ id: one.id, version: 2, sendAt: world.at + 5 });
      expect(again).toMatchObject({ planned: { state: 'waiting', held: null, sendAt: world.at + 5 } });
      await store.holdPlanned({ id: one.id, version: 3, because: 'late' });
      expect(await store.sendPlanned(await sending(one.id, 4, id))).toMatchObject({ result: 'sent' });
    });

    test('D9 one that ends the conversation stays on the list of what is due until that is done', async () => {
      const { id, agentId } = await world.active();
      const one = await planned(id, agentId, { close: 'resolved' });
      const sent = await store.sendPlanned(await sending(one.id, 1, id));
      expect(sent).toMatchObject({ planned: { state: 'sent', closing: true } });
      expect(await store.listDuePlanned({ now: world.at, limit: 9 })).toEqual([one.id]);
      await store.endPlanned({ id: one.id, refused: null });
      expect(await store.listDuePlanned({ now: world.at, limit: 9 })).toEqual([]);
      expect(await store.findPlanned(one.id)).toMatchObject({ state: 'sent', closing: false });
    });

    test('D9 an end that was refused stands in its author’s list until it is put away, or somebody ends the talk', async () => {
      const { id, agentId } = await world.active();
      const own = () => store.listPlanned({ agentId, limit: 9 });
      const refused = async () => {
        const one = await planned(id, agentId, { close: 'resolved' });
        await store.sendPlanned(await sending(one.id, 1, id));
        await store.endPlanned({ id: one.id, refused: 'changed_meanwhile' });
        return one.id;
      };
      const first = await refused();
      const told = { id: first, state: 'sent', held: null, closing: false, closeRefused: 'changed_meanwhile' };
      expect(await own()).toMatchObject([told]);
      expect(await store.listPlanned({ conversationId: id })).toEqual([]);
      expect(await store.listDuePlanned({ now: world.at, limit: 9 })).toEqual([]);
      expect(await store.cancelPlanned({ id: first, at: world.at })).toMatchObject({ result: 'changed' });
      expect(await own()).toEqual([]);
      expect(await store.cancelPlanned({ id: first, at: world.at })).toMatchObject({ result: 'stale' });
      await refused();
      await world.close(id);
      expect(await own()).toEqual([]);
    });
  });

  describe(`${name}: mentions`, () => {
    test('D10 with the note or not at all; a repeat names nobody anew', async () => {
      const { id, agentId } = await world.active();
      const [bo, cy] = [await world.agent(), await world.agent()];
      const note = { conversationId: id, authorId: agentId, clientId: 'note-client-id-0001', body: '@Bo, @Cy: look' };
      const added = await store.addNote({ ...note, mentions: [bo, cy], at: world.at });
      expect(added).toMatchObject({ result: 'added', entry: { mentions: [bo, cy] } });
      expect(await store.addNote({ ...note, mentions: [bo, cy], at: world.at })).toMatchObject({ result: 'duplicate' });
      const listed = await store.listMentions({ agentId: bo, limit: 9 });
      const by = { id: agentId, name: `Name of ${agentId}` };
      expect(listed).toMatchObject({ more: false, mentions: [{ conversationId: id, by, text: '@Bo, @Cy: look' }] });
      expect(await store.countMentions(cy)).toBe(1);
      const page = await store.readTeamPage({ conversationId: id, afterNumber: 0, limit: 9 });
      expect(page?.entries.at(-1)).toMatchObject({ kind: 'note', mentions: [bo, cy] });
      expect(await store.readMentionPlace(id)).toEqual({ label: expect.any(String), siteName: 'Shop', email: null });
    });

    test('D11 seen up to a note, for oneself alone; pages go on where the last one ended', async () => {
      const { id, agentId } = await world.active();
      const [bo, cy] = [await world.agent(), await world.agent()];
      const numbers: number[] = [];
      for (const at of [1, 2, 3]) {
        const clientId = `note-client-id-000${at}`;
        const note = { conversationId: id, authorId: agentId, clientId, body: `note ${at}`, mentions: [bo, cy] };
        const added = await store.addNote({ ...note, at: world.at + (at > 1 ? 1 : 0) });
        if (added.result === 'added') numbers.push(added.entry.number);
      }
      const seen = { agentId: bo, conversationId: id, upToNumber: numbers[1] ?? 0, at: world.at };
      expect(await store.seeMentions(seen)).toBe(2);
      expect(await store.seeMentions(seen)).toBe(0);
      expect([await store.countMentions(bo), await store.countMentions(cy)]).toEqual([1, 3]);
      const first = await store.listMentions({ agentId: bo, limit: 2 });
      expect(first).toMatchObject({ more: true, mentions: [{ text: 'note 3', seenAt: null }, { text: 'note 2' }] });
      const after = first.mentions.at(-1);
      expect(await store.listMentions({ agentId: bo, limit: 2, after })).toMatchObject({
        more: false,
        mentions: [{ text: 'note 1', seenAt: world.at }],
      });
    });
  });
}

function draftOf(written: Awaited<ReturnType<Store['writeDraft']>>) {
  if (!('draft' in written)) throw new Error(`No draft: ${written.result}`);
  return written.draft;
}
