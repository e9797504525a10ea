// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ASK_MS, IDLE_AWAY_MS_USUAL, IDLE_WARNING_MS } from '../../../../protocol/wire/limits.ts';
import { acceptAsk } from '../../../../server/usecases/accept-ask.ts';
import { addNote } from '../../../../server/usecases/add-note.ts';
import { askColleague } from '../../../../server/usecases/ask-colleague.ts';
import { changeStaffMember } from '../../../../server/usecases/change-staff.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import type { AgentSubject } from '../../../../server/usecases/context.ts';
import { addDepartment } from '../../../../server/usecases/departments.ts';
import { cancelAsk, declineAsk } from '../../../../server/usecases/end-ask.ts';
import { keepPresence } from '../../../../server/usecases/keep-presence.ts';
import { leaveConversation } from '../../../../server/usecases/leave-conversation.ts';
import { listTeam } from '../../../../server/usecases/list-team.ts';
import { pickConversation } from '../../../../server/usecases/pick-conversation.ts';
import { moveConversation, returnConversation } from '../../../../server/usecases/return-conversation.ts';
import { setAvailability } from '../../../../server/usecases/set-availability.ts';
import { syncTeam } from '../../../../server/usecases/sync-team.ts';
import { takeOverConversation } from '../../../../server/usecases/take-over-conversation.ts';
import { touchSession } from '../../../../server/usecases/touch-session.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const teamOf = async (who: AgentSubject, conversationId: string) =>
  accepted((await syncTeam(scene.context, who, { conversationId, afterNumber: 0 })).answer).entries;
const stateOf = async (id: string) => {
  const found = await scene.context.store.findConversation(id);
  if (!found) throw new Error('It is gone.');
  return found;
};

describe('from the queue and back', () => {
  it('T3 an agent who is away picks by hand, and answers', async () => {
    const ana = await scene.agent('Ana', { available: false });
    const id = await scene.open(await scene.visitor());
    const placed = accepted(await scene.act(pickConversation(scene.context, ana, { conversationId: id })));
    expect(await stateOf(id)).toMatchObject({ status: 'active', agentId: ana.agent.id, head: placed.seq });
    expect((await scene.say(ana, id)).ok).toBe(true);
    const [reason] = await teamOf(ana, id);
    expect(reason).toMatchObject({ kind: 'reason', how: 'picked', reason: 'Ana picked it from the queue.' });
    const told = scene.told.length;
    expect(accepted(await scene.act(pickConversation(scene.context, ana, { conversationId: id })))).toEqual(placed);
    expect(scene.told).toHaveLength(told);
  });

  it('T3 the second of two who pick is told that somebody was faster', async () => {
    const [ana, bo] = [await scene.agent('Ana', { available: false }), await scene.agent('Bo', { available: false })];
    const id = await scene.open(await scene.visitor());
    const answers = await Promise.all(
      [ana, bo].map((who) => scene.act(pickConversation(scene.context, who, { conversationId: id }))),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers.find((one) => !one.ok)).toMatchObject({ error: 'reassigned' });
  });

  it('T3 above the capacity: routing then leaves her alone until she is below it again', async () => {
    const ana = await scene.agent('Ana', { capacity: 1 });
    const first = await scene.open(await scene.visitor());
    const second = await scene.open(await scene.visitor());
    const third = await scene.open(await scene.visitor());
    expect((await stateOf(first)).agentId).toBe(ana.agent.id);
    accepted(await scene.act(pickConversation(scene.context, ana, { conversationId: second })));
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: first })));
    expect((await stateOf(third)).status).toBe('queued');
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: second })));
    expect((await stateOf(third)).agentId).toBe(ana.agent.id);
  });

  it('T9 given back it keeps its place; the agent may not write any more', async () => {
    const ana = await scene.agent('Ana');
    const id = await scene.open(await scene.visitor());
    const { queuedAt } = await stateOf(id);
    accepted(await scene.act(setAvailability(scene.context, ana, { availability: 'away' })));
    accepted(
      await scene.act(returnConversation(scene.context, ana, { conversationId: id, note: '  Needs the warehouse. ' })),
    );
    expect(await stateOf(id)).toMatchObject({ status: 'queued', queuedAt, agentId: null });
    expect((await teamOf(ana, id)).at(-1)).toMatchObject({ kind: 'moved', note: 'Needs the warehouse.' });
    expect(await scene.say(ana, id)).toMatchObject({ error: 'reassigned' });
  });

  it('T9 to another department it goes at its place, and not back to who gave it away', async () => {
    const ana = await scene.agent('Ana');
    const id = await scene.open(await scene.visitor());
    const { queuedAt } = await stateOf(id);
    const department = accepted(
      (await addDepartment(scene.context, 'command_line', { siteId: null, name: 'Returns', routing: {} })).answer,
    );
    const move = (departmentId: string) =>
      scene.act(moveConversation(scene.context, ana, { conversationId: id, departmentId, note: 'A cracked mug.' }));
    expect(await move('nothing')).toMatchObject({ error: 'not_found' });
    accepted(await scene.act(setAvailability(scene.context, ana, { availability: 'away' })));
    accepted(await move(department.id));
    expect(await stateOf(id)).toMatchObject({ status: 'queued', queuedAt });
    expect((await teamOf(ana, id)).at(-1)).toMatchObject({
      kind: 'moved',
      department: 'Returns',
      note: 'A cracked mug.',
      by: { name: 'Ana' },
    });
    const page = await scene.context.store.readPage({ conversationId: id, afterSeq: 3, limit: 9 });
    expect(page?.entries).toMatchObject([{ kind: 'queued', reason: 'moved' }]);
    expect(JSON.stringify(page)).not.toContain('cracked');
  });

  it('T8 a supervisor takes over; the late write of who had it is refused', async () => {
    const ana = await scene.agent('Ana');
    const sue = await scene.agent('Sue', { role: 'supervisor', available: false });
    const id = await scene.open(await scene.visitor());
    expect(await scene.act(takeOverConversation(scene.context, ana, { conversationId: id }))).toMatchObject({
      ok: true,
    });
    accepted(await scene.act(takeOverConversation(scene.context, sue, { conversationId: id })));
    expect(await scene.say(ana, id)).toMatchObject({ error: 'reassigned' });
    expect((await scene.say(sue, id)).ok).toBe(true);
    expect((await teamOf(sue, id)).at(-1)).toMatchObject({ how: 'taken_over', reason: 'Sue took it over from Ana.' });
    expect(
      (await scene.context.store.listMembers({ now: scene.context.clock.now(), limit: 9 })).map((one) => one.load),
    ).toEqual([0, 1]);
  });
});

