import { afterEach, beforeEach, expect, test } from 'vitest';
import { Risks } from '../../console/model/risks.ts';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import type { MeasuresSplit } from '../../protocol/wire/measures.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../protocol/wire/notices.ts';
import { createWebPusher } from '../../server/platform/web-pusher.ts';
import { createPushWorker } from '../../server/workers/push-worker.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createBrowser, type PushService, startPushService } from '../support/push-service.ts';
import { signInAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** M10 over a real port: a target of a department, one of a segment, one for all; hours; the warning; the report. */

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
let service: PushService;
let relay: TestRelay;
let clientIds = 0;
beforeEach(async () => {
  service = await startPushService();
  relay = await startTestRelay({ pusher: createWebPusher({ trusted: [service.origin] }) });
});
afterEach(async () => {
  await relay.remove();
  await service.stop();
});

/** Open from nine to six, on the day after the day after tomorrow alone. */
function hoursFrom(now: number) {
  const opensOn = Math.floor(now / DAY) * DAY + 3 * DAY;
  const open = WEEKDAYS[new Date(opensOn).getUTCDay()] as string;
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, day === open ? [{ from: '09:00', to: '18:00' }] : []]));
  return { opensAt: opensOn + 9 * 60 * MINUTE, hours: { zone: 'UTC', week, days: [] } };
}

async function open(words: { department?: string; tags?: string[] } = {}) {
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const { tags, ...more } = words;
  if (tags) expect(await visitor.command('visitor:describe', { tags })).toMatchObject({ ok: true });
  const clientId = `targets-client-${String(++clientIds).padStart(6, '0')}`;
  const opened = await visitor.command('conversation:open', { clientId, body: 'Hello?', ...more });
  return { visitor, id: (opened.value as { conversationId: string }).conversationId };
}

async function setUp() {
  const ask = await signInAs(relay, 'owner');
  const took = async (method: string, path: string, body: unknown) => {
    const { status, answer } = await ask(method, path, body);
    expect([status, answer], path).toMatchObject([200, { ok: true }]);
    return (answer as { value: Record<string, unknown> }).value;
  };
  const { id: department } = await took('POST', 'departments', {
    ...{ name: 'Billing', siteId: null, routing: { targetMs: 40 * MINUTE } },
  });
  const { hours, opensAt } = hoursFrom(Date.now());
  await took('PUT', `departments/${department}/hours`, { hours });
  await took('PUT', 'routing-plan', { targetMs: 20 * MINUTE, segmentTargets: { vip: 10 * MINUTE } });
  return { ask, took, department: String(department), opensAt };
}

