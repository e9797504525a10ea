import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffMember } from '../../../../protocol/wire/departments.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import { moveConversation } from '../../../../server/usecases/return-conversation.ts';
import { accepted } from '../../../support/scene.ts';
import { calendarOf } from '../../domain/hours/calendars.ts';
import { HOUR, MINUTE, OFFICE, openServiceScene, type ServiceScene } from './service-scene.ts';

/** Hours, places and reopening beside departments, priorities and the agents whom visitors know. */

let scene: ServiceScene;
beforeEach(async () => {
  scene = await openServiceScene();
});
afterEach(async () => {
  expect(scene.failures).toEqual([]);
  await scene.close();
});

const stateOf = async (id: string) => scene.context.store.findConversation(id);
const rule = (words: string, set: object) => ({ name: words, when: { words: [words] }, set });

describe('beside routing', () => {
  it('C16 a talk that goes on returns to its agent though another one is idle for longer', async () => {
    const ana = await scene.agent('Ana', { capacity: 2 });
    const visitor = await scene.visitor();
    const id = await scene.open(visitor);
    expect((await stateOf(id))?.agentId).toBe(ana.agent.id);
    await scene.agent('Bo', { capacity: 2 });
    await scene.pass(MINUTE);
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId: id })));
    accepted(await scene.say(visitor, id, 'One more thing'));
    expect((await stateOf(id))?.agentId).toBe(ana.agent.id);
  });

  it('C16 R1 or to somebody else at once where she is full, so that nobody waits while there is room', async () => {
    const ana = await scene.agent('Ana', { capacity: 1 });
    const visitor = await scene.visitor();
    const id = await scene.open(visitor);
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId: id })));
    const other = await scene.open(await scene.visitor());
    expect((await stateOf(other))?.agentId).toBe(ana.agent.id);
    const bo = await scene.agent('Bo', { capacity: 1 });
    accepted(await scene.say(visitor, id, 'One more thing'));
    expect((await stateOf(id))?.agentId).toBe(bo.agent.id);
  });

  it('H7 a department that is closed on an open site: kept, and the visitor is told', async () => {
    const { store, clock } = scene.context;
    await store.addDepartment({ id: 'night', siteId: null, name: 'Night desk', routing: {}, at: clock.now() });
    await store.setRoutingPlan({ rules: [rule('night', { departmentId: 'night' })] } as never);
    await scene.set({ hours: OFFICE });
    await scene.setDepartment('night', { hours: calendarOf('UTC', { everyday: ['22:00-06:00'] }) });
    const id = await scene.open(await scene.visitor(), 'A question for the night desk');
    await scene.look();
    expect((await scene.entries(id)).at(-1)).toMatchObject({ kind: 'notice', what: 'kept' });
    const { conversations } = await store.listInbox({ openLimit: 9, closedLimit: 0 });
    expect(conversations).toMatchObject([{ id, held: true }]);
    await scene.pass(13 * HOUR);
    await scene.look();
    expect((await store.listInbox({ openLimit: 9, closedLimit: 0 })).conversations[0]).not.toHaveProperty('held');
  });

  it('T9 H7 passed by hand to a department that is closed, with nobody on: kept at its place, said to the visitor, and served when it opens', async () => {
    const { context } = scene;
    await context.store.addDepartment({
      id: 'night',
      siteId: null,
      name: 'Night',
      routing: {},
      at: context.clock.now(),
    });
    await scene.setDepartment('night', { hours: calendarOf('UTC', { everyday: ['22:00-06:00'] }) });
    const ana = await scene.agent('Ana');
    const id = await scene.open(await scene.visitor());
    const queuedAt = (await stateOf(id))?.queuedAt;
    accepted(await scene.act(moveConversation(context, ana, { conversationId: id, departmentId: 'night' })));
    await scene.look();
    expect(await stateOf(id)).toMatchObject({ status: 'queued', queuedAt, agentId: null });
    expect((await scene.entries(id)).slice(-2)).toMatchObject([
      { kind: 'queued', reason: 'moved' },
      { kind: 'notice', what: 'kept' },
    ]);
    // Ana is on all the time, and of no department: it is not hers again.
    await scene.pass(12 * HOUR);
    await scene.look();
    expect((await stateOf(id))?.status).toBe('queued');
    const bo = await scene.agent('Bo');
    const { id: agentId, ...rest } = (await context.store.findStaffMember(bo.agent.id)) as StaffMember;
    await context.store.changeStaffMember({
      ...rest,
      agentId,
      departments: [{ departmentId: 'night', capacity: null }],
    });
    await scene.pass(HOUR);
    await scene.look();
    expect((await stateOf(id))?.agentId).toBe(bo.agent.id);
  });

  it('Q1 places follow the order in which routing serves (R13)', async () => {
    await scene.context.store.setRoutingPlan({ rules: [rule('urgent', { priority: 2 })] } as never);
    const first = await scene.visitor();
    const second = await scene.visitor();
    await scene.open(first, 'No hurry');
    await scene.pass(MINUTE);
    await scene.open(second, 'This is urgent');
    await scene.tellPlaces();
    const places = scene.toldOf('place').map(({ visitorId, place }) => [visitorId, place.position]);
    expect(places).toEqual([
      [second.visitorId, 1],
      [first.visitorId, 2],
    ]);
  });
});
