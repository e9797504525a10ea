// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENT_GRACE_MS, AGENT_LEASE_MS, AGENT_RETURN_MS } from '../../../../protocol/wire/limits.ts';
import { keepPresence } from '../../../../server/usecases/keep-presence.ts';
import { leavePresence } from '../../../../server/usecases/leave-presence.ts';
import { readAvailability } from '../../../../server/usecases/read-availability.ts';
import { resumePresence } from '../../../../server/usecases/resume-presence.ts';
import { setAvailability } from '../../../../server/usecases/set-availability.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

async function stateOf(conversationId: string) {
  return scene.context.store.findConversation(conversationId);
}

describe('presence', () => {
  it('R7 a lease ends when nobody renews it: the visitor waits again, at the old place', async () => {
    await scene.agent('Ana');
    const conversationId = await scene.open(await scene.visitor());
    const before = await stateOf(conversationId);
    await scene.context.clock.advance(AGENT_LEASE_MS - 1);
    await scene.sweep();
    expect((await stateOf(conversationId))?.status).toBe('active');
    await scene.context.clock.advance(2);
    await scene.sweep();
    expect(await stateOf(conversationId)).toMatchObject({
      status: 'queued',
      agentId: null,
      queuedAt: before?.queuedAt,
    });
    expect(scene.failures).toEqual([]);
  });

  it('R7 who lost an agent is served before those who came later', async () => {
    const ana = await scene.agent('Ana', { capacity: 1 });
    const earlier = await scene.open(await scene.visitor());
    await scene.context.clock.advance(1_000);
    const later = await scene.open(await scene.visitor());
    await leavePresence(scene.context, ana.agent.id, 'signed_out');
    await scene.context.clock.advance(1);
    await scene.sweep();
    expect((await stateOf(earlier))?.status).toBe('queued');
    const ben = await scene.agent('Ben', { capacity: 1 });
    expect(await stateOf(earlier)).toMatchObject({ status: 'active', agentId: ben.agent.id });
    expect((await stateOf(later))?.status).toBe('queued');
  });

  it('R7 a renewed lease keeps everything', async () => {
    const ana = await scene.agent('Ana');
    const conversationId = await scene.open(await scene.visitor());
    for (let round = 0; round < 10; round += 1) {
      await scene.context.clock.advance(AGENT_LEASE_MS / 3);
      accepted((await keepPresence(scene.context, [ana.agent.id])).answer);
      await scene.sweep();
    }
    expect((await stateOf(conversationId))?.status).toBe('active');
  });

  it('R7 after the last tab closed there is the grace for a reload, not more', async () => {
    const ana = await scene.agent('Ana');
    const conversationId = await scene.open(await scene.visitor());
    await leavePresence(scene.context, ana.agent.id, 'closed');
    await scene.context.clock.advance(AGENT_GRACE_MS - 1);
    await scene.sweep();
    expect((await stateOf(conversationId))?.status).toBe('active');
    await scene.context.clock.advance(2);
    await scene.sweep();
    expect((await stateOf(conversationId))?.status).toBe('queued');
  });

  it('R8 a restart re-queues nobody who comes back in time', async () => {
    await scene.agent('Ana');
    const conversationId = await scene.open(await scene.visitor());
    await scene.context.clock.advance(5 * 60_000);
    await resumePresence(scene.context);
    await scene.context.clock.advance(AGENT_RETURN_MS - 1);
    await scene.sweep();
    expect((await stateOf(conversationId))?.status).toBe('active');
    await scene.context.clock.advance(2);
    await scene.sweep();
    expect((await stateOf(conversationId))?.status).toBe('queued');
  });
});

describe('availability', () => {
  it('R6 an available agent gets who waits; an away one keeps hers and gets nobody new', async () => {
    const one = await scene.open(await scene.visitor());
    expect(await readAvailability(scene.context)).toBe(false);
    const ana = await scene.agent('Ana');
    expect((await stateOf(one))?.status).toBe('active');
    expect(await readAvailability(scene.context)).toBe(true);
    const away = await scene.act(setAvailability(scene.context, ana, { availability: 'away' }));
    expect(away.ok).toBe(true);
    expect(scene.told.slice(-2)).toEqual([
      { tell: 'agentAvailability', agentId: ana.agent.id, availability: 'away', awayReason: null },
      { tell: 'availability' },
    ]);
    const two = await scene.open(await scene.visitor());
    expect((await stateOf(one))?.status).toBe('active');
    expect((await stateOf(two))?.status).toBe('queued');
    expect(await readAvailability(scene.context)).toBe(false);
  });

  it('R7 visitors are told when a lease that ran out takes the last agent away', async () => {
    await scene.agent('Ana');
    await scene.sweep();
    scene.told.length = 0;
    await scene.context.clock.advance(AGENT_LEASE_MS + 1);
    await scene.sweep();
    expect(scene.told).toContainEqual({ tell: 'availability' });
  });
});