describe('asking a colleague', () => {
  let ana: AgentSubject;
  let bo: AgentSubject;
  let id: string;

  beforeEach(async () => {
    ana = await scene.agent('Ana');
    id = await scene.open(await scene.visitor());
    bo = await scene.agent('Bo');
  });
  const ask = (kind: 'transfer' | 'invite' = 'transfer') =>
    scene.act(
      askColleague(scene.context, ana, { conversationId: id, kind, agentId: bo.agent.id, note: 'Knows mugs.' }),
    );

  it('T4 the one who asks serves on; with a yes it is the other’s, and the visitor sees who', async () => {
    accepted(await ask());
    expect((await scene.say(ana, id, 'A moment please.')).ok).toBe(true);
    accepted(await scene.act(acceptAsk(scene.context, bo, { conversationId: id })));
    expect(await scene.say(ana, id)).toMatchObject({ error: 'reassigned' });
    expect((await scene.say(bo, id)).ok).toBe(true);
    expect((await teamOf(bo, id)).map((one) => one.kind)).toEqual(['reason', 'asked', 'reason']);
    const page = await scene.context.store.readPage({ conversationId: id, afterSeq: 3, limit: 9 });
    expect(page?.entries.map((entry) => entry.kind)).toEqual(['message', 'assigned', 'message']);
  });

  it('T5 no answer in time is a no, and a late yes is refused', async () => {
    const { until } = accepted(await ask());
    expect(until).toBe(scene.context.clock.now() + ASK_MS);
    await scene.context.clock.advance(ASK_MS);
    await keepPresence(scene.context, [ana.agent.id, bo.agent.id]);
    await scene.sweep();
    expect(await scene.act(acceptAsk(scene.context, bo, { conversationId: id }))).toMatchObject({ error: 'ask_over' });
    expect(await stateOf(id)).toMatchObject({ status: 'active', agentId: ana.agent.id, ask: null });
    expect((await teamOf(ana, id)).at(-1)).toMatchObject({ kind: 'ask_ended', how: 'timed_out', by: null });
    expect(scene.failures).toEqual([]);
  });

  it('T5 declined and taken back', async () => {
    accepted(await ask());
    accepted(await scene.act(declineAsk(scene.context, bo, { conversationId: id })));
    accepted(await ask());
    accepted(await scene.act(cancelAsk(scene.context, ana, { conversationId: id })));
    const ends = (await teamOf(ana, id)).flatMap((one) => (one.kind === 'ask_ended' ? [one.how] : []));
    expect(ends).toEqual(['declined', 'cancelled']);
    expect(await scene.act(declineAsk(scene.context, bo, { conversationId: id }))).toMatchObject({ error: 'ask_over' });
  });

  it('T2 T6 T7 who comes in writes, too; who left does not', async () => {
    expect(await scene.say(bo, id)).toMatchObject({ error: 'reassigned' });
    accepted(await ask('invite'));
    expect(await scene.say(bo, id)).toMatchObject({ error: 'reassigned' });
    accepted(await scene.act(acceptAsk(scene.context, bo, { conversationId: id })));
    expect((await scene.say(bo, id, 'Bo here.')).ok).toBe(true);
    expect((await scene.say(ana, id, 'Ana here.')).ok).toBe(true);
    accepted(await scene.act(leaveConversation(scene.context, bo, { conversationId: id })));
    expect(await scene.say(bo, id)).toMatchObject({ error: 'reassigned' });
    const page = await scene.context.store.readPage({ conversationId: id, afterSeq: 3, limit: 9 });
    expect(page?.entries.map((entry) => entry.kind)).toEqual(['joined', 'message', 'message', 'left']);
  });

  it('T5 an end ends the question', async () => {
    accepted(await ask());
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: id })));
    expect(await scene.act(acceptAsk(scene.context, bo, { conversationId: id }))).toMatchObject({ error: 'ask_over' });
    await scene.context.clock.advance(ASK_MS);
    await scene.sweep();
    expect(scene.failures).toEqual([]);
  });

  it('T10 a note is told to agents only, once', async () => {
    const told = scene.told.length;
    const note = { conversationId: id, clientId: 'a-note-client-id-1', body: 'He is upset.' };
    accepted(await scene.act(addNote(scene.context, bo, note)));
    accepted(await scene.act(addNote(scene.context, bo, note)));
    const notices = scene.told.slice(told);
    expect(notices.map((one) => one.tell)).toEqual(['team', 'inbox']);
    expect(JSON.stringify(notices)).not.toContain('visitorId');
  });
});

