import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackFilter } from '../../protocol/wire/feedback.ts';
import { type Store, StoreUnavailable } from '../../server/store/store.ts';
import { feedbackOf } from '../support/feedback-of.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { feedbackScene } from './feedback-scene.ts';
import { FAR, World } from './world.ts';

export function describeFeedback(name: string, make: MakePlace): void {
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

  const figures = (which: FeedbackFilter = 'all') => feedbackOf(store, world.at, which);

  /** On a slow machine some wait too long for their turn and are told to try again: of those nothing is stored. */
  async function fulfilledOf<Out>(sent: Promise<Out>[]): Promise<Out[]> {
    const ends = await Promise.allSettled(sent);
    for (const one of ends) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(StoreUnavailable);
    return ends.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  describe(`${name}: feedback`, () => {
    test('K1 K2 a low score makes a follow-up for who wrote most, in the transaction of the score', async () => {
      const { id, visitorId } = await world.queued();
      const [first, second] = [await world.presentAgent(), await world.presentAgent()];
      await world.assign(id, first);
      for (const _ of [1, 2, 3]) await world.say(id, world.message('agent', first));
      await store.requeueConversation({ conversationId: id, expectVersion: await world.version(id), at: world.at });
      await world.assign(id, second);
      await world.say(id, world.message('agent', second));
      await world.close(id, 'agent', second);
      const written = await scene.rate(id, { comment: 'Too slow', followUp: scene.follow(['low_score']) });
      const expected = {
        ...{ conversationId: id, episode: 1, kind: 'feedback', causes: ['low_score'], score: 1, comment: 'Too slow' },
        ...{ owner: { id: first, name: `Name of ${first}` }, by: null, done: null, madeAt: world.at, version: 1 },
      };
      expect(written).toMatchObject({ result: 'changed', visitorId, followUp: expected });
      expect(await scene.open()).toEqual([expect.objectContaining(expected)]);
    });

    test('K1 the same cause makes none again; another one joins what is open, and begins anew what is done', async () => {
      const { id } = await scene.ended();
      await scene.rate(id, { followUp: scene.follow(['low_score']) });
      expect(await scene.rate(id, { score: 2, followUp: scene.follow(['low_score']) })).not.toHaveProperty('followUp');
      const joined = await scene.rate(id, { score: 1, followUp: scene.follow(['complaint', 'low_score']) });
      expect(joined).toMatchObject({ followUp: { causes: ['complaint', 'low_score'], version: 2 } });
      const [one] = await scene.open();
      expect(await scene.open()).toHaveLength(1);
      const end = { id: one?.id ?? '', byId: one?.owner?.id ?? '', outcome: 'won_back', note: null } as const;
      await store.endFollowUp({ ...end, at: world.at });
      expect(await scene.rate(id, { score: 2, followUp: scene.follow(['complaint']) })).not.toHaveProperty('followUp');
      const anew = await scene.rate(id, { score: 1, followUp: scene.follow(['unresolved']) });
      expect(anew).toMatchObject({ followUp: { causes: ['unresolved'], version: 1 } });
    });

    test('K1 an end and an opening make them, too; nobody wrote, so it is for whoever directs', async () => {
      const { id } = await world.queued();
      const expectVersion = await world.version(id);
      const end = { conversationId: id, expectVersion, by: 'system', byAgentId: null, outcome: 'unresolved' } as const;
      const closed = await store.closeConversation({ ...end, at: world.at, followUp: scene.follow(['unresolved']) });
      expect(closed).toMatchObject({ result: 'changed', followUp: { causes: ['unresolved'], owner: null } });
      const opened = await store.openConversation({
        ...world.opening(await world.visitor()),
        followUp: scene.follow(['complaint']),
      });
      expect(opened).toMatchObject({ followUp: { causes: ['complaint'], owner: null } });
      expect(await scene.open()).toHaveLength(2);
    });

    test('P36 K1 a hundred at once, the same and different ones: one vote, one follow-up, one order', async () => {
      const { id } = await scene.ended();
      const before = (await world.entries(id)).length;
      const sent = Array.from({ length: 100 }, (_, at) =>
        scene.rate(id, { score: at % 2 === 0 ? 1 : 2, followUp: scene.follow(['low_score']) }),
      );
      const results = await fulfilledOf(sent);
      const made = results.filter((one) => 'followUp' in one);
      expect(made).toHaveLength(1);
      expect(await scene.open()).toHaveLength(1);
      const { csat, total } = await figures();
      expect([csat.answers, total]).toEqual([1, 1]);
      const entries = await world.entries(id);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
      const changed = results.filter(({ result }) => result === 'changed').length;
      expect(entries.length).toBe(before + changed);
    });

    test('P36 a thousand of the same at once are one answer: one stored, all others told its place', async () => {
      const { id } = await scene.ended();
      const sent = await fulfilledOf(Array.from({ length: 1_000 }, () => scene.rate(id, { score: 4 })));
      const results = sent.map(({ result }) => result);
      expect(results.filter((result) => result === 'changed')).toHaveLength(1);
      expect(new Set(results)).toEqual(new Set(['changed', 'rated_before']));
      const { csat, total } = await figures();
      expect([csat.scores, total]).toEqual([[0, 0, 0, 1, 0], 1]);
    });

    test('P36 what was sent before is answered with its place and stores nothing', async () => {
      const { id } = await scene.ended();
      const more = { reasons: ['Quick'], solved: 'partly', effort: 6, recommend: 0 } as const;
      const first = await scene.rate(id, { score: 3, comment: 'Hm', more: { ...more, reasons: ['Quick'] } });
      const head = (await world.read(id)).head;
      world.pass(1_000);
      const again = await scene.rate(id, { score: 3, comment: 'Hm', more: { ...more, reasons: ['Quick'] } });
      expect(first).toMatchObject({ result: 'changed', entries: [{ seq: head, ...more }] });
      expect(again).toEqual({ result: 'rated_before', seq: head, at: world.at - 1_000 });
      expect((await world.read(id)).head).toBe(head);
      expect(await figures()).toMatchObject({ effort: { n: 1, mean: 6 }, recommend: { n: 1, detractors: 1 } });
    });

    test('K9 without a name it counts once, leads nowhere, and nothing replaces it', async () => {
      const { id } = await scene.ended();
      const named = await scene.ended();
      await scene.rate(named.id, { score: 5 });
      const dayAt = world.at;
      const nameless = { score: 1, comment: 'Rude', more: { effort: 2, recommend: 3, solved: 'no' } } as const;
      const written = await scene.rate(id, {
        ...nameless,
        anonymous: { id: 'by-chance', dayAt },
        followUp: scene.follow(['low_score']),
      });
      expect(written).toMatchObject({ entries: [{ kind: 'rated', score: 0, anonymous: true }] });
      expect(written).not.toHaveProperty('followUp');
      expect(JSON.stringify(written)).not.toMatch(/Rude|solved/);
      expect(await world.line(id)).toMatchObject({ score: null });
      expect(await scene.rate(id, { ...nameless, anonymous: { id: 'other', dayAt } })).toMatchObject({
        result: 'rated_before',
      });
      expect(await scene.rate(id, { score: 4 })).toEqual({ result: 'not_found' });
      expect(await scene.rate(named.id, { score: 1, anonymous: { id: 'third', dayAt } })).toEqual({
        result: 'not_found',
      });
      const facts = await figures();
      expect(facts).toMatchObject({ anonymous: 1, total: 2, effort: { n: 1, mean: 2 } });
      expect(facts.csat).toMatchObject({ scores: [1, 0, 0, 0, 1], asked: 2 });
      const line = facts.lines.find(({ conversationId }) => conversationId === null);
      expect(line).toMatchObject({
        score: 1,
        comment: 'Rude',
        label: null,
        agentName: null,
        followUp: null,
        at: dayAt,
      });
      const asked = { from: 0, to: FAR, siteId: null };
      expect(await store.countAnonymous(asked)).toMatchObject([{ score: 1, n: 1 }]);
      const said = await store.listAnonymous({ ...asked, scoreMin: 1, scoreMax: 5, limit: 10, offset: 0 });
      expect(said).toMatchObject([{ score: 1 }]);
      expect(await store.listAnonymous({ ...asked, scoreMin: 2, scoreMax: 5, limit: 10, offset: 0 })).toEqual([]);
      expect(await store.countAnonymous({ ...asked, siteId: 'another' })).toEqual([]);
      expect((await figures('low')).total).toBe(1);
    });

    test('K4 by hand: the same id is stored once; lists, pages and counts are of those whom it concerns', async () => {
      const { id } = await world.queued();
      const [ana, bo] = [await world.agent(), await world.agent()];
      const byHand = (key: string, ownerId: string | null, dueAt: number, kind: 'by_hand' | 'snooze' = 'by_hand') =>
        store.addFollowUp({
          ...{ id: key, conversationId: id, kind, ownerId, byId: ana, note: 'Call', dueAt, max: 4, at: world.at },
        });
      expect(await byHand('one', bo, world.at + 30)).toMatchObject({ result: 'added', followUp: { by: { id: ana } } });
      expect(await byHand('one', bo, world.at + 30)).toMatchObject({ result: 'repeat' });
      const foreign = { id: 'one', conversationId: id, kind: 'by_hand', ownerId: bo, byId: bo, note: null } as const;
      expect(await store.addFollowUp({ ...foreign, dueAt: 1, max: 4, at: 1 })).toEqual({ result: 'conflict' });
      await byHand('two', null, world.at + 10);
      await byHand('three', ana, world.at + 20, 'snooze');
      await byHand('four', bo, world.at + 20);
      expect(await byHand('five', bo, 1)).toEqual({ result: 'too_many' });
      expect(await store.addFollowUp({ ...foreign, conversationId: 'none', dueAt: 1, max: 4, at: 1 })).toEqual({
        result: 'not_found',
      });
      const idsOf = async (agentId: string, all: boolean) =>
        (await store.listFollowUps({ list: 'open', agentId, all, limit: 50 })).followUps.map((one) => one.id);
      expect(await idsOf(bo, false)).toEqual(['four', 'one']);
      expect(await idsOf(bo, true)).toEqual(['two', 'four', 'one']);
      expect(await idsOf(ana, true)).toEqual(['two', 'four', 'three', 'one']);
      const first = await store.listFollowUps({ list: 'open', agentId: ana, all: true, limit: 2 });
      expect([first.followUps.length, first.more]).toEqual([2, true]);
      const after = { at: first.followUps[1]?.dueAt ?? 0, id: first.followUps[1]?.id ?? '' };
      const rest = await store.listFollowUps({ list: 'open', agentId: ana, all: true, limit: 2, after });
      expect(rest.followUps.map((one) => one.id)).toEqual(['three', 'one']);
      expect(await store.countFollowUps({ agentId: ana, all: true, now: world.at + 20 })).toEqual({
        open: 4,
        overdue: 3,
      });
    });

    test('K3 K4 overdue is told once, a new due time anew; who ends it first has ended it', async () => {
      const { id } = await world.queued();
      const ana = await world.agent();
      const dueAt = world.at + 10;
      const made = { conversationId: id, kind: 'by_hand', ownerId: ana, byId: ana, note: null, max: 9 } as const;
      await store.addFollowUp({ ...made, id: 'f1', dueAt, at: world.at });
      expect(await store.listOverdue({ now: world.at, limit: 9 })).toEqual([]);
      const late = { now: dueAt, limit: 9 };
      expect(await store.listOverdue(late)).toEqual(['f1']);
      const twice = await Promise.all([1, 2].map(() => store.takeOverdue({ ids: ['f1'], now: dueAt })));
      expect(twice.flat()).toHaveLength(1);
      expect(await store.listOverdue(late)).toEqual([]);
      expect(await store.changeFollowUp({ id: 'f1', dueAt: dueAt + 5, ownerId: null })).toMatchObject({
        ...{ result: 'changed', followUp: { owner: null, dueAt: dueAt + 5, version: 2 } },
      });
      expect(await store.listOverdue({ now: dueAt + 5, limit: 9 })).toEqual(['f1']);
      const end = (outcome: 'won_back' | 'done') =>
        store.endFollowUp({ id: 'f1', byId: ana, outcome, note: null, at: world.at });
      const ends = await Promise.all([end('won_back'), end('done')]);
      expect(ends.map(({ result }) => result).sort()).toEqual(['changed', 'done']);
      const kept = ends.flatMap((one) => ('followUp' in one ? [one.followUp.done?.outcome] : []));
      expect(new Set(kept).size).toBe(1);
      expect(await store.changeFollowUp({ id: 'f1', ownerId: ana })).toMatchObject({ result: 'done' });
      expect(await scene.open()).toEqual([]);
      const over = await store.listFollowUps({ list: 'done', agentId: ana, all: true, limit: 9 });
      expect(over.followUps.map((one) => one.id)).toEqual(['f1']);
    });

    test('S14 each figure has a list, with as many lines as it says and the hits among them', async () => {
      const { id, visitorId, agentId } = await scene.ended();
      await scene.rate(id, { more: { effort: 2 }, followUp: scene.follow(['low_score'], { dueAt: world.at + 10 }) });
      const other = await scene.ended();
      await scene.rate(other.id, { score: 2, followUp: scene.follow(['low_score'], { dueAt: world.at + FAR }) });
      const nameless = await scene.ended();
      await scene.rate(nameless.id, { more: { effort: 7, recommend: 9 }, anonymous: { id: 'n', dayAt: world.at } });
      world.pass(1_000);
      const again = await scene.ended({ visitorId, agentId });
      await scene.rate(again.id, { score: 4, more: { recommend: 8 } });
      const { effort, recommend, anonymous, followUps } = await figures();
      const { wonBack, silent, kept } = followUps;
      expect([effort.n, recommend.n, anonymous, wonBack.n, silent, kept.n]).toEqual([2, 2, 1, 1, 1, 1]);
      const lists = await Promise.all(
        (['effort', 'recommend', 'nameless', 'heard', 'silent', 'due'] as const).map((which) => figures(which)),
      );
      expect(lists.map(({ total, lines }) => [total, lines.length])).toEqual(
        [effort.n, recommend.n, anonymous, wonBack.n, silent, kept.n].map((n) => [n, n]),
      );
      const [, , , heard, unheard, due] = lists.map(({ lines }) => lines[0]);
      expect([heard?.conversationId, heard?.isHit]).toEqual([id, true]);
      expect([unheard?.conversationId, unheard?.isHit]).toEqual([other.id, false]);
      expect([due?.conversationId, due?.isHit]).toEqual([id, false]);
    });

    test('K8 complaints are listed, said before or with the rating', async () => {
      const { id } = await scene.ended();
      await scene.rate(id, { more: { complaint: true }, followUp: scene.follow(['complaint']) });
      const intake = { fields: [], topic: null, consent: null, complaint: true };
      await store.openConversation({ ...world.opening(await world.visitor()), intake });
      const said = { ...intake, complaint: false, fields: [{ key: 'a', label: 'A', value: '"complaint":true' }] };
      await store.openConversation({ ...world.opening(await world.visitor()), intake: said });
      const { lines, total } = await figures('complaint');
      expect([lines.length, total]).toEqual([2, 2]);
    });

    test('K6 good words reach the agent who served, and nobody else', async () => {
      const { id, agentId } = await scene.ended();
      const other = await scene.ended();
      await scene.rate(id, { score: 5, comment: 'So quick!' });
      await scene.rate(other.id, { score: 2, comment: 'Slow' });
      const since = world.at;
      expect(await store.listKindWords({ agentId, since, limit: 9 })).toMatchObject([
        { conversationId: id, score: 5, comment: 'So quick!', at: world.at },
      ]);
      expect(await store.listKindWords({ agentId: other.agentId, since, limit: 9 })).toEqual([]);
      expect(await store.listKindWords({ agentId, since: since + 1, limit: 9 })).toEqual([]);
    });
  });
}
