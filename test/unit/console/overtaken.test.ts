import { describe, expect, test } from 'vitest';
import type { AgentConnection } from '../../../console/model/agent-link.ts';
import { Api } from '../../../console/model/api.ts';
import { Availability } from '../../../console/model/availability.ts';
import { Costs } from '../../../console/model/costs.ts';
import { FaceForm } from '../../../console/model/faces.ts';
import { Macros } from '../../../console/model/macros.ts';
import { OutsideSetup } from '../../../console/model/outside-setup.ts';
import { People } from '../../../console/model/people.ts';
import { Roles } from '../../../console/model/roles.ts';
import { SavedReplies } from '../../../console/model/saved-replies.ts';
import { SavedViews } from '../../../console/model/saved-views.ts';
import { SettingsDraft } from '../../../console/model/settings-draft.ts';
import { TeamTags } from '../../../console/model/team-tags.ts';
import { BUSINESS_SETTINGS_DEFAULT } from '../../../protocol/wire/business.ts';
import type { Planned } from '../../../protocol/wire/composer.ts';
import { type Answer, refusal, success } from '../../../protocol/wire/errors.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../../protocol/wire/notices.ts';
import { OUTSIDE_DEFAULT } from '../../../protocol/wire/outside.ts';
import type { Question } from '../../../protocol/wire/questions.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../protocol/wire/settings.ts';
import { ana, ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';
import { openWriting } from '../../support/writing-desk.ts';

/** Answers when the test says so, in the order that it chooses. */
class Turned {
  readonly open: { name: string; body: unknown; answer(answer: Answer<unknown>): void }[] = [];
  readonly hold = (name: string, body: unknown) =>
    new Promise<Answer<unknown>>((resolve) => this.open.push({ name, body, answer: resolve }));

  /** The oldest question of this name that is open. */
  async answer(name: string, value: unknown): Promise<void> {
    const at = this.open.findIndex((one) => one.name === name);
    if (at < 0) throw new Error(`Nobody asked ${name}: ${this.open.map((one) => one.name)}`);
    this.open.splice(at, 1)[0]?.answer(value === null ? refusal('unavailable') : success(value));
    await settle();
  }
}

const onSessionEnded = () => {};
const nobody = { onSessionEnded };

function api(turned: Turned): Api {
  return new Api({ ask: ({ method, body }) => turned.hold(method, body) });
}

describe('Z13 an answer that was asked for before a change was kept, and comes after it, puts nothing back', () => {
  test('macros, saved replies, tags and roles', async () => {
    const { turned, parts } = given();
    const macros = new Macros(parts);
    const replies = new SavedReplies(parts);
    const tags = new TeamTags({ ...parts, markOf: () => '' });
    const roles = new Roles(parts);
    const [old, now] = [{ name: 'old' }, { name: 'new' }];
    for (const [list, write, shown, olds, news] of [
      [macros, () => macros.remove('m'), () => macros.all.value, [old], [now]],
      [replies, () => replies.remove('r'), () => replies.all.value, [old], [now]],
      [roles, () => roles.remove('x'), () => roles.list(), [old], [now]],
    ] as const) {
      void list.load();
      const written = write();
      await turned.answer('DELETE', {});
      // The list is asked for anew, and that answer is there first.
      const [before] = turned.open.splice(0, 1);
      await turned.answer('GET', news);
      before?.answer(success(olds));
      await settle();
      expect(await written).toBe(true);
      expect(shown()).toEqual(news);
    }
    void tags.load();
    void tags.add(['new']);
    await turned.answer('PUT', { tags: ['new'] });
    await turned.answer('GET', { tags: [] });
    expect(tags.all.value).toEqual(['new']);
  });

  test('costs, services, and a secret that was put away meanwhile', async () => {
    const { turned, parts } = given();
    const costs = new Costs(parts);
    costs.load();
    const kept = { ...BUSINESS_SETTINGS_DEFAULT, currency: 'EUR' };
    void costs.save(costs.draftOf(kept), 0);
    await turned.answer('PUT', { ...kept, version: 1 });
    await turned.answer('GET', { ...BUSINESS_SETTINGS_DEFAULT, version: 0 });
    expect(costs.read.state.value).toMatchObject({ value: { currency: 'EUR', version: 1 } });

    const outside = new OutsideSetup('shop', { ask: (method, _, body) => turned.hold(method, body) as never });
    const read = { settings: OUTSIDE_DEFAULT, keys: { translator: false, assistant: false }, version: 0 };
    outside.load();
    void outside.save(OUTSIDE_DEFAULT, {}, 0);
    await turned.answer('PUT', { ...read, version: 1 });
    await turned.answer('GET', read);
    expect(outside.read.state.value).toMatchObject({ value: { version: 1 } });
    void outside.showSecret(false);
    outside.hideSecret();
    await turned.answer('POST', { secret: 'whsec' });
    expect(outside.secret.value).toBeNull();
  });

  test('the settings of a site, and the form of a face', async () => {
    const { turned, parts } = given();
    const draft = new SettingsDraft({ ...parts, clock: new ManualClock(), of: { kind: 'site', id: 'shop' } });
    const first = draft.open();
    await turned.answer('GET', { settings: SITE_SETTINGS_DEFAULT, version: 3 });
    await first;
    void draft.open();
    draft.change({ wrapUpMs: 9_000 });
    void draft.save();
    await turned.answer('PUT', { settings: draft.draft.value, version: 4 });
    await turned.answer('GET', { settings: SITE_SETTINGS_DEFAULT, version: 3 });
    expect([draft.stored.value.wrapUpMs, draft.draft.value.wrapUpMs]).toEqual([9_000, 9_000]);

    const face = new FaceForm('ana', { ...parts, shrinkPicture: async () => null });
    void face.load();
    face.title.value = 'Support';
    void face.save();
    await turned.answer('PUT', { agentId: 'ana', title: 'Support', picture: null });
    await turned.answer('GET', { agentId: 'ana', title: 'Old', picture: null });
    expect([face.title.value, face.saved.value]).toEqual(['Support', true]);
  });

  test('who somebody is, and who is blocked', async () => {
    const { turned, parts } = given();
    const people = new People(parts);
    void people.show('c1');
    await turned.answer('GET', { id: 'p', tags: [] });
    void people.show('c1');
    const [before] = turned.open.splice(0, 1);
    void people.addTag('vip');
    await turned.answer('POST', {});
    await turned.answer('GET', { id: 'p', tags: ['vip'] });
    before?.answer(success({ id: 'p', tags: [] }));
    await settle();
    expect(people.person.value).toMatchObject({ tags: ['vip'] });
    void people.loadBlocks();
    const [blocks] = turned.open.splice(0, 1);
    void people.endBlock('b');
    await turned.answer('DELETE', {});
    await turned.answer('GET', []);
    blocks?.answer(success([{ id: 'b' }]));
    await settle();
    expect(people.blocks.value).toEqual([]);
  });

  test('saved views, and whether I take conversations', async () => {
    const turned = new Turned();
    const connection = { send: turned.hold } as unknown as AgentConnection;
    const views = new SavedViews({ connection, mayShare: false, onChange: () => {} });
    void views.load();
    void views.remove('v1');
    await turned.answer('view:remove', { views: [] });
    await turned.answer('view:list', { views: [{ id: 'v1', name: 'Old', place: '', shared: false }] });
    expect(views.all.value).toEqual([]);

    const availability = new Availability(connection, { ...ana, availability: 'available', awayReason: null });
    void availability.set('away');
    void availability.set('available');
    const [away] = turned.open.splice(0, 1);
    await turned.answer('agent:availability', {});
    away?.answer(success({}));
    await settle();
    expect(availability.value.value).toBe('available');
  });
});

describe('Z13 what is chosen for notices', () => {
  async function open() {
    const [desk, turned] = [new ConsoleDesk(), new Turned()];
    await desk.open([summaryOf('c1')]);
    desk.http.ask = ({ method, body }) => turned.hold(method, body);
    const { notices } = desk.app;
    void notices.load();
    await turned.answer('GET', read({}));
    return { notices, turned };
  }
  const read = (part: object) => ({
    settings: { ...NOTICE_SETTINGS_DEFAULT, ...part },
    publicKey: 'key',
    devices: [{ id: 'd', isThis: true }],
  });

  test('stands where an answer of before comes after it', async () => {
    const { notices, turned } = await open();
    void notices.load();
    const choosing = notices.choose({ words: false });
    await turned.answer('PUT', {});
    await choosing;
    await turned.answer('GET', read({ words: true }));
    expect(notices.settings.value.words).toBe(false);
  });

  test('reaches the relay in its order, and a first one that it did not take puts back nothing of the second', async () => {
    const { notices, turned } = await open();
    void notices.choose({ words: false });
    void notices.choose({ through: ['message'] });
    expect(turned.open.map(({ name }) => name)).toEqual(['PUT']);
    await turned.answer('PUT', null);
    expect(turned.open).toMatchObject([{ body: { words: false, through: ['message'] } }]);
    await turned.answer('PUT', {});
    expect(notices.settings.value).toMatchObject({ words: false, through: ['message'] });
    expect(notices.failed.value).toBe(false);
    void notices.choose({ words: true });
    await turned.answer('PUT', null);
    expect(notices.settings.value).toMatchObject({ words: false, through: ['message'] });
    expect(notices.failed.value).toBe(true);
  });

  test('is nobody else’s who signs in before the answer is there', async () => {
    const { notices, turned } = await open();
    void notices.load();
    void notices.choose({ words: false });
    notices.seat('agent-2');
    await turned.answer('PUT', null);
    await turned.answer('GET', read({ words: false }));
    expect(notices.read.value).toBeNull();
    await turned.answer('GET', read({ quietUntil: 7 }));
    expect(notices.settings.value.quietUntil).toBe(7);
  });
});

test('D2 a list of drafts that was asked for before the last letters were kept takes none of them away', async () => {
  const desk = await openWriting();
  const [turned, { relay }] = [new Turned(), desk];
  relay.script('draft:list', () => turned.hold('list', {}) as never);
  relay.ready();
  relay.script('draft:write', ({ conversationId, kind, body }) =>
    success({ result: 'kept', draft: { conversationId, kind, body, version: 1 } }),
  );
  desk.thread.write('Half a sentence');
  await desk.clock.advance(10_000);
  await turned.answer('list', { drafts: [] });
  expect(desk.thread.draft.value).toBe('Half a sentence');
});

describe('Z13 a list that was asked for before something newer was heard is asked for again', () => {
  const bo = { id: 'agent-2', name: 'Bo' };
  const me = { id: ana.id, name: ana.name };
  async function open() {
    const [desk, turned] = [new ConsoleDesk(), new Turned()];
    await desk.open([summaryOf('c1')]);
    for (const name of ['planned:list', 'question:list', 'mention:list', 'mention:seen'] as const)
      desk.relay.script(name, (payload) => turned.hold(name, payload) as never);
    return { turned, relay: desk.relay, ...desk.desk.composing };
  }

  test('answers for later (D6): what was sent does not come back, what was just planned stays', async () => {
    const { turned, relay, planned } = await open();
    const sent: Planned = {
      ...{ id: 'p1', conversationId: 'c1', by: me, body: 'Soon', madeAt: 1, sendAt: 2, close: null, state: 'waiting' },
      ...{ held: null, outsideHours: false, opensAt: null, version: 1 },
    };
    const added = { ...sent, id: 'p2' };
    for (const of of [undefined, 'c1']) {
      void planned.load(of);
      relay.fact('planned:changed', { planned: { ...sent, state: 'sent', version: 2 } });
      relay.fact('planned:changed', { planned: added });
      await turned.answer('planned:list', { at: 0, planned: [sent] });
      expect(planned.of('c1').map(({ id }) => id)).toEqual(['p2']);
      await turned.answer('planned:list', { at: 0, planned: [added] });
      expect(planned.of('c1').map(({ id }) => id)).toEqual(['p2']);
    }
    expect(turned.open).toEqual([]);
  });

  test('questions (T15): what was answered does not open again, what was just asked stays', async () => {
    const { turned, relay, questions } = await open();
    const asked: Question = {
      ...{
        id: 'q1',
        conversationId: 'c1',
        label: 'V',
        siteName: 'Shop',
        by: bo,
        to: me,
        department: null,
        text: 'So?',
      },
      ...{ number: 1, askedAt: 1, dueAt: 9, state: 'open', endedAt: null, endedBy: null, answer: null },
      ...{ answerNumber: null, version: 1 },
    };
    const newer = { ...asked, id: 'q2' };
    void questions.load('c1');
    relay.fact('question:changed', { question: { ...asked, state: 'withdrawn', version: 2 }, why: 'withdrawn' });
    relay.fact('question:changed', { question: newer, why: 'asked' });
    await turned.answer('question:list', { at: 0, questions: [asked] });
    expect(questions.asked.value.map(({ id }) => id)).toEqual(['q2']);
    await turned.answer('question:list', { at: 0, questions: [newer] });
    expect(questions.asked.value.map(({ id }) => id)).toEqual(['q2']);
    expect(turned.open).toEqual([]);
  });

  test('notes that name me (D11): what was seen does not count anew, what was just written stays', async () => {
    const { turned, relay, mentions } = await open();
    const said = { conversationId: 'c1', label: 'V', siteName: 'Shop', by: bo, text: 'Look', at: 1, seenAt: null };
    const first = { ...said, number: 1 };
    const second = { ...first, conversationId: 'c2' };
    void mentions.load();
    await turned.answer('mention:list', { mentions: [first] });
    void mentions.load();
    mentions.seen('c1');
    relay.fact('mention:added', { mention: second });
    await turned.answer('mention:list', { mentions: [first] });
    expect([...mentions.ids.value]).toEqual(['c2']);
    await turned.answer('mention:list', { mentions: [second, { ...first, seenAt: 2 }] });
    expect([...mentions.ids.value]).toEqual(['c2']);
  });

  test('and of two lists the one that was asked for last counts, whichever comes first', async () => {
    const { turned, mentions } = await open();
    const said = { conversationId: 'c1', number: 1, label: 'V', siteName: 'Shop', by: bo, text: 'Look', at: 1 };
    void mentions.load();
    void mentions.load();
    const [before] = turned.open.splice(0, 1);
    await turned.answer('mention:list', { mentions: [{ ...said, seenAt: 2 }] });
    before?.answer(success({ mentions: [{ ...said, seenAt: null }] }));
    await settle();
    expect(mentions.unread.value).toEqual([]);
  });
});

function given() {
  const turned = new Turned();
  return { turned, parts: { api: api(turned), ...nobody } };
}
