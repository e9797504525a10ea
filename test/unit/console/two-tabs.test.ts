import { expect, test } from 'vitest';
import { success } from '../../../protocol/wire/errors.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../../protocol/wire/notices.ts';
import { ana, ConsoleDesk, PlainMemory, summaryOf } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const bo = { id: 'agent-2', name: 'Bo' };
const conversation = (given = {}) => summaryOf('c1', { head: 3, ...given });

/** Two tabs of one browser: one storage, and locks that the browser lets go of after a while, or with the tab. */
async function openTwo(settings = NOTICE_SETTINGS_DEFAULT) {
  const locks = new Map<string, ConsoleDesk>();
  const memory = new PlainMemory();
  const tabs = [new ConsoleDesk(memory), new ConsoleDesk(new PlainMemory(memory))] as const;
  for (const tab of tabs) {
    tab.claim = async (name) => {
      if (locks.has(name)) return false;
      locks.set(name, tab);
      return true;
    };
    tab.http.answers.set('notices', success({ settings, publicKey: 'key', devices: [] }));
    tab.relay.script('receipt:set', () => success({}));
    await tab.open([conversation()]);
    tab.app.notices.speak({ ...{ product: 'Deskbell', kinds: {}, something: 'New' }, made: MADE, offline: NO_WORDS });
  }
  const [first, second] = tabs;
  first.attention.turn(false);
  second.attention.turn(false);
  const hear = (tab: ConsoleDesk, change: number, given: Parameters<typeof summaryOf>[1]) => {
    const moved = [conversation({ change, ...given })];
    tab.relay.script('inbox:sync', () => success({ conversations: moved, change, more: false, reset: false }));
    if (tab.relay.state.status === 'online') tab.relay.fact('inbox:moved', { change });
    else tab.relay.ready({ change });
    return settle();
  };
  const pass = async (ms: number) => {
    for (const tab of tabs) await tab.clock.advance(ms);
  };
  const rung = () => tabs.map(({ rings }) => rings.length);
  return { first, second, hear, pass, rung, letGo: () => locks.clear() };
}
const MADE = { visitor: '', erased: '' };
const NO_WORDS = { title: '', hint: '', retry: '' };

test('NT1 both tabs hear of a message and one sounds; the tab that is closed leaves the next one to the other', async () => {
  const { first, second, hear, pass, rung } = await openTwo();
  for (const tab of [first, second]) await hear(tab, 2, { head: 4, unread: 1 });
  await pass(1_000);
  expect(rung()).toEqual([1, 0]);
  expect(first.push.shown.length + second.push.shown.length).toBe(1);
  first.desk.dispose();
  await hear(second, 3, { head: 5, unread: 2 });
  await pass(1_000);
  expect(rung()).toEqual([1, 1]);
});

test('NT1 a tab that is closed before it spoke says nothing, and the other does', async () => {
  const { first, second, hear, pass, rung } = await openTwo();
  for (const tab of [first, second]) await hear(tab, 2, { head: 4, unread: 1 });
  first.desk.dispose();
  await pass(1_000);
  expect(rung()).toEqual([0, 1]);
});

test('NT1 a tab that was offline, and comes back long after the other, does not tell again what came meanwhile', async () => {
  const { first, second, hear, pass, rung, letGo } = await openTwo();
  for (const tab of [first, second]) tab.relay.enter({ status: 'connecting' });
  await hear(first, 2, { head: 9, unread: 6 });
  await pass(60_000);
  letGo();
  await hear(second, 2, { head: 9, unread: 6 });
  await pass(1_000);
  expect(rung()).toEqual([1, 0]);
  // What was missed stands in both, once, until it is put away in one.
  for (const tab of [first, second]) expect(tab.app.notices.missed.value).toHaveLength(1);
  second.app.notices.settle('c1');
  expect(first.app.notices.missed.value).toEqual([]);
});

test('NT1 the tab that is looked at speaks for all: no notice of the system, and nothing was missed', async () => {
  const { first, second, hear, pass, rung } = await openTwo();
  second.attention.turn(true);
  for (const tab of [first, second]) await hear(tab, 2, { head: 4, unread: 1 });
  await pass(1_000);
  expect(rung()).toEqual([0, 1]);
  expect([...first.push.shown, ...second.push.shown]).toEqual([]);
  expect(first.app.notices.missed.value).toEqual([]);
});

test('NT1 a tab that the browser keeps silent leaves the sound to one that may make it', async () => {
  const { first, second, hear, pass, rung } = await openTwo();
  first.audible = false;
  for (const tab of [first, second]) await hear(tab, 2, { head: 4, unread: 1 });
  await pass(500);
  await pass(2_000);
  expect(rung()).toEqual([0, 1]);
});

test('NT1 one that is looked at, but was never pressed, is as silent: another one sounds, and where none may it speaks itself', async () => {
  for (const [isOtherAudible, told] of [
    [true, [1, 0]],
    [false, [0, 1]],
  ] as const) {
    const { first, second, hear, pass, rung } = await openTwo();
    second.attention.turn(true);
    second.audible = false;
    first.audible = isOtherAudible;
    for (const tab of [first, second]) await hear(tab, 2, { head: 4, unread: 1 });
    await pass(500);
    await pass(1_100);
    expect(rung()).toEqual(told);
  }
});

test('NT1 a question rings on in one tab, also where the other was opened later; either goes on without the other', async () => {
  const { first, second, hear, pass, rung } = await openTwo();
  const until = first.desk.ticker.read() + 60_000;
  const asked = { agent: bo, ask: { kind: 'transfer', to: ana, by: bo, until }, teamHead: 0 } as const;
  await hear(first, 2, asked);
  await first.clock.advance(11_000);
  await second.clock.advance(11_000);
  const before = first.rings.length;
  expect(before).toBeGreaterThanOrEqual(2);
  await hear(second, 2, asked);
  for (let beat = 0; beat < 4; beat += 1) await pass(5_000);
  expect(rung()).toEqual([before + 4, 0]);
  first.desk.dispose();
  for (let beat = 0; beat < 2; beat += 1) await pass(5_000);
  expect(rung()).toEqual([before + 4, 2]);
});

test('NT2 sounds that are turned off in one tab are off in the other', async () => {
  const { first, second, hear, pass, rung } = await openTwo();
  first.desk.ring.mute(true);
  expect(second.desk.ring.muted.value).toBe(true);
  await hear(second, 2, { head: 4, unread: 1 });
  await pass(1_000);
  expect(rung()).toEqual([0, 0]);
});

test('NT3 quiet times are kept by the relay’s clock, whatever this one says', async () => {
  const { first, hear, pass, rung } = await openTwo();
  const relayAt = first.clock.now() - 7_200_000;
  first.relay.ready({ at: relayAt, change: 1 });
  await first.app.notices.choose({ quietUntil: relayAt + 3_600_000 });
  await hear(first, 2, { head: 4, unread: 1 });
  await pass(1_000);
  expect(rung()[0]).toBe(0);
});
