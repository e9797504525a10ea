// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INBOX_BEHIND_CHANGES_MAX } from '../../../../protocol/wire/limits.ts';
import { WHOLE_THREAD_ENTRIES_MAX } from '../../../../protocol/wire/thread.ts';
import type { Conversation } from '../../../../server/store/store.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import { listInbox } from '../../../../server/usecases/list-inbox.ts';
import { rateConversation } from '../../../../server/usecases/rate-conversation.ts';
import { readHeads } from '../../../../server/usecases/read-heads.ts';
import { syncInbox } from '../../../../server/usecases/sync-inbox.ts';
import { watchConversation } from '../../../../server/usecases/watch-conversation.ts';
import { measuresOf } from '../../../support/figures-of.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

describe("the agents' list", () => {
  it('S5 what changed after a position is enough to bring a list up to date', async () => {
    const ana = await scene.agent('Ana', { capacity: 1 });
    await scene.open(await scene.visitor(), 'One');
    const held = accepted((await listInbox(scene.context, ana, {})).answer);
    const two = await scene.open(await scene.visitor(), 'Two');
    const page = accepted((await syncInbox(scene.context, ana, { afterChange: held.change })).answer);
    expect(page).toMatchObject({ more: false, reset: false });
    expect(page.conversations.map((line) => line.id)).toEqual([two]);
    const fresh = accepted((await listInbox(scene.context, ana, {})).answer);
    expect([...held.conversations, ...page.conversations]).toEqual(fresh.conversations);
    expect(page.change).toBe(fresh.change);
  });

  it('S5 who is too far behind, or ahead of a restored database, lists afresh', async () => {
    const ana = await scene.agent('Ana');
    const { store } = scene.context;
    store.readChange = async () => INBOX_BEHIND_CHANGES_MAX + 1;
    expect(accepted((await syncInbox(scene.context, ana, { afterChange: 0 })).answer)).toMatchObject({ reset: true });
    expect(accepted((await syncInbox(scene.context, ana, { afterChange: 1 })).answer)).toMatchObject({ reset: false });
    const ahead = { afterChange: INBOX_BEHIND_CHANGES_MAX + 2 };
    expect(accepted((await syncInbox(scene.context, ana, ahead)).answer)).toMatchObject({ reset: true });
  });

  it('C2 an agent watches any conversation that exists, or none', async () => {
    const ana = await scene.agent('Ana', { available: false });
    const conversationId = await scene.open(await scene.visitor());
    accepted((await watchConversation(scene.context, ana, { conversationId })).answer);
    accepted((await watchConversation(scene.context, ana, { conversationId: null })).answer);
    const unknown = await watchConversation(scene.context, ana, { conversationId: 'unknown' });
    expect(unknown.answer).toMatchObject({ error: 'not_found' });
  });

  it('0311 of a long thread, and only of one, it is said how it stands', async () => {
    const ana = await scene.agent('Ana', { available: false });
    const conversationId = await scene.open(await scene.visitor());
    const { store } = scene.context;
    const found = store.findConversation;
    let head = WHOLE_THREAD_ENTRIES_MAX;
    store.findConversation = async (id) => ({ ...((await found(id)) as Conversation), head });
    const watched = async () => accepted((await watchConversation(scene.context, ana, { conversationId })).answer);
    expect(await watched()).toEqual({});
    head += 1;
    expect(await watched()).toMatchObject({
      standing: { status: 'queued', episode: 1, agent: null, participants: [] },
    });
  });

  it('P4 heads tell what is stored of those asked for, and nothing of others', async () => {
    const one = await scene.open(await scene.visitor());
    await scene.open(await scene.visitor());
    const heads = await readHeads(scene.context, [one, 'unknown']);
    expect(heads).toEqual({ epoch: 'epoch-1', heads: { [one]: 2 }, change: expect.any(Number) });
    expect((await readHeads(scene.context, [])).heads).toEqual({});
  });
});

describe('the report', () => {
  it('M1 M2 M3 M4 M6 M7 counts one answered, one abandoned and one running episode, and lists them', async () => {
    const { clock } = scene.context;
    const from = clock.now();
    const answered = await scene.visitor();
    const one = await scene.open(answered);
    const gone = await scene.visitor();
    const two = await scene.open(gone);
    await clock.advance(2_000);
    accepted(await scene.act(closeConversation(scene.context, gone, { conversationId: two })));
    await clock.advance(1_000);
    const ana = await scene.agent('Ana', { role: 'supervisor' });
    await clock.advance(4_000);
    accepted(await scene.say(ana, one, 'Here I am.'));
    await clock.advance(1_000);
    accepted(await scene.say(answered, one, 'And now?'));
    await clock.advance(500);
    accepted(await scene.say(ana, one, 'Now it works.'));
    accepted(await scene.act(closeConversation(scene.context, answered, { conversationId: one })));
    accepted(await scene.act(rateConversation(scene.context, answered, { conversationId: one, episode: 1, score: 5 })));
    await scene.open(await scene.visitor());
    await clock.advance(1);

    const period = { from, to: clock.now() };
    const report = await measuresOf(scene.context, period);
    expect(report).toMatchObject({
      episodes: 3,
      answered: 1,
      abandoned: 1,
      // By hand: the leaver at 2 s and the running one are gone before 7 s, so one is at risk there and S falls to 0.
      firstResponse: { n: 3, answered: 1, p50Ms: 7_000, p95Ms: 7_000, meanMs: 7_000 },
      response: { n: 4, answered: 2, meanMs: 3_750 },
      // Of three who queued, one left and two came to an agent.
      queue: { n: 3, answered: 2 },
      csat: { satisfied: 1, answers: 1, asked: 2, share: 1, few: true },
      outcomes: { resolved: 1, abandoned_in_queue: 1 },
    });
  });
});
