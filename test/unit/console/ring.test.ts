import { expect, test } from 'vitest';
import { decideRing } from '../../../console/model/ring-cause.ts';
import { Risks } from '../../../console/model/risks.ts';
import type { Planned } from '../../../protocol/wire/composer.ts';
import { success } from '../../../protocol/wire/errors.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../../protocol/wire/notices.ts';
import { ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

const me = { meId: 'agent-1', takes: (departmentId: string | null) => departmentId !== 'theirs' };
const bo = { id: 'agent-2', name: 'Bo' };
const DAY = 86_400_000;
const inQueue = { status: 'queued', agent: null } as const;
const queued = (given = {}) => summaryOf('c1', { status: 'queued', agent: null, ...given });
const closed = (score: number | null, given = {}) => summaryOf('c1', { status: 'closed', score, ...given });

test('NT2 what came into the queue is news for those who answer it, once, and never what I gave back myself', () => {
  expect(decideRing(undefined, queued(), me)).toBe('queued');
  expect(decideRing(closed(null), queued({ departmentId: 'mine' }), me)).toBe('queued');
  expect(decideRing(queued(), queued({ head: 9 }), me)).toBeNull();
  expect(decideRing(queued(), queued({ departmentId: 'mine' }), me)).toBe('queued');
  expect(decideRing(undefined, queued({ departmentId: 'theirs' }), me)).toBeNull();
  expect(decideRing(summaryOf('c1'), queued(), me)).toBeNull();
  expect(decideRing(summaryOf('c1'), queued({ waitingSince: 1 }), me)).toBe('lost');
});

test('NT2 a low rating of mine is news, a good one, a colleague’s and one without a name are not', () => {
  expect(decideRing(closed(null), closed(2), me)).toBe('low_rating');
  expect(decideRing(closed(2), closed(2, { change: 5 }), me)).toBeNull();
  expect(decideRing(closed(null), closed(3), me)).toBeNull();
  expect(decideRing(closed(null), closed(0), me)).toBeNull();
  expect(decideRing(closed(null, { agent: bo }), closed(1, { agent: bo }), me)).toBeNull();
  // A list that is read afresh tells of no ratings.
  expect(decideRing(undefined, closed(1), me)).toBeNull();
});

test('NT2 at risk is told once for each wait of mine, in the relay’s time, and not for what was answered before', async () => {
  const clock = new ManualClock();
  const told: string[] = [];
  const risks = new Risks({
    clock,
    meId: 'agent-1',
    now: () => clock.now(),
    onRisk: ({ id }) => told.push(id),
    leads: false,
  });
  const at = clock.now();
  const times = (since: number) => ({ riskAt: since + 30_000, missAt: since + 40_000 });
  const waits = (id: string, given = {}) => summaryOf(id, { waitingSince: at, targetTimes: times(at), ...given });
  const late = waits('late', { targetTimes: { riskAt: at, missAt: at } });
  risks.follow([waits('mine'), waits('theirs', { agent: bo }), waits('answered'), late, waits('queued', inQueue)]);
  await clock.advance(29_000);
  risks.follow([waits('mine', { head: 9 }), summaryOf('answered'), late]);
  expect(told).toEqual([]);
  await clock.advance(2_000);
  risks.follow([waits('mine')]);
  await clock.advance(60_000);
  expect(told).toEqual(['mine']);
  risks.follow([waits('mine', { waitingSince: clock.now(), targetTimes: times(clock.now()) })]);
  await clock.advance(31_000);
  expect(told).toEqual(['mine', 'mine']);
});

test('NT2 whoever directs is told of a wait in the queue, in the morning and not in the night, however long the holiday', async () => {
  // As the browser's: a longer delay ends sooner than asked.
  const manual = new ManualClock();
  const clock = {
    now: () => manual.now(),
    after: (ms: number, run: () => void) => manual.after(Math.min(ms, DAY), run),
  };
  const told: string[] = [];
  const risks = new Risks({
    clock,
    meId: 'agent-1',
    leads: true,
    now: () => clock.now(),
    onRisk: ({ id }) => told.push(id),
  });
  const [at, riskAt] = [clock.now(), clock.now() + 30 * DAY + 45_000];
  const targetTimes = { riskAt, missAt: riskAt + 15_000 };
  const waits = [summaryOf('queued', { ...inQueue, waitingSince: at, targetTimes })];
  risks.follow(waits);
  for (let day = 0; day < 30; day += 1) {
    await manual.advance(DAY);
    risks.follow(waits);
  }
  expect(told).toEqual([]);
  await manual.advance(46_000);
  risks.follow(waits);
  expect(told).toEqual(['queued']);
});

test('NT2 a mention rings as a mention, an answer that was held back as such: each by its own choice', async () => {
  const off = { sound: false, desktop: false, push: false };
  const ways = { ...NOTICE_SETTINGS_DEFAULT.ways, ask: off, mention: off };
  const settings = { ...NOTICE_SETTINGS_DEFAULT, ways };
  const desk = new ConsoleDesk();
  desk.http.answers.set('notices', success({ settings, publicKey: 'key', devices: [] }));
  await desk.open([summaryOf('c1')]);
  await settle();
  desk.app.notices.speak({
    ...{ product: 'Deskbell', kinds: {}, something: '' },
    made: { visitor: '', erased: '' },
    offline: { title: '', hint: '', retry: '' },
  });
  desk.attention.turn(false);
  const mention = { conversationId: 'c2', number: 4, label: 'Visitor', siteName: 'Shop', by: bo, text: '@Ana?', at: 1 };
  desk.relay.fact('mention:added', { mention: { ...mention, seenAt: null } });
  await desk.clock.advance(1_000);
  expect([desk.rings.length, desk.push.shown.length]).toEqual([0, 0]);
  await desk.app.notices.choose({ ways: { ...ways, mention: { sound: false, desktop: true, push: false } } });
  desk.relay.fact('mention:added', { mention: { ...mention, number: 5, seenAt: null } });
  const planned: Planned = {
    ...{
      id: 'p1',
      conversationId: 'c1',
      by: { id: 'agent-1', name: 'Ana' },
      madeAt: 1,
      sendAt: 2,
      body: 'Hello',
      close: null,
    },
    ...{ state: 'held', held: 'visitor_wrote', outsideHours: false, opensAt: null, version: 2 },
  };
  desk.relay.fact('planned:changed', { planned });
  await desk.clock.advance(1_000);
  expect(desk.push.shown).toMatchObject([
    { title: 'Bo', how: { body: '@Ana?', tag: 'deskbell c2' } },
    { title: 'Deskbell', how: { body: 'Hello', tag: 'deskbell c1' } },
  ]);
  // The held answer alone has a sound: the mention's is off.
  expect(desk.rings).toHaveLength(1);
  expect(desk.app.notices.missed.value).toEqual([]);
});
