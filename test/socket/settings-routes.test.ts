import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../protocol/wire/model.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

/** Signs in as somebody of this role, and asks. */
async function as(role: Role) {
  const email = `${role}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role });
  const cookie = await relay.signIn(email);
  return (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
}

const ALL_DAY = [{ from: '00:00', to: '24:00' }];

describe('H10 settings over HTTP', () => {
  test('an admin reads and writes them; an agent and a stranger do not', async () => {
    const admin = await as('admin');
    const agent = await as('agent');
    expect(await admin('GET', 'sites/demo/settings')).toMatchObject({
      status: 200,
      answer: { value: { settings: SITE_SETTINGS_DEFAULT, now: { open: true } } },
    });
    const written = await admin('PUT', 'sites/demo/settings', { atClosing: 'keep', wrapUpMs: 5_000 });
    const kept = { ...SITE_SETTINGS_DEFAULT, atClosing: 'keep', wrapUpMs: 5_000 };
    expect(written).toMatchObject({ status: 200, answer: { value: { settings: kept } } });
    const refused = { status: 403, answer: { ok: false, error: 'forbidden' } };
    expect(await agent('GET', 'sites/demo/settings')).toMatchObject(refused);
    expect(await agent('PUT', 'sites/demo/settings', {})).toMatchObject(refused);
    expect(await agent('PUT', 'departments/any/hours', {})).toMatchObject(refused);
    expect(await relay.ask('GET', '/api/v1/agent/sites/demo/settings')).toMatchObject({ status: 401 });
    expect(await admin('GET', 'sites/none/settings')).toMatchObject({ status: 404 });
    expect(await admin('GET', 'departments/none/hours')).toMatchObject({ status: 404 });
  });

  test('Z21 the list of sites has what another process has just added', async () => {
    const owner = await as('owner');
    const at = relay.context.clock.now();
    await relay.store.addSite({ id: 'new', key: 'new', name: 'New shop', origins: ['https://new.example'], at });
    const { answer } = await owner('GET', 'sites');
    expect(answer).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ key: 'new' })]),
    });
  });

  test('J13 what a rule about keeping would take is counted for who may set it, and for nobody else', async () => {
    const [admin, agent] = [await as('admin'), await as('agent')];
    expect(await admin('GET', 'sites/demo/keeping?conversationDays=30&orderDays=30')).toMatchObject({
      answer: { value: { conversations: 0, orders: 0 } },
    });
    expect(await admin('GET', 'sites/demo/keeping?orderDays=0')).toMatchObject({ status: 400 });
    expect(await admin('GET', 'sites/none/keeping?orderDays=1')).toMatchObject({ status: 404 });
    expect(await agent('GET', 'sites/demo/keeping?orderDays=30')).toMatchObject({ status: 403 });
  });

  test('what is wrong is named with its place', async () => {
    const owner = await as('owner');
    const put = async (body: unknown) => (await owner('PUT', 'sites/demo/settings', body)).answer;
    expect(await put({ wrapUp: 5 })).toMatchObject({ error: 'invalid_payload' });
    expect(await put({ wrapUpMs: -1 })).toMatchObject({ field: 'wrapUpMs' });
    expect(await put({ hours: { zone: 'Mars/Base', week: {} } })).toMatchObject({ field: 'hours.zone' });
    const monday = [{ from: '9 o’clock', to: '17:00' }];
    expect(await put({ hours: { zone: 'UTC', week: { monday } } })).toMatchObject({ error: 'invalid_payload' });
    const late = [{ from: '25:00', to: '26:00' }];
    expect(await put({ hours: { zone: 'UTC', week: { monday: late } } })).toMatchObject({
      field: 'hours.week.monday.0.from',
    });
  });

  test('a visitor who is here hears at once that chat was taken offline, and whoever comes later too', async () => {
    const owner = await as('owner');
    const visitor = await relay.visitor();
    const heard = visitor.fact('service:changed');
    await owner('PUT', 'sites/demo/settings', { offline: { text: 'We are moving house.' } });
    expect(await heard).toEqual({ open: false, opensAt: null, day: null, text: 'We are moving house.' });
    const session = await relay.ask('POST', '/api/v1/visitor/session', { version: 2, site: 'demo' });
    expect(session.answer).toMatchObject({ value: { service: { open: false, text: 'We are moving house.' } } });
  });

  test('H11 a save that names the version it changed is refused where somebody saved since', async () => {
    const owner = await as('owner');
    const save = async (wrapUpMs: number, query = '') =>
      (await owner('PUT', `sites/demo/settings${query}`, { wrapUpMs })).answer;
    expect(await save(1, '?basedOn=0')).toMatchObject({ value: { settings: { wrapUpMs: 1 }, version: 1 } });
    expect(await save(2, '?basedOn=0')).toMatchObject({ error: 'changed_meanwhile' });
    expect(await save(2, '?basedOn=many')).toMatchObject({ error: 'invalid_payload', field: 'basedOn' });
    expect(await save(3, '?basedOn=1')).toMatchObject({ value: { version: 2 } });
    expect(await save(4)).toMatchObject({ value: { version: 3 } });
  });

  test('H12 a preview spells out the days, stores nothing, names faults as a save does, and is for owners and admins', async () => {
    const owner = await as('owner');
    const week = { monday: ALL_DAY, sunday: [] };
    const asked = await owner('POST', 'hours/preview', { hours: { zone: 'UTC', week }, offline: { text: 'Moving.' } });
    const { value } = asked.answer as unknown as { value: { now: object; days: { hours: object[] }[] } };
    expect(value.now).toEqual({ open: false, opensAt: null, day: null, text: 'Moving.' });
    expect(value.days.map((day) => day.hours.length).sort()).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect((await owner('GET', 'sites/demo/settings')).answer).toMatchObject({ value: { version: 0 } });
    const fault = await owner('POST', 'hours/preview', { hours: { zone: 'Moon/Base', week: {} } });
    expect(fault.answer).toMatchObject({ error: 'invalid_payload', field: 'hours.zone' });
    expect(await (await as('supervisor'))('POST', 'hours/preview', {})).toMatchObject({ status: 403 });
  });

  test('hours of a department', async () => {
    const owner = await as('owner');
    const made = await owner('POST', 'departments', { siteId: null, name: 'Night desk', routing: {} });
    const { id } = (made.answer as unknown as { value: { id: string } }).value;
    const hours = { zone: 'Asia/Kathmandu', week: { sunday: ALL_DAY } };
    expect(await owner('PUT', `departments/${id}/hours`, { hours })).toMatchObject({ status: 200 });
    expect((await owner('GET', `departments/${id}/hours`)).answer).toMatchObject({
      value: {
        settings: { hours: { zone: 'Asia/Kathmandu', week: { sunday: ALL_DAY, monday: [] } }, offline: null },
        version: 1,
      },
    });
  });
});

test('Q1 a visitor who waits hears her place over the socket', async () => {
  const first = await relay.visitor();
  const heard = first.fact('queue:moved');
  await first.command('conversation:open', { clientId: 'places-0123456789', body: 'Hello?' });
  expect(await heard).toMatchObject({ position: 1 });
});
