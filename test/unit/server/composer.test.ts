import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PLANNED_LATE_MS_MAX } from '../../../protocol/wire/limits-of-composer.ts';
import { addNote } from '../../../server/usecases/add-note.ts';
import { changeStaffMember } from '../../../server/usecases/change-staff.ts';
import { changeTeamRules } from '../../../server/usecases/change-team-rules.ts';
import { closeConversation } from '../../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../../server/usecases/context.ts';
import { listDrafts, writeDraft } from '../../../server/usecases/drafts.ts';
import { listTeam } from '../../../server/usecases/list-team.ts';
import { listMentions, seeMentions } from '../../../server/usecases/mentions.ts';
import { addPlanned, cancelPlanned, changePlanned, listPlanned } from '../../../server/usecases/planned.ts';
import { sendPlannedNow } from '../../../server/usecases/send-planned.ts';
import { syncConversation } from '../../../server/usecases/sync-conversation.ts';
import { sendDuePlanned } from '../../../server/workers/send-planned.ts';
import { accepted, openScene, type Scene } from '../../support/scene.ts';

const HOUR_MS = 3_600_000;

describe('what stands beside writing', () => {
  let scene: Scene;
  let ana: AgentSubject;
  let bo: AgentSubject;
  let mia: VisitorSubject;
  let talk: string;

  beforeEach(async () => {
    scene = await openScene();
    ana = await scene.agent('Ana');
    mia = await scene.visitor();
    talk = await scene.open(mia);
    await scene.route();
    bo = await scene.agent('Bo', { role: 'supervisor' });
  });
  afterEach(() => scene.close());

  let made = 0;
  const later = async (more: { sendAt?: number; close?: 'resolved' } = {}, who = ana) => {
    const clientId = `planned-client-id-${++made}`;
    const sendAt = more.sendAt ?? scene.context.clock.now() + HOUR_MS;
    const input = { conversationId: talk, clientId, body: 'It is here', sendAt, close: more.close };
    return scene.act(addPlanned(scene.context, who, input));
  };
  const look = () =>
    sendDuePlanned({ context: scene.context, tell: (notices) => scene.told.push(...notices), wakeRouting: () => {} });
  const messages = async () => {
    const page = accepted((await syncConversation(scene.context, mia, { conversationId: talk, afterSeq: 0 })).answer);
    return page.entries.flatMap((entry) => (entry.kind === 'message' && entry.author === 'agent' ? [entry.body] : []));
  };
  const open = async () => accepted(await scene.act(listPlanned(scene.context, ana, { conversationId: talk }))).planned;

  test('D6 an answer leaves at its time, and looked at again and again it has left once', async () => {
    const planned = accepted(await later());
    await look();
    expect(await messages()).toEqual([]);
    await scene.context.clock.advance(HOUR_MS);
    await Promise.all([look(), look(), look()]);
    await look();
    expect(await messages()).toEqual(['It is here']);
    expect(await open()).toEqual([]);
    const told = scene.told.filter((notice) => notice.tell === 'planned').map(({ planned: one }) => one.state);
    expect(told).toEqual(['waiting', 'sent']);
    // Told to nobody of the visitor's side but as a message.
    expect(scene.told.filter(({ tell }) => tell === 'entries').at(-1)).toMatchObject({ visitorId: mia.visitorId });
    expect(await scene.act(cancelPlanned(scene.context, ana, { id: planned.id }))).toMatchObject({
      error: 'changed_meanwhile',
    });
  });

  test('D7 the visitor wrote meanwhile: it asks; sent as it is by its author alone, and only once', async () => {
    accepted(await later());
    await scene.say(mia, talk, 'Any news?');
    await scene.context.clock.advance(HOUR_MS);
    await look();
    const [held] = await open();
    expect(held).toMatchObject({ state: 'held', held: 'visitor_wrote' });
    expect(await messages()).toEqual([]);
    const { id = '', version = 0 } = held ?? {};
    expect(await scene.act(sendPlannedNow(scene.context, bo, { id, version }))).toMatchObject({ error: 'forbidden' });
    accepted(await scene.act(sendPlannedNow(scene.context, ana, { id, version })));
    expect(accepted(await scene.act(sendPlannedNow(scene.context, ana, { id, version })))).toMatchObject({
      state: 'sent',
    });
    expect(await messages()).toEqual(['It is here']);
  });

  test('D7 changed after the visitor wrote, it was read again, so it leaves; a closed talk and a late relay ask', async () => {
    const planned = accepted(await later());
    await scene.say(mia, talk, 'Any news?');
    const sendAt = planned.sendAt + 5;
    accepted(await scene.act(changePlanned(scene.context, ana, { id: planned.id, version: 1, body: 'Now', sendAt })));
    const late = accepted(await later({ sendAt: sendAt + 1 }));
    await scene.context.clock.advance(HOUR_MS + 5);
    await look();
    expect(await messages()).toEqual(['Now']);
    await scene.context.clock.advance(PLANNED_LATE_MS_MAX + 2);
    await look();
    expect(await open()).toMatchObject([{ id: late.id, held: 'late' }]);
    accepted(await later());
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: talk })));
    await scene.context.clock.advance(HOUR_MS);
    await look();
    expect((await open()).map(({ held }) => held).sort()).toEqual(['closed', 'late']);
  });

  test('D7 its author only looks on since: it does not leave, and who directs takes it back', async () => {
    const planned = accepted(await later());
    const { id: agentId, name } = ana.agent;
    const looksOn = {
      agentId,
      name,
      role: 'viewer' as const,
      siteIds: [],
      capacity: 1,
      skills: [],
      languages: [],
      departments: [],
    };
    accepted(await scene.act(changeStaffMember(scene.context, 'command_line', looksOn)));
    await scene.context.clock.advance(HOUR_MS);
    await look();
    expect(await messages()).toEqual([]);
    expect((await open())[0]).toMatchObject({ state: 'held', held: 'viewing' });
    expect(await scene.act(cancelPlanned(scene.context, bo, { id: planned.id }))).toMatchObject({ ok: true });
    expect(await open()).toEqual([]);
  });

  test('D9 with an end it closes the talk after it, once', async () => {
    accepted(await later({ close: 'resolved' }));
    await scene.context.clock.advance(HOUR_MS);
    await look();
    expect(await messages()).toEqual(['It is here']);
    expect(await scene.context.store.findConversation(talk)).toMatchObject({ status: 'closed' });
    await look();
    expect(await scene.context.store.listDuePlanned({ now: scene.context.clock.now(), limit: 9 })).toEqual([]);
  });

  test('D9 its end is refused, for the visitor wrote in between: the talk stays open, and its author hears of it', async () => {
    accepted(await later({ close: 'resolved' }));
    await scene.context.clock.advance(HOUR_MS);
    const { store } = scene.context;
    const findLast = store.findLastVisitorSeq;
    let asked = 0;
    // Between the answer and its end, as two nodes would meet it.
    store.findLastVisitorSeq = async (id) => {
      asked += 1;
      if (asked === 2) await scene.say(mia, talk, 'One more thing');
      return findLast(id);
    };
    await look();
    store.findLastVisitorSeq = findLast;
    expect(await messages()).toEqual(['It is here']);
    expect(await store.findConversation(talk)).toMatchObject({ status: 'active' });
    expect(scene.told.filter(({ tell }) => tell === 'planned').at(-1)).toMatchObject({
      planned: { state: 'sent', closeRefused: 'changed_meanwhile', conversationId: talk },
    });
    const told = scene.told.length;
    await look();
    expect(scene.told).toHaveLength(told);
    // Whoever was not there then finds it on coming back, on each device until it was put away.
    const own = async () => accepted((await listPlanned(scene.context, ana, {})).answer).planned;
    const [found] = await own();
    expect(found).toMatchObject({ state: 'sent', closeRefused: 'changed_meanwhile', conversationId: talk });
    accepted((await cancelPlanned(scene.context, ana, { id: found?.id ?? '' })).answer);
    expect(await own()).toEqual([]);
  });

  test('D7 an author who is not there when it asks is mailed, once; one who is there is not', async () => {
    const { store, clock } = scene.context;
    const queued: unknown[] = [];
    scene.context.mail = { isOn: true } as NonNullable<typeof scene.context.mail>;
    store.queueMail = async (mail) => {
      queued.push(mail);
      return 'queued';
    };
    const hold = async () => {
      accepted(await later());
      await clock.advance(1);
      await scene.say(mia, talk, 'One more thing');
      await clock.advance(HOUR_MS);
      await look();
    };
    await store.renewLeases({ agentIds: [ana.agent.id], until: clock.now() + 2 * HOUR_MS });
    await hold();
    expect(queued).toHaveLength(0);
    await store.renewLeases({ agentIds: [ana.agent.id], until: clock.now() });
    await hold();
    await look();
    expect(queued).toMatchObject([
      {
        document: {
          kind: 'alert',
          agentId: ana.agent.id,
          title: 'Your planned answer was not sent',
          conversationId: talk,
        },
      },
    ]);
  });

  test('D5 only who writes to the visitor, at a time to come; taken back by its author or who directs', async () => {
    expect(await later({}, bo)).toMatchObject({ error: 'reassigned' });
    expect(await later({ sendAt: scene.context.clock.now() })).toMatchObject({ field: 'sendAt' });
    const cy = await scene.agent('Cy');
    const { id } = accepted(await later());
    expect(await scene.act(cancelPlanned(scene.context, cy, { id }))).toMatchObject({ error: 'forbidden' });
    expect(await scene.act(changePlanned(scene.context, bo, { id, version: 1, body: 'Mine' }))).toMatchObject({
      error: 'forbidden',
    });
    accepted(await scene.act(cancelPlanned(scene.context, bo, { id })));
    accepted(await scene.act(cancelPlanned(scene.context, bo, { id })));
    await scene.context.clock.advance(HOUR_MS);
    await look();
    expect(await messages()).toEqual([]);
  });

  test('D1 D2 a draft is told to its writer alone; whoever wrote on an old version learns what stands there', async () => {
    const input = { conversationId: talk, kind: 'reply', body: 'Dear', basedOn: 0 } as const;
    accepted(await scene.act(writeDraft(scene.context, ana, input)));
    expect(scene.told.at(-1)).toMatchObject({ tell: 'draft', agentId: ana.agent.id });
    const told = scene.told.length;
    expect(accepted(await scene.act(writeDraft(scene.context, ana, { ...input, body: 'Hi' })))).toMatchObject({
      result: 'stale',
      draft: { body: 'Dear' },
    });
    expect(scene.told).toHaveLength(told);
    expect(accepted(await scene.act(listDrafts(scene.context, ana, {}))).drafts).toHaveLength(1);
    expect(accepted(await scene.act(listDrafts(scene.context, bo, {}))).drafts).toEqual([]);
  });

  test('D10 D11 who is named in a note hears of it at once, nobody else does; who left the team meanwhile is a name in a note that is kept', async () => {
    const note = { conversationId: talk, clientId: 'note-client-id-0001', body: '@Bo: may we?' };
    const named = { ...note, mentions: [bo.agent.id, ana.agent.id, bo.agent.id] };
    const gone = { ...note, clientId: 'note-client-id-0002', mentions: ['somebody who left'] };
    accepted(await scene.act(addNote(scene.context, ana, gone)));
    expect(scene.told.filter((notice) => notice.tell === 'mention')).toEqual([]);
    accepted(await scene.act(addNote(scene.context, ana, named)));
    accepted(await scene.act(addNote(scene.context, ana, named)));
    const told = scene.told.filter((notice) => notice.tell === 'mention');
    expect(told).toMatchObject([{ agentId: bo.agent.id, mention: { text: '@Bo: may we?', by: { name: 'Ana' } } }]);
    const { mentions, unread } = accepted(await scene.act(listMentions(scene.context, bo, {})));
    expect([mentions.length, unread]).toEqual([1, 1]);
    const upToNumber = mentions[0]?.number ?? 0;
    const seen = () => scene.act(seeMentions(scene.context, bo, { conversationId: talk, upToNumber }));
    expect(accepted(await seen())).toEqual({ unread: 0 });
    const before = scene.told.length;
    accepted(await seen());
    expect(scene.told).toHaveLength(before);
  });

  test('D8 how long a message can be called back is the owner’s; left out it stays', async () => {
    const rules = { awayReasons: null, idleAwayMs: null };
    const undoMs = async () => accepted(await scene.act(listTeam(scene.context, ana, {}))).undoMs;
    expect(await undoMs()).toBe(5_000);
    accepted(await scene.act(changeTeamRules(scene.context, bo, { ...rules, undoMs: 0 })));
    accepted(await scene.act(changeTeamRules(scene.context, bo, rules)));
    expect(await undoMs()).toBe(0);
  });
});
