import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AddQuestion, EndQuestion } from '../../server/store/question-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, World } from './world.ts';

const HOUR_MS = 3_600_000;

export function describeQuestions(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  const ask = (conversationId: string, byId: string, toId: string, more: Partial<AddQuestion> = {}) =>
    store.addQuestion({
      ...{ id: world.next('q'), conversationId, byId, toId, departmentId: null, body: 'Refund possible?' },
      ...{ dueAt: world.at + HOUR_MS, max: 3, at: world.at, ...more },
    });
  const asked = async (conversationId: string, byId: string, toId: string, more: Partial<AddQuestion> = {}) => {
    const added = await ask(conversationId, byId, toId, more);
    if (added.result !== 'added') throw new Error(`Not added: ${added.result}`);
    return added.question;
  };
  const end = (id: string, byId: string, more: Partial<EndQuestion> = {}) =>
    store.endQuestion({ id, byId, how: 'answered', clientId: world.next('n'), body: 'Yes.', at: world.at, ...more });

  describe(`${name}: questions to colleagues`, () => {
    test('T15 stored with its note, once for each id, bounded, and nothing of the conversation moves', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.agent();
      const before = await world.read(id);
      const one = await asked(id, agentId, bo);
      expect(one).toMatchObject({ conversationId: id, by: { id: agentId }, to: { id: bo }, state: 'open', number: 2 });
      expect(one).toMatchObject({ text: 'Refund possible?', answer: null, department: null, siteName: 'Shop' });
      const page = await store.readTeamPage({ conversationId: id, afterNumber: 1, limit: 9 });
      expect(page?.entries).toMatchObject([{ kind: 'note', number: 2, body: 'Refund possible?', clientId: one.id }]);
      expect(await world.read(id)).toMatchObject({ version: before.version, head: before.head, agentId });
      expect(await ask(id, agentId, bo, { id: one.id })).toEqual({ result: 'repeat', question: one });
      expect(await ask(id, bo, agentId, { id: one.id })).toEqual({ result: 'conflict' });
      expect(await ask((await world.queued()).id, agentId, bo, { id: one.id })).toEqual({ result: 'conflict' });
      expect(await ask('nobody', agentId, bo)).toEqual({ result: 'not_found' });
      await asked(id, agentId, bo);
      await asked(id, agentId, bo);
      expect(await ask(id, agentId, bo)).toEqual({ result: 'too_many' });
    });

    test('T15 an id that is a note already asks nothing', async () => {
      const { id, agentId } = await world.active();
      const note = { conversationId: id, authorId: agentId, clientId: 'taken', body: 'Hm', at: world.at };
      await store.addNote(note);
      expect(await ask(id, agentId, await world.agent(), { id: 'taken' })).toEqual({ result: 'conflict' });
      expect(await store.findQuestion('taken')).toBeUndefined();
    });

    test('T16 the first end stays, with its note; the asker has it among hers until she looked', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.agent();
      const one = await asked(id, agentId, bo);
      expect(await store.listOwnQuestions({ agentId: bo, limit: 9 })).toEqual([one]);
      expect(await store.listOwnQuestions({ agentId: await world.agent(), limit: 9 })).toEqual([]);
      const done = await end(one.id, bo);
      expect(done).toMatchObject({ result: 'ended', question: { state: 'answered', answer: 'Yes.', answerNumber: 3 } });
      expect(done).toMatchObject({ note: { entry: { kind: 'note', number: 3, by: { id: bo } } } });
      expect(await end(one.id, bo, { how: 'declined' })).toMatchObject({
        result: 'over',
        question: { answer: 'Yes.' },
      });
      expect(await end('nobody', bo)).toEqual({ result: 'not_found' });
      expect(await store.listOwnQuestions({ agentId: bo, limit: 9 })).toEqual([]);
      expect(await store.listOwnQuestions({ agentId, limit: 9 })).toMatchObject([{ id: one.id, state: 'answered' }]);
      expect(await store.seeQuestions({ agentId: bo, conversationId: id, at: world.at })).toEqual([]);
      expect(await store.seeQuestions({ agentId, conversationId: id, at: world.at })).toMatchObject([{ id: one.id }]);
      expect(await store.seeQuestions({ agentId, conversationId: id, at: world.at })).toEqual([]);
      expect(await store.listOwnQuestions({ agentId, limit: 9 })).toEqual([]);
      expect(await store.listQuestions({ conversationId: id, limit: 9 })).toMatchObject([{ id: one.id }]);
    });

    test('T16 declined or taken back without a word; what she took back herself is no news to her', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.agent();
      const one = await asked(id, agentId, bo);
      expect(await end(one.id, agentId, { how: 'withdrawn', body: null })).toMatchObject({
        ...{ result: 'ended', note: null, question: { state: 'withdrawn', answer: null, endedBy: { id: agentId } } },
      });
      expect(await store.listOwnQuestions({ agentId, limit: 9 })).toEqual([]);
    });

    test('T16 two answers at once, again and again: one stays', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.agent();
      for (let round = 0; round < ROUNDS / 2; round += 1) {
        const one = await asked(id, agentId, bo);
        const both = await Promise.all([end(one.id, bo), end(one.id, agentId, { how: 'withdrawn', body: null })]);
        expect(both.map(({ result }) => result).sort()).toEqual(['ended', 'over']);
      }
    });

    test('T15 a department is asked: whoever is of it has it', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.agent();
      await store.addDepartment({ id: 'billing', siteId: null, name: 'Billing', routing: {}, at: world.at });
      const member = await store.findStaffMember(bo);
      if (!member) throw new Error('Bo is gone.');
      const { id: _, email: __, availability: ___, awayReason: ____, ...skills } = member;
      const departments = [{ departmentId: 'billing', capacity: null }];
      expect(await store.changeStaffMember({ ...skills, agentId: bo, departments })).toBe('changed');
      const one = await asked(id, agentId, bo, { toId: null, departmentId: 'billing' });
      expect(one).toMatchObject({ to: null, department: { id: 'billing', name: 'Billing' } });
      expect(await store.listOwnQuestions({ agentId: bo, limit: 9 })).toEqual([one]);
      expect(await store.listOwnQuestions({ agentId: await world.agent(), limit: 9 })).toEqual([]);
    });

    test('T17 over its time it is told once, by whichever node is first; an ended one never', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.agent();
      const [late, ended] = [await asked(id, agentId, bo), await asked(id, agentId, bo)];
      await end(ended.id, bo);
      const look = { now: world.at + HOUR_MS - 1, limit: 9 };
      expect(await store.listLateQuestions(look)).toEqual([]);
      const now = world.at + HOUR_MS;
      expect(await store.listLateQuestions({ now, limit: 9 })).toEqual([late.id]);
      const taken = { ids: [late.id, ended.id], now };
      const both = await Promise.all([store.takeLateQuestions(taken), store.takeLateQuestions(taken)]);
      expect(both.flat()).toMatchObject([{ id: late.id, state: 'open' }]);
      expect(await store.listLateQuestions({ now, limit: 9 })).toEqual([]);
    });

    test('T18 it stays when the conversation changes hands or ends; erasing takes it along', async () => {
      const { id, agentId } = await world.active();
      const one = await asked(id, agentId, await world.agent());
      await world.close(id, 'agent', agentId);
      expect(await store.findQuestion(one.id)).toMatchObject({ state: 'open' });
      expect(await store.eraseConversation({ conversationId: id, at: world.at })).toMatchObject({ vaultNames: [] });
      expect(await store.findQuestion(one.id)).toBeUndefined();
    });
  });
}
