import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../../../protocol/wire/version.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import { openConversation } from '../../../../server/usecases/open-conversation.ts';
import { readSiteSettings, setDepartmentHours, setSiteSettings } from '../../../../server/usecases/set-settings.ts';
import { startVisitorSession } from '../../../../server/usecases/start-visitor-session.ts';
import { measuresOf } from '../../../support/figures-of.ts';
import { accepted } from '../../../support/scene.ts';
import { calendarOf } from '../../domain/hours/calendars.ts';
import { HOUR, MINUTE, OFFICE, openServiceScene, type ServiceScene } from './service-scene.ts';

let scene: ServiceScene;
beforeEach(async () => {
  scene = await openServiceScene();
});
afterEach(async () => {
  expect(scene.failures).toEqual([]);
  await scene.close();
});

const greet = async () =>
  accepted((await startVisitorSession(scene.context, scene.site, { version: PROTOCOL_VERSION, site: 'key' })).answer)
    .ready;
const statusOf = async (id: string) => (await scene.context.store.findConversation(id))?.status;

describe('H6 what visitors are told', () => {
  it('nothing set: open', async () => {
    expect((await greet()).service).toEqual({ open: true, opensAt: null, day: null, text: null });
  });

  it('by the hours, and the next opening', async () => {
    await scene.set({ hours: OFFICE });
    expect((await greet()).service?.open).toBe(true);
    await scene.pass(8 * HOUR);
    expect((await greet()).service).toMatchObject({ open: false, opensAt: Date.UTC(2026, 0, 6, 9) });
  });

  it('those who are here hear it when the hours end, once, and when somebody takes chat offline at once', async () => {
    await scene.set({ hours: OFFICE });
    await scene.look();
    await scene.pass(8 * HOUR);
    scene.told.length = 0;
    await scene.look();
    await scene.look();
    expect(scene.toldOf('service').map((notice) => notice.service.open)).toEqual([false]);
    scene.told.length = 0;
    await scene.set({ offline: { text: 'Our line is down.', until: null } });
    expect(scene.toldOf('service')).toMatchObject([{ service: { open: false, text: 'Our line is down.' } }]);
  });
});

