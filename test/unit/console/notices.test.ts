import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../../protocol/wire/notices.ts';
import { ana, ConsoleDesk, PlainMemory, summaryOf } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const words = {
  product: 'Deskbell',
  kinds: { message: 'A message' },
  made: { visitor: 'Visitor {code}', erased: 'Erased' },
  something: 'New',
  offline: { title: '', hint: '', retry: '' },
};

async function open(settings = NOTICE_SETTINGS_DEFAULT, memory = new PlainMemory()) {
  const desk = new ConsoleDesk(memory);
  desk.http.answers.set('notices', success({ settings, publicKey: 'key', devices: [] }));
  await desk.open([summaryOf('c1')]);
  await settle();
  desk.app.notices.speak(words);
  return desk;
}

/** A visitor's message in c1, told in the one tab that rings. */
const said = (desk: ConsoleDesk, muted = false) =>
  desk.app.notices.tell({ kind: 'message', conversationId: 'c1', who: 'Eva', text: 'Hello', muted });

test('NT2, NT4 each kind by its ways; a notice of the system only where nobody looks, without words if so chosen', async () => {
  const desk = await open();
  said(desk);
  expect(desk.rings).toHaveLength(1);
  expect(desk.push.shown).toEqual([]);
  desk.attention.seen = false;
  said(desk, true);
  expect(desk.rings).toHaveLength(1);
  expect(desk.push.shown).toMatchObject([{ title: 'Eva', how: { body: 'Hello', tag: 'deskbell c1' } }]);
  await desk.app.notices.choose({ words: false });
  said(desk);
  expect(desk.push.shown[1]).toMatchObject({ title: 'Deskbell', how: { body: 'A message' } });
  const ways = { ...NOTICE_SETTINGS_DEFAULT.ways, message: { sound: false, desktop: false, push: false } };
  await desk.app.notices.choose({ ways });
  said(desk);
  expect([desk.rings.length, desk.push.shown.length]).toEqual([2, 2]);
});

test('NT3 nothing disturbs in quiet times but what may come through', async () => {
  const desk = await open({ ...NOTICE_SETTINGS_DEFAULT, quietUntil: Number.MAX_SAFE_INTEGER });
  said(desk);
  expect(desk.rings).toEqual([]);
  await desk.app.notices.choose({ through: ['message'] });
  said(desk);
  expect(desk.rings).toHaveLength(1);
});

test('NT10 what came while nobody looked stays, over a reload and in title and icon, until it is opened or put away', async () => {
  const memory = new PlainMemory();
  const desk = await open({ ...NOTICE_SETTINGS_DEFAULT, quietUntil: Number.MAX_SAFE_INTEGER }, memory);
  desk.attention.seen = false;
  said(desk);
  expect(desk.app.notices.missed.value).toMatchObject([{ conversationId: 'c1', who: 'Eva' }]);
  expect(desk.badges.at(-1)).toBe(1);
  const again = await open(NOTICE_SETTINGS_DEFAULT, memory);
  expect(again.app.notices.missed.value).toHaveLength(1);
  again.go('/console/inbox/c1');
  expect(again.app.notices.missed.value).toEqual([]);
  expect(again.push.cleared).toContain('deskbell c1');
  expect(again.badges.at(-1)).toBe(0);
});

test('NT6 this browser agrees, says that it is on the screen, and again before the lease ends', async () => {
  const desk = await open();
  const devices = [{ id: 'd1', name: 'Test', addedAt: 1, isThis: true }];
  desk.http.answers.set('notices', success({ settings: NOTICE_SETTINGS_DEFAULT, publicKey: 'key', devices }));
  await desk.app.notices.allow();
  const paths = () => desk.http.asked.map(({ method, path }) => `${method} ${path.split('/agent/')[1]}`);
  expect(paths()).toContain('POST notices/devices');
  const told = () => desk.http.asked.filter(({ path }) => path.endsWith('attention:set')).map(({ body }) => body);
  expect(told()).toEqual([{ visible: true }]);
  await desk.clock.advance(30_000);
  expect(told()).toHaveLength(2);
  desk.attention.turn(false);
  expect(told().at(-1)).toEqual({ visible: false });
});

