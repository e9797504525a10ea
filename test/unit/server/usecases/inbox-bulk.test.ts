// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INBOX_TARGETS_EVERY_MS } from '../../../../protocol/wire/inbox-limits.ts';
import type { AgentSubject } from '../../../../server/usecases/context.ts';
import { doInBulk } from '../../../../server/usecases/do-in-bulk.ts';
import { listInbox } from '../../../../server/usecases/list-inbox.ts';
import { listViews, orderViews, removeView, saveView } from '../../../../server/usecases/saved-views.ts';
import { setRoutingPlan } from '../../../../server/usecases/set-routing-plan.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const lineOf = async (agent: AgentSubject, id: string) =>
  accepted((await listInbox(scene.context, agent, {})).answer).conversations.find((one) => one.id === id);

describe('many at once', () => {
  it('U8 one answer says which were done and which not and why; a refusal stops nobody else; all is told', async () => {
    const ana = await scene.agent('Ana', { capacity: 1 });
    const bo = await scene.agent('Bo', { capacity: 1, available: false });
    const served = await scene.open(await scene.visitor(), 'One');
    const waiting = await scene.open(await scene.visitor(), 'Two');
    const conversationIds = [served, 'nowhere', waiting];
    const told = await doInBulk(scene.context, bo, { act: { do: 'take' }, conversationIds });
    expect(accepted(told.answer)).toEqual({
      done: [waiting],
      refused: [
        { conversationId: served, error: 'forbidden' },
        { conversationId: 'nowhere', error: 'not_found' },
      ],
    });
    expect(told.notices.some((notice) => notice.tell === 'entries' && notice.conversationId === waiting)).toBe(true);
    expect(await lineOf(ana, waiting)).toMatchObject({ agent: { name: 'Bo' } });
    const tagged = await doInBulk(scene.context, ana, {
      act: { do: 'tag', add: ['refund'], remove: [] },
      conversationIds: [served, waiting],
    });
    expect(accepted(tagged.answer).done).toEqual([served, waiting]);
    const ended = await doInBulk(scene.context, ana, { act: { do: 'close', outcome: 'spam' }, conversationIds });
    expect(accepted(ended.answer)).toMatchObject({ done: [served], refused: [{ error: 'not_found' }, {}] });
    expect(await lineOf(ana, served)).toMatchObject({ status: 'closed', tags: ['refund'] });
  });

  it('U8 where the store breaks in the middle, what was done is told, the rest is named, and nothing at all is an error', async () => {
    const ana = await scene.agent('Ana');
    const conversationIds = [await scene.open(await scene.visitor()), await scene.open(await scene.visitor())];
    await scene.route();
    const { store } = scene.context;
    const close = store.closeConversation;
    const broken = new Error('disk');
    let writes = 0;
    store.closeConversation = async (input) => {
      writes += 1;
      if (writes > 1) throw broken;
      return close(input);
    };
    const act = { do: 'close', outcome: 'resolved' } as const;
    const ended = await doInBulk(scene.context, ana, { act, conversationIds });
    const [first = '', second = ''] = conversationIds;
    expect(accepted(ended.answer)).toEqual({
      done: [first],
      refused: [{ conversationId: second, error: 'unavailable' }],
    });
    expect(ended.broke).toBe(broken);
    expect(ended.notices.some((notice) => notice.tell === 'entries' && notice.conversationId === first)).toBe(true);
    await expect(doInBulk(scene.context, ana, { act, conversationIds: [second] })).rejects.toBe(broken);
  });

  it('U8 snoozed twice by the same press is one reminder; a time that is over is refused for each', async () => {
    const ana = await scene.agent('Ana');
    const id = await scene.open(await scene.visitor());
    const snooze = (dueAt: number) =>
      doInBulk(scene.context, ana, {
        act: { do: 'snooze', dueAt, clientId: 'press-0000000000000001' },
        conversationIds: [id],
      });
    const later = scene.context.clock.now() + 60_000;
    for (const _ of [1, 2]) expect(accepted((await snooze(later)).answer)).toEqual({ done: [id], refused: [] });
    const page = await scene.context.store.listFollowUps({ agentId: ana.agent.id, all: false, list: 'open', limit: 9 });
    expect(page.followUps).toHaveLength(1);
    expect(accepted((await snooze(1)).answer).refused).toEqual([{ conversationId: id, error: 'invalid_payload' }]);
  });
});

describe('saved views', () => {
  const view = { name: 'Late refunds', place: 'tag=refund&sort=waiting' };

  it('U6 everybody saves her own; who may share shares; others’ own ones do not exist for her', async () => {
    const ana = await scene.agent('Ana');
    const eve = await scene.agent('Eve', { role: 'supervisor' });
    const own = accepted((await saveView(scene.context, ana, { ...view, shared: false })).answer);
    expect(own.views).toMatchObject([{ ...view, shared: false, ownerName: 'Ana' }]);
    expect((await saveView(scene.context, ana, { ...view, shared: true })).answer).toMatchObject({
      error: 'forbidden',
    });
    expect((await saveView(scene.context, eve, { ...view, id: own.id, shared: true })).answer).toMatchObject({
      error: 'not_found',
    });
    const shared = await saveView(scene.context, eve, { ...view, name: 'Team', shared: true });
    expect(shared.notices).toEqual([{ tell: 'views', agentId: null }]);
    const { id } = accepted(shared.answer);
    for (const refused of [
      await saveView(scene.context, ana, { ...view, id, shared: false }),
      await removeView(scene.context, ana, { id }),
      await orderViews(scene.context, ana, { shared: true, ids: [id] }),
    ])
      expect(refused.answer).toMatchObject({ ok: false, error: 'forbidden' });
    expect(accepted((await listViews(scene.context, ana, {})).answer).views.map(({ name }) => name)).toEqual([
      'Late refunds',
      'Team',
    ]);
    expect((await removeView(scene.context, eve, { id: own.id })).answer).toMatchObject({ error: 'not_found' });
    const removed = await removeView(scene.context, ana, { id: own.id });
    expect(removed.notices).toEqual([{ tell: 'views', agentId: ana.agent.id }]);
    expect(accepted(removed.answer).views).toHaveLength(1);
  });
});

describe('targets', () => {
  it('U9 a line says what its owner aimed at when it began, or aims at now where nothing was set then', async () => {
    const ana = await scene.agent('Ana');
    const before = await scene.open(await scene.visitor());
    expect((await lineOf(ana, before))?.targetMs).toBeUndefined();
    const owner = await scene.agent('Olga', { role: 'owner' });
    accepted((await setRoutingPlan(scene.context, owner, { targetMs: 45_000 } as never)).answer);
    await scene.context.clock.advance(INBOX_TARGETS_EVERY_MS);
    expect((await lineOf(ana, before))?.targetMs).toBe(45_000);
    const after = await scene.open(await scene.visitor());
    accepted((await setRoutingPlan(scene.context, owner, { targetMs: 90_000 } as never)).answer);
    await scene.context.clock.advance(INBOX_TARGETS_EVERY_MS);
    expect((await lineOf(ana, after))?.targetMs).toBe(45_000);
    expect((await lineOf(ana, before))?.targetMs).toBe(90_000);
  });
});
