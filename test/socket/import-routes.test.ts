import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BusinessReport } from '../../protocol/wire/business.ts';
import { IMPORT_BYTES_MAX, IMPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { ROLES } from '../../protocol/wire/permissions.ts';
import { addIdentitySecret } from '../../server/usecases/identity-secrets.ts';
import { signIdentity } from '../support/sign-identity.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
const key = 'demo';
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

/** As a site's own server signs it. */
function sign(secret: string, more: object = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  return signIdentity(secret, { aud: key, scope: 'import', iat: now, exp: now + 600, ...more });
}

async function makeSecret(): Promise<string> {
  const { answer } = await addIdentitySecret(relay.context, 'command_line', { key });
  if (!answer.ok) throw new Error(answer.hint);
  return answer.value.secret;
}

async function post(path: string, body: string, headers: Record<string, string>) {
  const answer = await fetch(`${relay.origin}/api/v1/import/${path}`, { method: 'POST', body, headers });
  return { status: answer.status, answer: await answer.json() };
}

const csv = { 'Content-Type': 'text/csv' };
const orders = () => relay.store.listOrders({ from: 0, to: 9e12 });

test('G2 G3 a site’s server imports with a signed token, as CSV, JSON and JSON lines; sent twice is stored once', async () => {
  const as = { Authorization: `Bearer ${sign(await makeSecret())}` };
  const rows = 'id,total,currency,customer,at\n1,49.90,EUR,mia,2026-01-05\n2,10,EUR,,2026-01-06T10:00:00+01:00\n';
  expect(await post('orders', rows, { ...as, ...csv })).toEqual({
    status: 200,
    answer: { ok: true, value: { added: 2, changed: 0, same: 0 } },
  });
  expect((await post('orders', rows, { ...as, ...csv })).answer.value).toEqual({ added: 0, changed: 0, same: 2 });
  const json = JSON.stringify([{ id: 3, total: 5, currency: 'EUR', customer: 'mia', at: '2026-02-01' }]);
  expect(await post('orders', json, { ...as, 'Content-Type': 'application/json' })).toMatchObject({ status: 200 });
  const lines = '{"customer":"mia","segment":"gold"}\n{"customer":"zoe"}\n';
  const customers = await post('customers', lines, { ...as, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  expect(customers.answer.value).toEqual({ added: 2, changed: 0, same: 0 });
  expect((await orders()).map(({ orderId, minor, person }) => [orderId, minor, person])).toEqual([
    ['1', 4_990, 's:mia'],
    ['2', 1_000, null],
    ['3', 500, 's:mia'],
  ]);
  expect(await relay.store.listSegments({ since: 0, limit: 100 })).toMatchObject([
    { subject: 'mia', segment: 'gold' },
    { subject: 'zoe', segment: null },
  ]);
  const erased = await fetch(`${relay.origin}/api/v1/import/customers/mia`, { method: 'DELETE', headers: as });
  expect(await erased.json()).toEqual({ ok: true, value: { orders: 2, customers: 1 } });
});

test('G3 one wrong row and nothing is stored; every wrong row is named', async () => {
  const as = { Authorization: `Bearer ${sign(await makeSecret())}`, ...csv };
  const { status, answer } = await post('orders', 'id,total,currency\n1,5,EUR\n2,x,EUR\n3,5,EURO\n', as);
  expect(status).toBe(400);
  expect(answer).toMatchObject({ ok: false, error: 'invalid_payload', field: 'rows.2.total' });
  expect(answer.hint).toContain('2 of 3 rows are wrong, so nothing was stored');
  expect(answer.rows.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual([
    [2, 'total'],
    [3, 'currency'],
  ]);
  const twice = await post('orders', 'id,total,currency,Total\n1,5,EUR,50\n', as);
  expect(twice).toMatchObject({ status: 400, answer: { error: 'invalid_payload' } });
  expect(twice.answer.hint).toContain('names "total" twice');
  expect(await orders()).toEqual([]);
  const many = Array.from({ length: IMPORT_ROWS_MAX + 1 }, (_, id) => `${id},1,EUR`).join('\n');
  expect(await post('orders', `id,total,currency\n${many}`, as)).toMatchObject({ status: 400 });
  expect(await post('orders', 'x'.repeat(IMPORT_BYTES_MAX + 1), as)).toMatchObject({ status: 413 });
  expect(await post('orders', 'id', { ...as, 'Content-Type': 'text/plain' })).toMatchObject({
    status: 400,
    answer: { field: 'Content-Type' },
  });
});

test('G2 without a good token nothing is read: unsigned, another site’s, a person’s, too old', async () => {
  const secret = await makeSecret();
  const row = 'id,total,currency\n1,5,EUR\n';
  const other = await relay.addSite('Other', ['https://other.example']);
  const now = Math.floor(Date.now() / 1_000);
  const tokens = [
    'no',
    sign('somebody else'),
    sign(secret, { aud: other }),
    sign(secret, { sub: 'mia' }),
    sign(secret, { scope: undefined }),
    sign(secret, { iat: now - 3_600, exp: now - 120 }),
    signIdentity(secret, { aud: key, scope: 'import', iat: now, exp: now + 60 }, { alg: 'none' }),
  ];
  for (const token of tokens) {
    expect(await post('orders', row, { Authorization: `Bearer ${token}`, ...csv })).toMatchObject({ status: 401 });
  }
  expect(await orders()).toEqual([]);
  // And the other way round: what reports orders is nobody's identity.
  const client = await relay.visitor();
  const judged = await client.command('visitor:identity', { identity: sign(secret) });
  expect(judged).toMatchObject({ ok: false, error: 'identity_invalid', field: 'sub' });
  await client.end();
});

test('G2 owners and admins import for a site they name; nobody else of the team, and no other page', async () => {
  const statuses: Record<string, number> = {};
  for (const role of ROLES) {
    const email = `${role}@example.org`;
    await relay.addAgent(email);
    const member = (await relay.store.listStaff()).find((one) => one.email === email);
    if (!member) throw new Error('The agent was not added.');
    const { id, availability: _, email: __, ...rest } = member;
    await relay.store.changeStaffMember({ agentId: id, ...rest, role });
    const own = { Cookie: await relay.signIn(email), Origin: relay.origin, 'X-Deskbell': '1', ...csv };
    const row = `id,total,currency\n${role},5,EUR\n`;
    statuses[role] = (await post(`orders?site=${key}`, row, own)).status;
    if (role !== 'owner') continue;
    expect(await post('orders?site=none', row, own)).toMatchObject({ status: 400, answer: { field: 'site' } });
    expect(await post(`orders?site=${key}`, row, { ...own, Origin: 'https://shop.example' })).toMatchObject({
      status: 403,
    });
  }
  expect(statuses).toEqual({ owner: 200, admin: 200, supervisor: 403, agent: 403, viewer: 403 });
  expect(await post(`orders?site=${key}`, 'id', { Origin: relay.origin, 'X-Deskbell': '1', ...csv })).toMatchObject({
    status: 401,
  });
});

test('G4 a page’s order is taken as a claim; what is wrong with it is named, and the stage of the next chat follows', async () => {
  const client = await relay.visitor();
  const track = (properties: object) => client.command('visitor:track', { event: 'order', properties });
  expect(await track({ id: 'A-1', total: 49.9, currency: 'EUR' })).toMatchObject({ ok: true });
  for (const [more, field] of [
    [{ cancelled: true }, 'cancelled'],
    [{ cancelled: 'yes' }, 'cancelled'],
    [{ total: -5 }, 'total'],
  ] as const)
    expect(await track({ id: 'A-9', total: 5, currency: 'EUR', ...more })).toMatchObject({
      ...{ ok: false, error: 'invalid_payload', field: `properties.${field}` },
      hint: expect.stringContaining('from your server'),
    });
  expect(await track({ id: 'A-2', total: 'much', currency: 'EUR' })).toMatchObject({
    ok: false,
    field: 'properties.total',
  });
  expect(await orders()).toMatchObject([{ orderId: 'A-1', minor: 4_990, link: 'claimed', isChecked: false }]);
  await client.command('conversation:open', { clientId: 'c'.repeat(20), body: 'Where is it?' });
  expect(await relay.store.readFacts([1])).toMatchObject({ episodes: [{ stage: 'after' }] });
  await client.end();
});

test('M12 M13 the report, its rows and its file agree; settings are the owner’s, and what is wrong is named', async () => {
  await relay.addAgent('olga@example.org');
  const [member] = await relay.store.listStaff();
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = member;
  const cookie = await relay.signIn('olga@example.org');
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
  for (const path of ['business-settings', 'reports/business?from=0&to=1', 'reports/forecast']) {
    expect([path, (await ask('GET', path)).status]).toEqual([path, 403]);
  }
  await relay.store.changeStaffMember({ agentId: id, ...rest, role: 'owner' });
  const now = Date.now();
  const [site] = await relay.store.listSites();
  const said = { minor: 500, isCancelled: false };
  const orders = ['mia', 'mia', 'zoe', null].map((subject, n) => ({
    ...{ ...said, subject, orderId: `${n}`, at: now - 9_000 + n },
    // Never summed: nobody here knows their rates.
    currency: n < 2 ? 'EUR' : n === 2 ? 'JPY' : 'USD',
  }));
  await relay.store.importOrders({ siteId: site?.id ?? '', orders, at: now });
  const period = `from=${now - 10_000}&to=${now + 1}`;
  const report = await ask('GET', `reports/business?${period}&site=${key}`);
  expect(report.answer).toMatchObject({
    value: {
      orders: {
        orders: 4,
        people: 2,
        checked: 4,
        claimed: 0,
        unlinked: 1,
        revenue: [
          { currency: 'EUR', minor: 1_000 },
          { currency: 'JPY', minor: 500 },
          { currency: 'USD', minor: 500 },
        ],
      },
      retention: { all: { hits: 0, n: 0, unknown: 2 } },
      repeat: { hits: 0, n: 2 },
    },
  });
  const rows = await ask('GET', `reports/business/rows?${period}&of=retention`);
  expect(rows.answer).toMatchObject({ value: { total: 2 } });
  const file = await fetch(`${relay.origin}/api/v1/agent/reports/business/rows?${period}&of=retention&format=csv`, {
    headers: { Cookie: cookie, Origin: relay.origin },
  });
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="deskbell-business-rows.csv"');
  expect((await file.text()).trim().split('\r\n')).toHaveLength(3);
  expect(await ask('GET', `reports/business/rows?${period}&of=everything`)).toMatchObject({ status: 400 });
  const part = async (of: string, by: string, name: string) =>
    (await ask('GET', `reports/business/rows?${period}&of=${of}&by=${by}&key=${name}`)).answer;
  expect(await part('retention', 'contact', 'no_contact')).toMatchObject({ value: { total: 2 } });
  expect(await part('retention', 'contact', 'rated_good')).toMatchObject({ value: { total: 0 } });
  expect(await part('retention', 'segment', '')).toMatchObject({ value: { total: 2 } });
  expect(await part('repeat', 'verdict', 'miss')).toMatchObject({ value: { total: 2 } });
  expect(await part('orders', 'why', 'unanswered')).toMatchObject({ ok: false, error: 'invalid_payload', field: 'by' });
  expect(await ask('GET', `reports/business?${period}&site=none`)).toMatchObject({ status: 404 });
  const forecast = await ask('GET', 'reports/forecast?zone=Europe/Berlin');
  expect(forecast.answer).toMatchObject({ value: { zone: 'Europe/Berlin', weeks: 0, few: true } });
  expect(await ask('GET', 'reports/forecast?department=nobodys')).toMatchObject({
    status: 404,
    answer: { field: 'department' },
  });
  expect(await ask('GET', 'reports/forecast?zone=Mars')).toMatchObject({ status: 400, answer: { field: 'zone' } });
});

test('G6 a segment of whoever was forgotten is in no report, also when somebody orders under that number again', async () => {
  const as = { Authorization: `Bearer ${sign(await makeSecret())}`, ...csv };
  const ask = await asOwner();
  const now = Date.now();
  const at = new Date(now - 60_000).toISOString();
  const order = (id: string) => post('orders', `id,total,currency,customer,at\n${id},5,EUR,mia,${at}\n`, as);
  const segments = async () => {
    const { answer } = await ask('GET', `reports/business?from=${now - 120_000}&to=${now}`);
    return (answer as unknown as { value: BusinessReport }).value.retention.bySegment.map(({ key: name }) => name);
  };
  await order('1');
  await post('customers', 'customer,segment\nmia,gold\n', as);
  expect(await segments()).toEqual(['gold']);
  await fetch(`${relay.origin}/api/v1/import/customers/mia`, { method: 'DELETE', headers: as });
  expect(await segments()).toEqual([]);
  await order('2');
  expect(await segments()).toEqual(['']);
});

/** An owner who is signed in, and how she asks. */
async function asOwner() {
  await relay.addAgent('olga@example.org');
  const [member] = await relay.store.listStaff();
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = member;
  const cookie = await relay.signIn('olga@example.org');
  await relay.store.changeStaffMember({ agentId: id, ...rest, role: 'owner' });
  return (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
}

test('M13 settings are the owner’s; each save is a version, and what is wrong is named', async () => {
  const ask = await asOwner();
  const months = [{ month: '2026-02' }, { month: '2026-01', hourlyCost: 2_000 }];
  expect(await ask('PUT', 'business-settings?basedOn=0', { currency: 'EUR', months })).toMatchObject({
    status: 200,
    answer: {
      value: { version: 1, settings: { months: [{ month: '2026-01' }, { month: '2026-02', marketing: null }] } },
    },
  });
  expect(await ask('PUT', 'business-settings?basedOn=0', { currency: 'EUR' })).toMatchObject({ status: 409 });
  for (const [wrong, field] of [
    [{ currency: 'ABC' }, 'currency'],
    [{ months: [{ month: '2026-13' }] }, 'months.0.month'],
    [{ months: [{ month: '2026-01' }, { month: '2026-01' }] }, 'months.1.month'],
    [{ staffing: { shrinkage: 1 } }, 'staffing.shrinkage'],
    [{ hourly: 5 }, undefined],
  ]) {
    expect((await ask('PUT', 'business-settings', wrong)).answer).toMatchObject({
      error: 'invalid_payload',
      ...(field ? { field } : {}),
    });
  }
});