/** As the browser was left: it agreed once, and the relay pushes to these. */
async function enter(isThis: boolean, by: 'cookie' | 'form') {
  const desk = new ConsoleDesk();
  desk.push.granted = 'on';
  const devices = isThis ? [{ id: 'd1', name: 'Test', addedAt: 1, isThis }] : [];
  desk.http.answers.set('notices', success({ settings: NOTICE_SETTINGS_DEFAULT, publicKey: 'key', devices }));
  desk.http.answers.set('me', by === 'cookie' ? success(ana) : refusal('unauthorized'));
  desk.http.answers.set('sign-in', success(ana));
  desk.app.start(null);
  await settle();
  if (by === 'form') await desk.app.account.signIn('ana@example.org', 'secret');
  await settle();
  const isAdded = desk.http.asked.some(({ method, path }) => method === 'POST' && path.endsWith('notices/devices'));
  return { desk, isAdded, device: desk.app.notices.device.value, browser: desk.push.granted };
}

test('NT6 a browser that agreed goes on being pushed to when the page is loaded again', async () => {
  expect(await enter(true, 'cookie')).toMatchObject({ device: 'on', browser: 'on', isAdded: false });
});

test('NT6 a browser that the relay pushes to no more, gone or stopped from elsewhere, is off and does not come back by itself', async () => {
  const { desk, device, isAdded } = await enter(false, 'cookie');
  expect({ device, isAdded }).toEqual({ device: 'off', isAdded: false });
  await desk.app.notices.allow();
  expect(desk.http.asked.some(({ method, path }) => method === 'POST' && path.endsWith('notices/devices'))).toBe(true);
});

test('NT6 whoever signs in there next takes it over; whoever signs out leaves it', async () => {
  const { desk, isAdded } = await enter(false, 'form');
  expect(isAdded).toBe(true);
  desk.http.answers.set('sign-out', success({}));
  await desk.app.account.signOut();
  await settle();
  expect(desk.push.granted).toBe('off');
});

test('NT6 what did not work is said: the push service, the relay, or settings that could not be read', async () => {
  const desk = await open();
  const { notices } = desk.app;
  const { subscribe } = desk.push;
  desk.push.subscribe = async () => null;
  await notices.allow();
  expect(notices.failed.value).toBe(true);
  desk.push.subscribe = subscribe;
  desk.http.refuse('POST', 'notices/devices', refusal('unavailable'));
  await notices.allow();
  expect(notices.failed.value).toBe(true);
  await notices.allow();
  expect(notices.failed.value).toBe(false);
  desk.http.refuse('DELETE', 'notices/devices', refusal('unavailable'));
  await notices.forbid('d1', false);
  expect(notices.failed.value).toBe(true);
  // Taken back in the browser while the console is open: seen when she comes back to it, as a person's own "no".
  desk.push.granted = 'denied';
  desk.attention.turn(true);
  await settle();
  expect([notices.device.value, notices.failed.value]).toEqual(['denied', false]);
  notices.read.value = null;
  desk.http.answers.set('notices', refusal('unavailable'));
  await notices.choose({ words: false });
  expect(notices.failed.value).toBe(true);
});

test('NT6 the browser’s question that was put away without a word is no fault: it is said what to do, until it is answered', async () => {
  const desk = await open();
  const { notices } = desk.app;
  const { subscribe } = desk.push;
  desk.push.subscribe = async () => 'undecided';
  await notices.allow();
  expect([notices.undecided.value, notices.failed.value]).toEqual([true, false]);
  expect(desk.http.asked.some(({ method, path }) => method === 'POST' && path.endsWith('notices/devices'))).toBe(false);
  desk.push.subscribe = subscribe;
  await notices.allow();
  expect([notices.undecided.value, notices.failed.value]).toEqual([false, false]);
});

test('NT2, NT6 what was chosen or stopped on another device is read at once, and never takes back what is being chosen here', async () => {
  const desk = await open();
  const { notices } = desk.app;
  const elsewhere = { ...NOTICE_SETTINGS_DEFAULT, words: false };
  const devices = [{ id: 'd1', name: 'Phone', addedAt: 1, isThis: false }];
  desk.http.answers.set('notices', success({ settings: elsewhere, publicKey: 'key', devices }));
  desk.relay.fact('notices:changed', {});
  await settle();
  expect(notices.settings.value.words).toBe(false);
  expect(notices.read.value?.devices).toHaveLength(1);
  const choosing = notices.choose({ words: true });
  desk.relay.fact('notices:changed', {});
  await Promise.resolve();
  expect(notices.settings.value.words).toBe(true);
  desk.http.answers.set('notices', success({ settings: { ...elsewhere, words: true }, publicKey: 'key', devices: [] }));
  await choosing;
  expect([notices.settings.value.words, notices.read.value?.devices]).toEqual([true, []]);
  // Asked before a choice, answered while it is on its way.
  const asked = notices.load();
  const other = notices.choose({ words: false });
  await asked;
  expect(notices.settings.value.words).toBe(false);
  await other;
  expect(notices.settings.value.words).toBe(false);
});