describe('H7 while it is closed', () => {
  it('what is written is kept, and routed when it opens, though an agent is there all the time', async () => {
    await scene.set({ hours: OFFICE });
    await scene.pass(8 * HOUR);
    await scene.agent('Ana');
    const visitor = await scene.visitor();
    const id = await scene.open(visitor);
    await scene.look();
    expect(await statusOf(id)).toBe('queued');
    expect(await scene.say(visitor, id, 'And another thing')).toMatchObject({ ok: true });
    await scene.pass(16 * HOUR);
    await scene.look();
    expect(await statusOf(id)).toBe('active');
    expect((await scene.entries(id)).map((entry) => entry.kind)).toEqual(['queued', 'message', 'message', 'assigned']);
  });

  it('a conversation that is opened again is kept as well', async () => {
    await scene.set({ hours: OFFICE });
    const ana = await scene.agent('Ana');
    const visitor = await scene.visitor();
    await scene.pass(8 * HOUR - 2 * MINUTE);
    const id = await scene.open(visitor);
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: id })));
    await scene.pass(4 * MINUTE);
    accepted(await scene.say(visitor, id, 'One more question'));
    expect(await statusOf(id)).toBe('queued');
  });

  it.each([
    { atClosing: 'serve', status: 'active', kinds: ['queued', 'message', 'assigned'] },
    { atClosing: 'keep', status: 'queued', kinds: ['queued', 'message', 'notice'] },
    { atClosing: 'close', status: 'closed', kinds: ['queued', 'message', 'closed'] },
  ] as const)('those who wait at closing time: $atClosing', async ({ atClosing, status, kinds }) => {
    await scene.set({ hours: OFFICE, atClosing });
    await scene.pass(7 * HOUR + 59 * MINUTE);
    const id = await scene.open(await scene.visitor());
    await scene.look();
    expect(await statusOf(id)).toBe('queued');
    await scene.pass(MINUTE);
    await scene.look();
    await scene.agent('Ana');
    await scene.look();
    expect(await statusOf(id)).toBe(status);
    expect((await scene.entries(id)).map((entry) => entry.kind)).toEqual(kinds);
  });

  it('an end by closing time has its reason and the outcome of who was not served (M7)', async () => {
    await scene.set({ hours: OFFICE, atClosing: 'close' });
    const id = await scene.open(await scene.visitor());
    await scene.pass(8 * HOUR);
    await scene.look();
    expect((await scene.entries(id)).at(-1)).toMatchObject({ kind: 'closed', by: 'system', reason: 'hours' });
    const { outcomes } = await measuresOf(scene.context, { from: 0, to: scene.context.clock.now() });
    expect(outcomes).toEqual({ abandoned_in_queue: 1 });
  });

  it("a department's own hours: its people are served at night, the others wait", async () => {
    const { store } = scene.context;
    const add = (id: string, name: string) =>
      store.addDepartment({ id, siteId: null, name, routing: {}, at: scene.context.clock.now() });
    await add('night', 'Night desk');
    await scene.set({ hours: OFFICE, atClosing: 'keep' });
    await scene.setDepartment('night', { hours: calendarOf('UTC', { everyday: ['22:00-06:00'] }) });
    await scene.pass(14 * HOUR);
    expect(await scene.stateOf('night')).toBe(true);
    expect(await scene.stateOf(null)).toBe(false);
  });

  it('H6 a department that is offline says its own words, to who comes and to who waits', async () => {
    const { store, clock } = scene.context;
    await store.addDepartment({ id: 'sales', siteId: null, name: 'Sales', routing: {}, at: clock.now() });
    const open = async () => {
      const visitor = await scene.visitor();
      const input = { clientId: `to-sales-${visitor.visitorId}-000000`, body: 'Hello?', department: 'Sales' };
      return accepted(await scene.act(openConversation(scene.context, visitor, input))).conversationId;
    };
    const waiting = await open();
    await scene.set({ atClosing: 'keep' });
    await scene.pass(MINUTE);
    await scene.setDepartment('sales', { offline: { text: 'Sales is at the fair.', until: null } });
    await scene.look();
    const came = await open();
    for (const id of [waiting, came]) {
      expect((await scene.entries(id)).at(-1)).toMatchObject({ what: 'kept', text: 'Sales is at the fair.' });
    }
  });

  it('many who are kept are released in slices, and nobody is forgotten', async () => {
    await scene.set({ offline: { text: '', until: null } });
    const ids = [];
    for (let count = 0; count < 12; count += 1) ids.push(await scene.open(await scene.visitor()));
    await scene.agent('Ana', { capacity: 20 });
    await scene.look();
    expect(await statusOf(ids[0] ?? '')).toBe('queued');
    await scene.set({ offline: null });
    await scene.look();
    for (const id of ids) expect(await statusOf(id)).toBe('active');
  });
});

