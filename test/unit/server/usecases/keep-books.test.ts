// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AGENT_LEASE_MS } from '../../../../protocol/wire/limits.ts';
import { BUSINESS_PACKS_MAX } from '../../../../protocol/wire/limits-of-measures.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../../../server/usecases/context.ts';
import { listBusinessRows } from '../../../../server/usecases/list-business-rows.ts';
import { readBusiness } from '../../../../server/usecases/read-business.ts';
import { readFeedback } from '../../../../server/usecases/read-feedback.ts';
import { rebuildFacts } from '../../../../server/usecases/rebuild-facts.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

const DAY_MS = 86_400_000;
let scene: Scene;
let ana: AgentSubject;

beforeEach(async () => {
  scene = await openScene();
  ana = await scene.agent('Ana', { capacity: 50, role: 'owner' });
});
afterEach(() => scene.close());

const stay = () =>
  scene.context.store.renewLeases({ agentIds: [ana.agent.id], until: scene.context.clock.now() + AGENT_LEASE_MS });

/** Somebody asks, is answered, and it ends. */
async function served(): Promise<{ visitor: VisitorSubject; conversationId: string }> {
  await stay();
  const visitor = await scene.visitor();
  const conversationId = await scene.open(visitor);
  await scene.context.clock.advance(10_000);
  accepted(await scene.say(ana, conversationId));
  accepted(await scene.act(closeConversation(scene.context, ana, { conversationId })));
  return { visitor, conversationId };
}

async function orders(visitorId: string, orderId: string): Promise<void> {
  const at = scene.context.clock.now();
  const order = { orderId, minor: 100, currency: 'EUR', subject: null, at, isCancelled: false };
  await scene.context.store.addPageOrder({ siteId: scene.site.id, visitorId, order, at, max: 9, since: at });
}

const packs = () => rebuildFacts(scene.context, { begin() {}, made() {} });
async function report() {
  const now = scene.context.clock.now();
  return accepted((await readBusiness(scene.context, ana, { from: now - 30 * DAY_MS, to: now + 1 })).answer);
}
/** How many of those who ordered are in which group. */
async function groups(): Promise<Record<string, number>> {
  const { byContact } = (await report()).retention;
  return Object.fromEntries(byContact.map(({ key, rate }) => [key, rate.n + rate.unknown]));
}

it('G8 J8 who is one person is known at once, also of what was packed as two, and after they are parted again', async () => {
  const { visitor: first } = await served();
  const { visitor: second } = await served();
  const other = await scene.visitor();
  await orders(other.visitorId, 'o-1');
  await orders(second.visitorId, 'o-2');
  await packs();
  expect(await groups()).toMatchObject({ not_rated: 1, no_contact: 1 });
  const { store, clock } = scene.context;
  const join = (id: string, fromId: string, intoId: string) =>
    store.mergePeople({ id, fromId, intoId, byId: ana.agent.id, at: clock.now() });
  // She who wrote is joined to her who ordered: what is packed names her otherwise.
  expect(await join('m-1', first.visitorId, other.visitorId)).toBe('merged');
  expect(await groups()).toMatchObject({ not_rated: 2, no_contact: 0 });
  await packs();
  expect(await groups()).toMatchObject({ not_rated: 2, no_contact: 0 });
  await store.undoMerge({ id: 'm-1', byId: ana.agent.id, at: clock.now() });
  expect(await groups()).toMatchObject({ not_rated: 1, no_contact: 1 });
  // She who ordered is joined to her who wrote: her order names her otherwise.
  expect(await join('m-2', other.visitorId, first.visitorId)).toBe('merged');
  expect(await groups()).toMatchObject({ not_rated: 2, no_contact: 0 });
});

it('G8 what comes after packing is in the next report: a rating, an order, another episode, and nothing twice', async () => {
  const { visitor, conversationId } = await served();
  await orders(visitor.visitorId, 'o-1');
  await packs();
  expect(await groups()).toMatchObject({ not_rated: 1 });
  const { store, clock } = scene.context;
  await store.rateEpisode({ conversationId, episode: 1, score: 5, comment: null, at: clock.now() });
  expect(await groups()).toMatchObject({ not_rated: 0, rated_good: 1 });
  const before = await report();
  await clock.advance(1_000);
  accepted(await scene.say(visitor, conversationId, 'Once more'));
  await clock.advance(1_000);
  await orders(visitor.visitorId, 'o-2');
  const after = await report();
  const episodes = ({ stages }: typeof after) => stages.reduce((sum, one) => sum + one.episodes, 0);
  expect([episodes(before), episodes(after)]).toEqual([1, 2]);
  expect([before.orders.orders, after.orders.orders]).toEqual([1, 2]);
  await packs();
  expect(await report()).toEqual(after);
});

it('G8 M16 who comes, is away and leaves is in the next report', async () => {
  const { store, clock } = scene.context;
  const agentId = ana.agent.id;
  await store.endLease({ agentId, until: clock.now() });
  await clock.advance(5_000);
  await served();
  const shift = async () => (await report()).team.all;
  expect(await shift()).toEqual({ shiftMs: 10_000, availableMs: 10_000, busyMs: 10_000 });
  await store.setAvailability({ agentId, availability: 'away', awayReason: 'Lunch', at: clock.now() });
  await stay();
  await clock.advance(10_000);
  expect(await shift()).toEqual({ shiftMs: 20_000, availableMs: 10_000, busyMs: 10_000 });
  await store.endLease({ agentId, until: clock.now() });
  await clock.advance(10_000);
  expect(await shift()).toEqual({ shiftMs: 20_000, availableMs: 10_000, busyMs: 10_000 });
});

it('G8 of more than is kept at hand the oldest is left out, and figures that would need it are refused, not counted short', async () => {
  const { visitor } = await served();
  await orders(visitor.visitorId, 'o-1');
  await packs();
  expect(await groups()).toMatchObject({ not_rated: 1 });
  const { store, clock } = scene.context;
  const [list, read] = [store.listContactPacks, store.readContactPack];
  const many = Array.from({ length: BUSINESS_PACKS_MAX }, (_, n) => ({ number: n + 1, stamp: 'later' }));
  const now = clock.now();
  const period = { from: now - 30 * DAY_MS, to: now + 1 };
  const said = { ...period, which: 'all' as const, limit: 9 };
  const asks = () =>
    Promise.all([
      readBusiness(scene.context, ana, period),
      listBusinessRows(scene.context, ana, { ...period, of: 'retention' }),
      readFeedback(scene.context, ana, said),
    ]);
  store.readContactPack = async (number) => (number === 0 ? read(number) : undefined);
  // As many as there may be: nothing is left out.
  store.listContactPacks = async () => [...(await list()), ...many.slice(1)];
  expect((await asks()).map(({ answer }) => answer.ok)).toEqual([true, true, true]);
  store.listContactPacks = async () => [...(await list()), ...many];
  for (const { answer } of await asks()) expect(answer).toMatchObject({ error: 'invalid_payload', field: 'from' });
});