test('M10 M11 R13 department, segment and hours hold for board, list and warning, and the report says what came of it', async () => {
  const { ask, took, department, opensAt } = await setUp();
  const boss = await relay.agent(await relay.signIn('owner@example.org'));
  await boss.fact('session:ready');
  await boss.command('agent:availability', { availability: 'away', reason: 'Lunch' });
  const plain = await open();
  const vip = await open({ tags: ['vip'] });
  const billing = await open({ department });

  // Of the department not a minute passes before it opens, in three days.
  const board = (await boss.command('board:read', {})).value as BoardSnapshot;
  const since = new Map(board.queue.conversations.map(({ id, waitingSince }) => [id, waitingSince ?? 0]));
  const times = (id: string, targetMs: number, from = since.get(id) ?? 0) => ({
    ...{ id, targetMs, targetTimes: { riskAt: from + 0.75 * targetMs, missAt: from + targetMs } },
  });
  const expected = [times(plain.id, 20 * MINUTE), times(vip.id, 10 * MINUTE), times(billing.id, 40 * MINUTE, opensAt)];
  expect(board.queue.conversations).toMatchObject(expected);
  const { conversations } = (await boss.command('inbox:list', {})).value as { conversations: ConversationSummary[] };
  const sorted = [plain, vip, billing].map(({ id }) => conversations.find((one) => one.id === id));
  expect(sorted).toMatchObject(expected);

  // Her console, over the same list: at that instant, not after it.
  const clock = new ManualClock(Date.now());
  const told: string[] = [];
  const onRisk = ({ id }: ConversationSummary) => void told.push(id);
  const risks = new Risks({ clock, meId: 'nobody', leads: true, now: () => clock.now(), onRisk });
  risks.follow(conversations);
  const goTo = (at: number) => clock.advance(at - clock.now());
  for (const { id, targetTimes } of [expected[1], expected[0], expected[2]] as typeof expected) {
    await goTo(targetTimes.riskAt - 1);
    expect(told).not.toContain(id);
    await goTo(targetTimes.riskAt);
    expect(told.at(-1)).toBe(id);
  }
  risks.dispose();

  // Two are answered in time; the third leaves without an answer.
  for (const { id } of [plain, vip]) {
    expect(await boss.command('conversation:pick', { conversationId: id })).toMatchObject({ ok: true });
    const clientId = `targets-answer-${String(++clientIds).padStart(6, '0')}`;
    expect(await boss.command('message:send', { conversationId: id, clientId, body: 'Yes?' })).toMatchObject({
      ok: true,
    });
  }
  await billing.visitor.command('conversation:close', { conversationId: billing.id });
  // Set later, it moves nothing of that.
  await took('PUT', 'routing-plan', { targetMs: 1_000, segmentTargets: {} });
  const period = `from=${Date.now() - DAY}&to=${Date.now() + DAY}&zone=UTC`;
  for (const [split, lines] of [
    ['department', { Billing: '0/1', '': '2/2' }],
    ['segment', { vip: '1/1' }],
  ] as const) {
    for (const clock of ['calendar', 'business']) {
      const { answer } = await ask('GET', `measures/splits?split=${split}&clock=${clock}&${period}`);
      const { groups, total } = (answer as unknown as { value: MeasuresSplit }).value;
      const level = ({ hits, n }: { hits: number; n: number }) => `${hits}/${n}`;
      const found = Object.fromEntries(groups.map(({ name, measures }) => [name, level(measures.serviceLevel)]));
      expect([clock, found, level(total.serviceLevel)]).toMatchObject([clock, lines, '2/3']);
    }
  }
});

test('M10 NT2 a target of twenty seconds is warned of by push before it is missed', async () => {
  const { ask, took } = await setUp();
  await took('PUT', 'routing-plan', { targetMs: 20_000 });
  // A browser subscribes with the relay's key.
  await ask('GET', 'notices');
  const browser = createBrowser(`${service.origin}/to/owner`);
  expect((await ask('POST', 'notices/devices', browser.subscribed)).answer).toMatchObject({ ok: true });
  const ways = { ...NOTICE_SETTINGS_DEFAULT.ways, at_risk: { sound: true, desktop: true, push: true } };
  expect((await ask('PUT', 'notices', { ...NOTICE_SETTINGS_DEFAULT, ways })).status).toBe(200);
  const { id } = await open();
  const from = Date.now();
  let passedMs = 0;
  const clock = { ...relay.context.clock, now: () => from + passedMs, after: () => () => {} };
  const failures: unknown[] = [];
  const worker = createPushWorker({
    ...{ context: { ...relay.context, clock }, pusher: createWebPusher({ trusted: [service.origin] }) },
    ...{ report: () => {}, onFailure: (_task: string, error: unknown) => failures.push(error) },
  });
  const warned = () =>
    service.arrived.map((push) => browser.readDocument(push)).filter(({ kind }) => kind === 'at_risk');
  for (passedMs = 0; passedMs <= 14_000; passedMs += 2_000) await worker.look();
  expect(warned()).toEqual([]);
  for (; passedMs < 20_000; passedMs += 2_000) await worker.look();
  await worker.stop();
  expect(failures).toEqual([]);
  expect(warned()).toMatchObject([{ kind: 'at_risk', conversationId: id }]);
});
