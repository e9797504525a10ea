import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../../../server/usecases/context.ts';
import { endWrapUp } from '../../../../server/usecases/end-wrap-up.ts';
import { startAgentSession } from '../../../../server/usecases/start-agent-session.ts';
import { measuresOf } from '../../../support/figures-of.ts';
import { accepted } from '../../../support/scene.ts';
import { MINUTE, openServiceScene, type ServiceScene } from './service-scene.ts';

let scene: ServiceScene;
let ana: AgentSubject;
let visitor: VisitorSubject;
beforeEach(async () => {
  scene = await openServiceScene();
  ana = await scene.agent('Ana', { capacity: 1 });
  visitor = await scene.visitor();
});
afterEach(async () => {
  expect(scene.failures).toEqual([]);
  await scene.close();
});

const IDLE = { idle: { warnAfterMs: 3 * MINUTE, closeAfterMs: 5 * MINUTE, outcome: 'resolved' } } as const;
const statusOf = async (id: string) => (await scene.context.store.findConversation(id))?.status;
const kindsOf = async (id: string) => (await scene.entries(id)).slice(3).map((entry) => entry.kind);

/** Asked and answered: the last word is Ana's. */
async function answeredConversation(): Promise<string> {
  const id = await scene.open(visitor);
  accepted(await scene.say(ana, id, 'It is on its way.'));
  return id;
}

describe('C13 silence', () => {
  it('the visitor is warned with the time of the end, once, and then it ends with its outcome', async () => {
    await scene.set(IDLE);
    const id = await answeredConversation();
    await scene.pass(3 * MINUTE - 1);
    await scene.look();
    expect(await kindsOf(id)).toEqual(['message']);
    await scene.pass(1);
    await scene.look();
    await scene.look();
    const warnedAt = scene.context.clock.now();
    expect((await scene.entries(id)).at(-1)).toMatchObject({
      kind: 'notice',
      what: 'idle_warning',
      until: warnedAt + 2 * MINUTE,
    });
    await scene.pass(2 * MINUTE - 1);
    await scene.look();
    expect(await statusOf(id)).toBe('active');
    await scene.pass(1);
    await scene.look();
    expect((await scene.entries(id)).at(-1)).toMatchObject({ kind: 'closed', by: 'system', reason: 'idle' });
    const { outcomes } = await measuresOf(scene.context, { from: 0, to: warnedAt + 10 * MINUTE });
    expect(outcomes).toEqual({ resolved: 1 });
  });

  it('any word starts it anew, of the visitor and of the agent', async () => {
    await scene.set(IDLE);
    const id = await answeredConversation();
    await scene.pass(3 * MINUTE);
    await scene.look();
    accepted(await scene.say(visitor, id, 'I am here.'));
    await scene.pass(30 * MINUTE);
    await scene.look();
    // She waits for Ana now: that is no silence of hers.
    expect(await statusOf(id)).toBe('active');
    accepted(await scene.say(ana, id, 'Good.'));
    await scene.pass(3 * MINUTE);
    await scene.look();
    expect((await scene.entries(id)).filter((entry) => entry.kind === 'notice')).toHaveLength(2);
    accepted(await scene.say(ana, id, 'Are you there?'));
    await scene.pass(2 * MINUTE);
    await scene.look();
    expect(await statusOf(id)).toBe('active');
  });

  it('a word that comes in the very moment of the end is not cut off', async () => {
    await scene.set(IDLE);
    const id = await answeredConversation();
    await scene.pass(3 * MINUTE);
    await scene.look();
    await scene.pass(2 * MINUTE);
    const { store } = scene.context;
    const [silent] = await store.listSilent({ siteId: scene.site.id, lastBefore: 9e15, afterNo: 0, limit: 5 });
    accepted(await scene.say(visitor, id, 'Wait!'));
    const end = { conversationId: id, expectVersion: silent?.version ?? 0, expectHead: silent?.head ?? 0 };
    const at = scene.context.clock.now();
    expect(
      await store.closeConversation({ ...end, by: 'system', byAgentId: null, outcome: 'resolved', reason: 'idle', at }),
    ).toEqual({ result: 'stale' });
    expect(await statusOf(id)).toBe('active');
  });

  it('after a relay that was away the visitor still has the whole time from the warning on', async () => {
    await scene.set(IDLE);
    const id = await answeredConversation();
    await scene.pass(60 * MINUTE);
    await scene.look();
    await scene.look();
    expect(await statusOf(id)).toBe('active');
    await scene.pass(2 * MINUTE);
    await scene.look();
    expect(await statusOf(id)).toBe('closed');
  });

  it('nothing ends by itself where the owner set nothing', async () => {
    const id = await answeredConversation();
    await scene.pass(60 * MINUTE);
    await scene.look();
    expect(await kindsOf(id)).toEqual(['message']);
  });
});

describe('C15 wrap-up', () => {
  it('the room is held for its time, then the next one is served', async () => {
    await scene.set({ wrapUpMs: 30_000 });
    const first = await answeredConversation();
    const second = await scene.open(await scene.visitor());
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: first })));
    const until = scene.context.clock.now() + 30_000;
    expect(scene.toldOf('wrapUp')).toEqual([{ tell: 'wrapUp', agentId: ana.agent.id, until }]);
    await scene.pass(29_999);
    await scene.look();
    expect(await statusOf(second)).toBe('queued');
    await scene.pass(1);
    await scene.look();
    expect(await statusOf(second)).toBe('active');
    expect(scene.toldOf('wrapUp').at(-1)).toMatchObject({ until: null });
  });

  it('or until the agent says done', async () => {
    await scene.set({ wrapUpMs: 30_000 });
    const first = await answeredConversation();
    const second = await scene.open(await scene.visitor());
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId: first })));
    const ready = accepted((await startAgentSession(scene.context, ana, { version: 2 })).answer);
    expect(ready.wrapUpUntil).toBe(scene.context.clock.now() + 30_000);
    accepted(await scene.act(endWrapUp(scene.context, ana)));
    expect(await statusOf(second)).toBe('active');
    // Twice is harmless, and frees no more than was held.
    accepted(await scene.act(endWrapUp(scene.context, ana)));
    await scene.open(await scene.visitor());
    expect(await scene.context.store.listQueued({ after: null, limit: 5 })).toHaveLength(1);
  });

  it('C16 the same talk goes on in its wrap-up: the room that was held is there for it', async () => {
    await scene.set({ wrapUpMs: 30_000 });
    const id = await answeredConversation();
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId: id })));
    accepted(await scene.say(visitor, id, 'One more thing'));
    expect(await statusOf(id)).toBe('active');
  });
});
