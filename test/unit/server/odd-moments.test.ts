import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ASK_MS, MESSAGE_EDIT_MS } from '../../../protocol/wire/limits.ts';
import { acceptAsk } from '../../../server/usecases/accept-ask.ts';
import { askColleague } from '../../../server/usecases/ask-colleague.ts';
import { closeConversation } from '../../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../../server/usecases/context.ts';
import { addFollowUp } from '../../../server/usecases/follow-ups.ts';
import { keepPresence } from '../../../server/usecases/keep-presence.ts';
import { leavePresence } from '../../../server/usecases/leave-presence.ts';
import { blockPerson, endBlock } from '../../../server/usecases/people/blocks.ts';
import { mergePeople } from '../../../server/usecases/people/merge.ts';
import { editMessage, removeMessage } from '../../../server/usecases/revise-message.ts';
import { sendMessage } from '../../../server/usecases/send-message.ts';
import { accepted, openScene, type Scene } from '../../support/scene.ts';

/** Two things in the same moment, as people meet them: each ends in a state that both of them can live with. */

describe('odd moments', () => {
  let scene: Scene;
  let ana: AgentSubject;
  let sue: AgentSubject;
  let mia: VisitorSubject;
  let talk: string;
  let made = 0;
  const clientId = () => `odd-client-id-${String(++made).padStart(6, '0')}`;
  const stateOf = async (id = talk) => scene.context.store.findConversation(id);

  beforeEach(async () => {
    scene = await openScene();
    ana = await scene.agent('Ana');
    mia = await scene.visitor();
    talk = await scene.open(mia);
    await scene.route();
    sue = await scene.agent('Sue', { role: 'supervisor' });
  });
  afterEach(() => scene.close());

  const ask = () =>
    scene.act(askColleague(scene.context, ana, { conversationId: talk, kind: 'transfer', agentId: sue.agent.id }));

  test('T5 R7 who is asked signs out at that moment: in time it is a no, and the visitor stays with whoever serves her', async () => {
    accepted(await ask());
    await leavePresence(scene.context, sue.agent.id, 'signed_out');
    await scene.context.clock.advance(ASK_MS);
    await keepPresence(scene.context, [ana.agent.id]);
    await scene.sweep();
    expect(await stateOf()).toMatchObject({ status: 'active', agentId: ana.agent.id, ask: null });
    const late = await scene.act(acceptAsk(scene.context, sue, { conversationId: talk }));
    expect(late).toMatchObject({ error: 'ask_over' });
    expect(await ask()).toMatchObject({ error: 'agent_absent' });
    expect(scene.failures).toEqual([]);
  });

  test('T4 R7 who says yes and goes at that moment: the visitor is back in the queue and comes to whoever is there', async () => {
    accepted(await ask());
    accepted(await scene.act(acceptAsk(scene.context, sue, { conversationId: talk })));
    await leavePresence(scene.context, sue.agent.id, 'signed_out');
    await keepPresence(scene.context, [ana.agent.id]);
    await scene.sweep();
    await scene.route();
    expect(await stateOf()).toMatchObject({ status: 'active', agentId: ana.agent.id });
    expect(scene.failures).toEqual([]);
  });

  test('C18 in the last millisecond of the window an edit counts, in the next it does not', async () => {
    const { seq } = accepted(await scene.say(ana, talk, 'Old words'));
    const edit = () =>
      editMessage(scene.context, ana, { conversationId: talk, seq, clientId: clientId(), body: `new ${made}` });
    await scene.context.clock.advance(MESSAGE_EDIT_MS);
    expect((await scene.act(edit())).ok).toBe(true);
    await scene.context.clock.advance(1);
    expect(await scene.act(edit())).toMatchObject({ error: 'edit_closed' });
  });

  test('C19 an answer to a message that was removed in between is taken, and shows nothing of it', async () => {
    const { seq } = accepted(await scene.say(mia, talk, 'my card is 4111'));
    accepted(await scene.act(removeMessage(scene.context, mia, { conversationId: talk, seq, clientId: clientId() })));
    const answer = { conversationId: talk, clientId: clientId(), body: 'Thank you', quote: seq };
    accepted(await scene.act(sendMessage(scene.context, ana, answer)));
    const page = await scene.context.store.readPage({ conversationId: talk, afterSeq: 0, limit: 99 });
    expect(page?.entries.at(-1)).toMatchObject({ body: 'Thank you', quote: seq });
    expect(JSON.stringify(page)).not.toContain('4111');
  });

  test('K4 what was put off and ended is back with its visitor, and its reminder stays until somebody ends it', async () => {
    const dueAt = scene.context.clock.now() + 3_600_000;
    const snooze = { conversationId: talk, clientId: clientId(), kind: 'snooze', dueAt } as const;
    accepted(await scene.act(addFollowUp(scene.context, ana, snooze)));
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: talk })));
    expect((await scene.say(mia, talk, 'One more thing')).ok).toBe(true);
    await scene.route();
    expect(await stateOf()).toMatchObject({ status: 'active', episode: 2, agentId: ana.agent.id });
    const input = { agentId: ana.agent.id, all: false, list: 'open', limit: 9 } as const;
    expect((await scene.context.store.listFollowUps(input)).followUps).toHaveLength(1);
  });

  test('J9 blocked in the middle of a word and unblocked at once: what was open has ended, and she can write again', async () => {
    const block = { visitorId: mia.visitorId, reason: 'abuse', until: null, address: false };
    accepted(await scene.act(blockPerson(scene.context, sue, block)));
    expect(await stateOf()).toMatchObject({ status: 'closed' });
    const [kept] = await scene.context.store.listBlocks({ now: scene.context.clock.now(), limit: 9 });
    accepted(await scene.act(endBlock(scene.context, sue, { id: kept?.id ?? '' })));
    expect((await scene.say(mia, talk, 'It was a mistake')).ok).toBe(true);
    await scene.route();
    expect(await stateOf()).toMatchObject({ status: 'active', episode: 2 });
  });

  test('J8 two who both talk are joined: both talks go on, each with its agent; and joined once more nothing changes', async () => {
    const kim = await scene.visitor();
    const other = await scene.open(kim);
    await scene.route();
    const join = (fromId: string, intoId: string) => scene.act(mergePeople(scene.context, sue, { fromId, intoId }));
    const agents = [(await stateOf())?.agentId, (await stateOf(other))?.agentId];
    accepted(await join(kim.visitorId, mia.visitorId));
    for (const [who, id] of [
      [mia, talk],
      [kim, other],
    ] as const)
      expect((await scene.say(who, id, 'Still here')).ok).toBe(true);
    expect([(await stateOf())?.agentId, (await stateOf(other))?.agentId]).toEqual(agents);
    expect(await join(kim.visitorId, mia.visitorId)).toMatchObject({ error: 'invalid_payload' });
    expect(await join(mia.visitorId, kim.visitorId)).toMatchObject({ error: 'invalid_payload' });
    const max = await scene.visitor();
    await scene.open(max);
    accepted(await join(mia.visitorId, max.visitorId));
    expect((await scene.context.store.listProfiles(max.visitorId)).sort()).toEqual(
      [max, mia, kim].map(({ visitorId }) => visitorId).sort(),
    );
    expect((await scene.say(kim, other, 'And I')).ok).toBe(true);
  });
});