describe('who is there', () => {
  it('T11 the usual reasons, and no other', async () => {
    const ana = await scene.agent('Ana');
    const { awayReasons, members } = accepted((await listTeam(scene.context, ana, {})).answer);
    expect(awayReasons).toEqual(['Lunch', 'Break', 'Training', 'After-work']);
    expect(members).toMatchObject([{ name: 'Ana', present: true, load: 0, extra: 0 }]);
    expect('email' in (members[0] ?? {})).toBe(false);
    accepted(await scene.act(setAvailability(scene.context, ana, { availability: 'away', reason: 'Lunch' })));
    expect(scene.told.at(-2)).toMatchObject({ availability: 'away', awayReason: 'Lunch' });
    const golf = await scene.act(setAvailability(scene.context, ana, { availability: 'away', reason: 'Golf' }));
    expect(golf).toMatchObject({ error: 'invalid_payload' });
  });

  it('T11 a viewer is given nothing and is nobody to visitors', async () => {
    const eve = await scene.agent('Eve', { role: 'viewer', available: false });
    expect(await scene.act(setAvailability(scene.context, eve, { availability: 'available' }))).toMatchObject({
      error: 'forbidden',
    });
    const id = await scene.open(await scene.visitor());
    await scene.route();
    expect((await stateOf(id)).status).toBe('queued');
    expect(await scene.context.store.isAnyAvailable(scene.context.clock.now())).toBe(false);
  });

  it('T11 who becomes a viewer is away from that moment, and visitors hear it', async () => {
    const owner = await scene.agent('Olga', { role: 'owner', available: false });
    const ana = await scene.agent('Ana');
    const member = await scene.context.store.findStaffMember(ana.agent.id);
    if (!member) throw new Error('Ana is gone.');
    const { id: agentId, ...rest } = member;
    accepted(await scene.act(changeStaffMember(scene.context, owner, { ...rest, agentId, role: 'viewer' })));
    expect(await scene.context.store.findAgent(agentId)).toMatchObject({ availability: 'away', awayReason: 'viewing' });
    expect(scene.told.slice(-2).map((one) => one.tell)).toEqual(['sessionsEnded', 'availability']);
  });

  it('T12 warned, and then away; a touch in time prevents it', async () => {
    const { clock, store } = scene.context;
    const ana = await scene.agent('Ana');
    const stay = async (ms: number) => {
      await clock.advance(ms);
      await keepPresence(scene.context, [ana.agent.id]);
      await scene.sweep();
    };
    await stay(IDLE_AWAY_MS_USUAL - IDLE_WARNING_MS);
    expect(scene.told.at(-1)).toMatchObject({ tell: 'idle', agentId: ana.agent.id });
    accepted(await scene.act(touchSession(scene.context, ana, {})));
    await stay(IDLE_WARNING_MS);
    expect(await store.findAgent(ana.agent.id)).toMatchObject({ availability: 'available' });
    await stay(IDLE_AWAY_MS_USUAL);
    expect(await store.findAgent(ana.agent.id)).toMatchObject({ availability: 'away', awayReason: 'inactive' });
    const because = scene.told.findLast((one) => one.tell === 'agentAvailability');
    expect(because).toMatchObject({ availability: 'away', awayReason: 'inactive' });
    // Coming back is a sign of life, too: not away again with the next look.
    accepted(await scene.act(setAvailability(scene.context, ana, { availability: 'available' })));
    await stay(IDLE_WARNING_MS);
    expect(await store.findAgent(ana.agent.id)).toMatchObject({ availability: 'available' });
  });
});