describe('M11 the report within business hours', () => {
  const figures = () => measuresOf(scene.context, { from: 0, to: scene.context.clock.now() + 1 });

  it('a wait over night is long by the calendar and short within the hours; later hours change nothing of it', async () => {
    await scene.set({ hours: OFFICE });
    await scene.pass(7 * HOUR);
    const id = await scene.open(await scene.visitor());
    await scene.pass(17 * HOUR + 30 * MINUTE);
    const ana = await scene.agent('Ana');
    accepted(await scene.say(ana, id, 'Good morning.'));
    const before = await figures();
    expect(before.firstResponse).toMatchObject({ n: 1, p50Ms: 17 * HOUR + 30 * MINUTE });
    expect(before.firstResponseInHours).toMatchObject({ n: 1, answered: 1, p50Ms: HOUR + 30 * MINUTE });
    await scene.pass(MINUTE);
    await scene.set({ hours: null });
    expect((await figures()).firstResponseInHours).toEqual(before.firstResponseInHours);
  });

  it('a department has its own hours; who was never answered counts as longer than that', async () => {
    const { store, clock } = scene.context;
    await store.addDepartment({ id: 'night', siteId: null, name: 'Night', routing: {}, at: clock.now() });
    await scene.set({ hours: OFFICE });
    await scene.setDepartment('night', { hours: calendarOf('UTC', { everyday: ['22:00-06:00'] }) });
    await scene.pass(7 * HOUR);
    const visitor = await scene.visitor();
    const input = { clientId: 'to-the-night-desk-0001', body: 'Hello?', department: 'Night' };
    accepted(await scene.act(openConversation(scene.context, visitor, input)));
    await scene.pass(7 * HOUR);
    const spread = (await figures()).firstResponseInHours;
    expect(spread).toMatchObject({ n: 1, answered: 0, p50Ms: null, meanMs: null });
  });

  it('without hours there is no second figure', async () => {
    await scene.open(await scene.visitor());
    expect((await figures()).firstResponseInHours).toBeNull();
  });
});

describe('H10 who may set it, and what is refused', () => {
  it('owners and admins, not agents', async () => {
    const agent = await scene.agent('Bo');
    const admin = await scene.agent('Ad', { role: 'admin', available: false });
    const [site] = await scene.context.store.listSites();
    const key = site?.key ?? '';
    const read = async (who: typeof agent) => (await readSiteSettings(scene.context, who, { key })).answer;
    expect(await read(agent)).toMatchObject({ ok: false, error: 'forbidden' });
    const before = accepted(await read(admin));
    const settings = { ...before.settings, wrapUpMs: 1 };
    expect((await setSiteSettings(scene.context, agent, { key, settings })).answer).toMatchObject({
      error: 'forbidden',
    });
    expect((await setSiteSettings(scene.context, admin, { key, settings })).answer).toMatchObject({ ok: true });
    expect(accepted(await read(scene.owner)).settings.wrapUpMs).toBe(1);
    expect((await readSiteSettings(scene.context, admin, { key: 'none' })).answer).toMatchObject({
      error: 'not_found',
    });
  });

  it('a fault is named with its place, and what was set stays', async () => {
    await scene.set({ hours: OFFICE });
    const [site] = await scene.context.store.listSites();
    const key = site?.key ?? '';
    const { settings } = accepted((await readSiteSettings(scene.context, scene.owner, { key })).answer);
    const hours = { ...OFFICE, zone: 'Europe/Atlantis' };
    const refused = (await setSiteSettings(scene.context, scene.owner, { key, settings: { ...settings, hours } }))
      .answer;
    expect(refused).toMatchObject({ error: 'invalid_payload', field: 'hours.zone' });
    const none = (
      await setDepartmentHours(scene.context, scene.owner, { id: 'none', settings: { hours: null, offline: null } })
    ).answer;
    expect(none).toMatchObject({ error: 'not_found' });
    expect(accepted((await readSiteSettings(scene.context, scene.owner, { key })).answer).settings.hours).toEqual(
      OFFICE,
    );
  });

  it('H9 every change of the hours is kept as a version; other changes are none', async () => {
    const { store, clock } = scene.context;
    const [site] = await store.listSites();
    const from = clock.now();
    await scene.set({ hours: OFFICE });
    await scene.pass(HOUR);
    await scene.set({ hours: OFFICE, wrapUpMs: 5_000 });
    await scene.set({ hours: null });
    const versions = await store.listCalendars({ kind: 'site', id: site?.id ?? '' });
    expect(versions).toEqual([
      { validFrom: from, document: OFFICE },
      { validFrom: from + HOUR, document: null },
    ]);
  });
});
