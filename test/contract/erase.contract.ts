import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIND_LOOKED_MAX } from '../../protocol/wire/find-limits.ts';
import { WORDS_TIDIED_STEPS_MAX } from '../../protocol/wire/people-limits.ts';
import { readQuery } from '../../server/domain/find/query.ts';
import type { Store } from '../../server/store/store.ts';
import type { Context } from '../../server/usecases/context.ts';
import { createEraseWorker } from '../../server/workers/erase-worker.ts';
import { ManualClock } from '../support/manual-clock.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { placesWith } from '../support/tables-with.ts';
import { SITE, World } from './world.ts';

/** One word that no database cuts or folds. */
const CANARY = 'qzkanarienvogel';

export function describeErasure(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;
  let ana: string;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
    ana = await world.presentAgent();
  });
  afterEach(() => place.remove());

  async function find(word: string) {
    const page = { tier: 0, before: null, limit: 50, lookedMax: FIND_LOOKED_MAX } as const;
    return (await store.findLines({ terms: readQuery(word), ...page })).lines;
  }
  async function takeUp(): Promise<void> {
    while ((await store.takeUpWords({ limit: 100 })).more);
  }
  async function eraseAll(): Promise<void> {
    for (const { conversationId } of await store.listToErase(100))
      await store.eraseConversation({ conversationId, at: world.at });
    let first = true;
    for (let steps = 0; steps < WORDS_TIDIED_STEPS_MAX && (await store.tidyWords({ first })); steps += 1) first = false;
  }

  /** A whole conversation with the word wherever somebody can write one. */
  async function spoken(visitorId: string, agentId: string): Promise<string> {
    const opening = world.opening(visitorId, { email: `${CANARY}@example.org` });
    const { conversationId: id } = (await store.openConversation({
      ...opening,
      pageUrl: `https://shop.example/${CANARY}`,
      pageTitle: CANARY,
      intake: { fields: [{ key: 'k', label: 'K', value: CANARY }], topic: null, consent: null, complaint: false },
      opening: {
        ...{ language: 'en', topic: null, targetMs: null, page: `shop.example/${CANARY}` },
        segments: [CANARY, 'message:welcome', 'returning'],
      },
    })) as { conversationId: string };
    await world.assign(id, agentId);
    world.pass(5_000);
    const file = {
      ...{ id: world.next('f'), name: `${CANARY}.png`, kind: 'document' as const, type: 'application/pdf', bytes: 7 },
      ...{ hash: 'h', vaultName: world.next('vault'), visitorId, siteId: SITE.id },
      quotas: { conversationFilesMax: 9, conversationBytesMax: 999, totalBytesMax: 999 },
    } as const;
    await world.say(id, { ...world.message('visitor', visitorId, `My ${CANARY} is ill`), file });
    await world.say(id, world.message('agent', agentId, `What does the ${CANARY} eat?`));
    await store.addNote({
      ...{ conversationId: id, authorId: agentId, clientId: world.next('cid'), at: world.at },
      body: `Likes ${CANARY}`,
    });
    const by = { conversationId: id, agentId };
    await store.writeDraft({ ...by, kind: 'reply', body: `Draft ${CANARY}`, basedOn: 0, max: 9, at: world.at });
    const later = { body: `Later ${CANARY}`, sendAt: world.at + 9_000, close: null, max: 9, at: world.at };
    await store.addPlanned({ id: world.next('p'), ...by, ...later });
    await store.addFollowUp({
      ...{ id: world.next('fu'), conversationId: id, kind: 'by_hand', ownerId: agentId, byId: agentId },
      ...{ note: CANARY, dueAt: world.at + 9_000, max: 9, at: world.at },
    });
    await store.describeVisitor({
      visitorId,
      part: { name: CANARY, email: `${CANARY}@example.org`, attributes: { pet: CANARY }, tags: [CANARY] },
      at: world.at,
    });
    await store.trackVisitor({ visitorId, event: { event: CANARY, properties: { pet: CANARY }, at: world.at } });
    await store.addPersonNote({ id: world.next('n'), visitorId, body: CANARY, byId: agentId, at: world.at });
    await store.addPersonTag({ visitorId, tag: CANARY, byId: agentId, at: world.at });
    await aroundIt(id, visitorId, agentId);
    await world.close(id, 'agent', agentId);
    await store.rateEpisode({ conversationId: id, episode: 1, score: 2, comment: `Poor ${CANARY}`, at: world.at });
    return id;
  }

  /** What others and the relay itself write of it: mails, notices, questions, runs of macros, other words in place of old ones. */
  async function aroundIt(id: string, visitorId: string, agentId: string): Promise<void> {
    const [to, at] = [
      { address: `${CANARY}@example.org`, mailbox: `${CANARY}@example.org`, mailboxHash: 'h' },
      world.at,
    ];
    const staff = { address: 'ana@shop.example', mailbox: 'ana@shop.example', mailboxHash: 's' };
    const mail = { siteId: SITE.id, visitorId: null, limits: [], at };
    const copy = { kind: 'transcript', conversationId: id, language: null, zone: null, by: 'agent' } as const;
    await store.queueMail({ ...mail, id: world.next('m'), cause: world.next('m'), document: copy, to });
    const alert = { agentId, title: 'To follow up', lines: [`“Poor ${CANARY}”`], conversationId: id };
    const document = { kind: 'alert', ...alert } as const;
    await store.queueMail({ ...mail, id: world.next('m'), cause: world.next('m'), document, to: staff });
    const answer = { id: world.next('m'), conversationId: id, limits: [], at, targetOf: () => to };
    expect(await store.queueAnswerMail(answer)).toBe('queued');
    const device = { endpoint: 'https://push.example/1', p256dh: 'k', auth: 'a', name: 'Firefox' };
    const sessionId = world.next('s');
    await store.addSession({ id: sessionId, agentId, at });
    await store.addPushDevice({ id: world.next('pd'), agentId, sessionId, ...device, at, max: 9 });
    const told = { kind: 'message', conversationId: id, who: CANARY, text: CANARY, at } as const;
    const news = { cause: world.next('n'), document: told, newId: () => world.next('n'), limit: { since: 0, max: 9 } };
    expect(await store.queuePushes({ agentId, ...news, at })).toBe(1);
    await store.addQuestion({
      ...{ id: world.next('q'), conversationId: id, byId: agentId, toId: agentId, departmentId: null },
      ...{ body: `May ${CANARY} fly?`, dueAt: at + 9_000, max: 3, at },
    });
    await store.addNote({
      ...{ conversationId: id, authorId: agentId, clientId: world.next('cid'), at },
      ...{ body: `Look at ${CANARY}`, mentions: [agentId] },
    });
    const run = { agentId, clientId: world.next('run'), conversationId: id, macroId: 'macro', at, forgetBefore: 0 };
    await store.openMacroRun({ ...run, actions: [{ do: 'reply', body: CANARY }] });
    const asked = (await world.entries(id)).filter(({ kind }) => kind === 'message').at(-1);
    const quoted = { ...world.message('visitor', visitorId, `Not ${CANARY}, you`), quote: asked?.seq ?? 0 };
    const { seq } = await world.say(id, quoted);
    const revision = { conversationId: id, seq, expectRevisedAt: null, by: 'visitor', authorId: visitorId } as const;
    await store.reviseMessage({ ...revision, clientId: world.next('cid'), body: `I meant ${CANARY}`, at });
    await store.keepVisit({ visitorId, visit: { referrer: `https://${CANARY}.example` }, at });
    const block = { siteId: SITE.id, visitorId, addressHash: CANARY, reason: CANARY, byId: agentId, at, until: null };
    expect(await store.addBlock({ id: world.next('b'), ...block })).toBe('added');
  }

  describe(`${name}: a person is erased`, () => {
    test('J12 nothing of her words is left in any table, others keep theirs, and figures are what they were', async () => {
      const visitorId = await world.visitor();
      const other = await world.visitor();
      await spoken(visitorId, ana);
      const kept = await world.queued(other);
      await world.say(kept.id, world.message('visitor', other, 'My red boots'));
      await takeUp();
      expect(await find(CANARY)).not.toEqual([]);
      expect(await placesWith(place, CANARY)).not.toEqual([]);
      const before = await world.report();

      expect(await store.beginErasure({ visitorId, byId: ana, at: world.at })).toEqual({ ended: [visitorId] });
      await eraseAll();
      await takeUp();
      const emptied = (await store.listInbox({ openLimit: 9, closedLimit: 9 })).conversations;
      expect(emptied.map(({ status, erasedAt }) => [status, erasedAt])).toEqual([
        ['queued', undefined],
        ['closed', world.at],
      ]);
      expect(await find(CANARY)).toEqual([]);
      expect(await world.report()).toEqual(before);
      expect((await find('boots')).map(({ text }) => text)).toEqual(['My red boots']);
      expect(await store.isErasing()).toBe(true);
      expect(await store.forgetDeleted()).toBe(true);
      expect(await store.endErasures(world.at)).toBe(1);
      expect(await store.endErasures(world.at)).toBe(0);
      expect(await store.isErasing()).toBe(false);
      // Of SQLite every file, byte for byte: the log too.
      expect(await placesWith(place, CANARY)).toEqual([]);
    });

    test('J12 killed after the last conversation, before the index is tidied: the next relay tidies, and only then it is done', async () => {
      const visitorId = await world.visitor();
      await spoken(visitorId, ana);
      await takeUp();
      await store.beginErasure({ visitorId, byId: ana, at: world.at });
      const failures: unknown[] = [];
      const worker = () =>
        createEraseWorker({
          context: { store, clock: new ManualClock(world.at) } as unknown as Context,
          vault: { remove: async () => {} },
          tell: () => {},
          onFailure: (_, error) => failures.push(error),
        });
      await worker().look();
      expect(await store.listToErase(9)).toEqual([]);
      expect(await store.isErasing()).toBe(true);

      const next = worker();
      for (let looks = 0; looks < WORDS_TIDIED_STEPS_MAX + 2 && (await store.isErasing()); looks += 1)
        await next.look();
      expect(failures).toEqual([]);
      expect(await store.isErasing()).toBe(false);
      expect(await placesWith(place, CANARY)).toEqual([]);
    });

    test('P36 who is being erased rates nothing any more, though her conversations are not emptied yet', async () => {
      const { id, visitorId, agentId } = await world.active(ana);
      await world.close(id, 'agent', agentId);
      const rating = { conversationId: id, episode: 1, score: 1, comment: CANARY, at: world.at };
      expect(await store.findMailConversation(id)).toMatchObject({ visitorId });
      const before = await world.report();
      await store.beginErasure({ visitorId, byId: ana, at: world.at });
      expect(await store.findMailConversation(id)).toBeUndefined();
      for (const once of [false, true])
        expect(await store.rateEpisode({ ...rating, once })).toEqual({ result: 'not_found' });
      expect(await world.report()).toEqual(before);
      expect(await placesWith(place, CANARY)).toEqual([]);
    });

    test('J12 an open conversation has to end first; who is not there is told so', async () => {
      const open = await world.queued();
      await store.beginErasure({ visitorId: open.visitorId, byId: ana, at: world.at });
      expect(await store.listToErase(9)).toEqual([
        { conversationId: open.id, visitorId: open.visitorId, isOpen: true },
      ]);
      expect(await store.eraseConversation({ conversationId: open.id, at: world.at })).toBe('open');
      expect(await store.endErasures(world.at)).toBe(0);
      expect(await store.beginErasure({ visitorId: 'nobody', byId: ana, at: world.at })).toBe('not_found');
      expect(await store.eraseConversation({ conversationId: 'nothing', at: world.at })).toBe('not_found');
    });

    test('J12 of two profiles that were taken apart again, neither leaves the other’s tags behind', async () => {
      const [one, two] = [await world.visitor(), await world.visitor()];
      await store.addPersonTag({ visitorId: one, tag: CANARY, byId: ana, at: world.at });
      expect(await store.mergePeople({ id: 'm', fromId: one, intoId: two, byId: ana, at: world.at })).toBe('merged');
      await store.undoMerge({ id: 'm', byId: ana, at: world.at });
      await store.beginErasure({ visitorId: one, byId: ana, at: world.at });
      await store.forgetDeleted();
      expect(await placesWith(place, CANARY)).toEqual([]);
    });

    test('J14 she reads what is kept of her own profile, one page of conversations after the other, and of nobody else', async () => {
      const [visitorId, other] = [await world.visitor(), await world.visitor()];
      const id = await spoken(visitorId, ana);
      const ids = [id];
      for (let n = 0; n < 2; n += 1) {
        const next = await world.queued(visitorId);
        await world.close(next.id);
        ids.push(next.id);
      }
      const others = await world.queued(other);
      await store.mergePeople({ id: 'm', fromId: visitorId, intoId: other, byId: ana, at: world.at });
      expect(await store.readOwn({ visitorId })).toMatchObject({
        ...{ email: `${CANARY}@example.org`, visit: { referrer: `https://${CANARY}.example` }, orders: [] },
        said: { name: CANARY, tags: [CANARY], attributes: { pet: CANARY } },
        ...{ conversations: 3, messages: { own: 5, team: 1 }, files: 1 },
      });
      expect(JSON.stringify(await store.readOwn({ visitorId }))).not.toContain('Likes');
      const first = await store.listOwnTalks({ visitorId, limit: 2 });
      expect(first.conversations.map((one) => one.conversationId)).toEqual(ids.slice(0, 2));
      expect(first).toMatchObject({
        more: true,
        conversations: [{ page: { title: CANARY }, intake: { fields: [{ value: CANARY }] } }, { intake: null }],
      });
      const rest = await store.listOwnTalks({ visitorId, after: ids[1] ?? '', limit: 2 });
      expect(rest).toMatchObject({ more: false, conversations: [{ conversationId: ids[2] }] });
      // A place in somebody else's list is none in hers.
      const none = { conversations: [], more: false };
      expect(await store.listOwnTalks({ visitorId, after: others.id, limit: 2 })).toEqual(none);
      expect(await store.readOwn({ visitorId: 'nobody' })).toBe(undefined);
      expect(await store.readOwn({ visitorId: other })).toMatchObject({ conversations: 1, said: { name: null } });
    });

    test('J15 who erases herself and was joined to another profile leaves that one alone; what was joined to hers goes', async () => {
      const [one, two] = [await world.visitor(), await world.visitor()];
      await store.addPersonTag({ visitorId: two, tag: 'kept', byId: ana, at: world.at });
      await store.mergePeople({ id: 'm', fromId: one, intoId: two, byId: ana, at: world.at });
      expect(await store.beginErasure({ visitorId: one, byId: one, at: world.at, own: true })).toEqual({
        ended: [one],
      });
      expect(await store.readPerson(two)).toMatchObject({ tags: ['kept'] });
      expect(await store.beginErasure({ visitorId: two, byId: two, at: world.at, own: true })).toEqual({
        ended: [two, one],
      });
    });

    test('J12 a joined profile goes with it', async () => {
      const [one, two] = [await world.visitor(), await world.visitor()];
      await store.mergePeople({ id: 'm', fromId: one, intoId: two, byId: ana, at: world.at });
      expect(await store.beginErasure({ visitorId: one, byId: ana, at: world.at })).toEqual({ ended: [two, one] });
    });
  });
}
