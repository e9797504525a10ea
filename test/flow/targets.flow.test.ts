import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOARD_LINES_MAX } from '../../protocol/wire/limits.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { addDepartment } from '../../server/usecases/departments.ts';
import { describeVisitor } from '../../server/usecases/describe-visitor.ts';
import { listInbox } from '../../server/usecases/list-inbox.ts';
import { findRisks } from '../../server/usecases/notices/find-risks.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { readBoardNow } from '../../server/usecases/read-board.ts';
import { readSplit } from '../../server/usecases/read-measures.ts';
import { setRoutingPlan } from '../../server/usecases/set-routing-plan.ts';
import { setSiteSettings } from '../../server/usecases/set-settings.ts';
import { accepted, openScene, type Scene } from '../support/scene.ts';

/** M10 from the first word to the report: targets by department and segment, a night between, the warning, the miss, and what is said of it. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const hours = [{ from: '09:00', to: '18:00' }];
const CALENDAR = {
  zone: 'UTC',
  week: {
    ...{ monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
    ...{ saturday: [], sunday: [] },
  },
  // The clock of the scene begins on Monday, 5 January 2026, at nine.
  days: [{ date: '2026-01-06', yearly: true, name: 'Epiphany', hours: [] }],
};

let scene: Scene;
let [owner, boss, ana]: AgentSubject[] = [];
let billing: string;

beforeEach(async () => {
  scene = await openScene();
  owner = await scene.agent('Olga', { role: 'owner', available: false });
  boss = await scene.agent('Bo', { role: 'supervisor', available: false });
  ana = await scene.agent('Ana', { capacity: 1 });
  const { context, site } = scene;
  // Her console stays open over the days.
  await context.store.renewLeases({ agentIds: [ana.agent.id], until: context.clock.now() + 9 * DAY });
  const settings = { ...SITE_SETTINGS_DEFAULT, hours: CALENDAR };
  accepted(await scene.act(setSiteSettings(context, owner, { key: site.key, settings })));
  const routing = { targetMs: 40 * MINUTE };
  const made = await scene.act(addDepartment(context, owner, { name: 'Billing', siteId: null, routing }));
  billing = accepted(made).id;
  const plan = { targetMs: 20 * MINUTE, segmentTargets: { vip: 10 * MINUTE } };
  accepted(await scene.act(setRoutingPlan(context, owner, plan)));
});
afterEach(() => scene.close());

let opened = 0;
async function open(more: { department?: string; tags?: string[] } = {}): Promise<string> {
  const visitor = await scene.visitor();
  const { department, tags } = more;
  if (tags) accepted(await scene.act(describeVisitor(scene.context, visitor, { tags })));
  const said = { clientId: `opening-${String(++opened).padStart(9, '0')}`, body: 'Hello?', department };
  return accepted(await scene.act(openConversation(scene.context, visitor, said))).conversationId;
}

const at = (text: string) => Date.parse(`2026-01-${text}:00Z`);
const goTo = (text: string) => scene.context.clock.advance(at(text) - scene.context.clock.now());
const risks = async () =>
  (await findRisks(scene.context)).map(({ agentId, conversationId }) => [agentId, conversationId]);

describe('targets', () => {
  it('M10 M11 R13 the warning comes in open hours, once for each wait, to who serves or to who directs', async () => {
    await goTo('05T17:50');
    const served = await open();
    const queued = await open({ department: billing });
    const vip = await open({ tags: ['vip'] });
    // Ten minutes of twenty passed on Monday. Tuesday is a holiday, so that the rest runs on Wednesday.
    const board = await readBoardNow(scene.context);
    expect(board.serving.waiting).toMatchObject([
      { id: served, targetMs: 20 * MINUTE, targetTimes: { riskAt: at('07T09:05'), missAt: at('07T09:10') } },
    ]);
    expect(board.queue.conversations).toMatchObject([
      { id: queued, targetMs: 40 * MINUTE, targetTimes: { riskAt: at('07T09:20'), missAt: at('07T09:30') } },
      { id: vip, targetMs: 10 * MINUTE, targetTimes: { riskAt: at('05T17:57') + 30_000, missAt: at('05T18:00') } },
    ]);
    const listed = accepted((await listInbox(scene.context, ana as AgentSubject, {})).answer).conversations;
    expect(new Map(listed.map(({ id, targetTimes }) => [id, targetTimes?.missAt]))).toEqual(
      new Map([
        [served, at('07T09:10')],
        [queued, at('07T09:30')],
        [vip, at('05T18:00')],
      ]),
    );
    expect(await risks()).toEqual([]);
    await goTo('05T17:58');
    const leads = [owner?.agent.id, boss?.agent.id];
    expect(await risks()).toEqual(leads.map((id) => [id, vip]));
    for (const night of ['05T18:02', '06T12:00', '07T08:59', '07T09:04']) {
      await goTo(night);
      expect([night, await risks()]).toEqual([night, []]);
    }
    await goTo('07T09:05');
    const [first] = await findRisks(scene.context);
    expect(first).toMatchObject({ kind: 'at_risk', agentId: ana?.agent.id, conversationId: served });
    await goTo('07T09:06');
    // The same cause: whoever was told of it is not told again (NT7).
    expect((await findRisks(scene.context)).map(({ cause }) => cause)).toEqual([first?.cause]);
    accepted(await scene.say(ana as AgentSubject, served));
    expect(await risks()).toEqual([]);
    await goTo('07T09:20');
    expect(await risks()).toEqual(leads.map((id) => [id, queued]));
    await goTo('07T09:40');
    expect(await risks()).toEqual([]);
  });

  it('R13 M10 the warning also finds a short target behind more who wait longer than the board lists', async () => {
    await goTo('05T10:00');
    const visitors = Array.from({ length: BOARD_LINES_MAX + 3 }, () => open({ department: billing }));
    await Promise.all(visitors);
    const vip = await open({ department: billing, tags: ['vip'] });
    await goTo('05T10:08');
    expect((await readBoardNow(scene.context)).queue.conversations.map(({ id }) => id)).not.toContain(vip);
    expect(await risks()).toEqual([owner?.agent.id, boss?.agent.id].map((id) => [id, vip]));
  });

  it('M10 M11 hours that are changed meanwhile hold for what waits, from its first word on', async () => {
    await goTo('05T10:00');
    const id = await open();
    const missAt = async () =>
      (await readBoardNow(scene.context)).serving.waiting.find((one) => one.id === id)?.targetTimes?.missAt;
    expect(await missAt()).toBe(at('05T10:20'));
    await goTo('05T10:05');
    const late = [{ from: '14:00', to: '18:00' }];
    const settings = { ...SITE_SETTINGS_DEFAULT, hours: { ...CALENDAR, week: { ...CALENDAR.week, monday: late } } };
    accepted(await scene.act(setSiteSettings(scene.context, owner as AgentSubject, { key: scene.site.key, settings })));
    expect(await missAt()).toBe(at('05T14:20'));
  });

  it('M10 N5 attainment by department and segment, by the clock that counts; a target set later moves nothing', async () => {
    await goTo('05T17:50');
    const served = await open();
    const queued = await open({ department: billing });
    const vip = await open({ tags: ['vip'] });
    await goTo('07T09:08');
    accepted(await scene.say(ana as AgentSubject, served));
    accepted(await scene.act(setRoutingPlan(scene.context, owner as AgentSubject, { targetMs: 5_000 })));
    await goTo('07T10:00');
    const levels = async (split: 'department' | 'segment', clock: 'calendar' | 'business') => {
      const question = { from: at('05T00:00'), to: at('05T00:00') + 9 * DAY, zone: 'UTC', clock };
      const { groups, total } = accepted(
        (await readSplit(scene.context, boss as AgentSubject, { question, split })).answer,
      );
      const of = ({ hits, n }: { hits: number; n: number }) => `${hits}/${n}`;
      return Object.fromEntries([
        ...groups.map(({ name, measures }) => [name, of(measures.serviceLevel)]),
        ['all', of(total.serviceLevel)],
      ]);
    };
    expect(await levels('department', 'business')).toEqual({ '': '1/2', Billing: '0/1', all: '1/3' });
    expect(await levels('department', 'calendar')).toEqual({ '': '0/2', Billing: '0/1', all: '0/3' });
    expect(await levels('segment', 'business')).toMatchObject({ vip: '0/1', all: '1/3' });
    expect([queued, vip].every(Boolean)).toBe(true);
  });
});
