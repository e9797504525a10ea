import { afterAll, beforeAll, expect, test } from 'vitest';
import { FACE_PICTURE_BYTES_MAX, FACE_SIDE_PX_MAX, FACE_TITLE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { gif, jpeg, png, SECRET } from '../support/pictures.ts';
import { newVisitor } from './send-file.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** How visitors see agents (W31). */

let relay: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
let made = 0;

async function agentWith(role: 'agent' | 'admin', siteIds: string[] = []) {
  made += 1;
  const email = `agent-${made}@example.org`;
  await relay.addAgent(email);
  const found = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!found) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = found;
  await relay.store.changeStaffMember({ agentId: id, ...rest, role, siteIds });
  const cookie = await relay.signIn(email);
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
  return { id, ask, set: async (face: object, of = id) => (await ask('PUT', `faces/${of}`, face)).answer };
}

async function pictureFor(headers: Record<string, string>, id: string) {
  const response = await fetch(`${relay.origin}/api/v1/visitor/pictures/${id}`, {
    headers: { Origin: relay.origin, ...headers },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('W31 a picture loses its metadata, and is kept by the visitor’s browser for good', async () => {
  const ana = await agentWith('agent');
  const set = await ana.set({ title: ' Support ', picture: base64(jpeg({ turn: 1 })) });
  expect(set).toMatchObject({ ok: true, value: { agentId: ana.id, title: 'Support' } });
  const visitor = await newVisitor(relay);
  const asked = await relay.ask(
    'POST',
    '/api/v1/visitor/commands/agent:faces',
    { agentIds: [ana.id, 'x'] },
    visitor.headers,
  );
  const face = set.ok ? set.value : {};
  expect(asked.answer).toEqual({ ok: true, value: { faces: [face] } });
  const { response, bytes } = await pictureFor(visitor.headers, String(face.picture));
  expect(bytes.includes(SECRET)).toBe(false);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    ...{ 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=31536000, immutable' },
    ...{ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" },
  });
  // A page of the relay's own origin: browsers send no `Origin` with a read of it.
  const { Authorization = '', 'X-Deskbell-Site': site = '' } = visitor.headers;
  const address = `${relay.origin}/api/v1/visitor/pictures/${face.picture}`;
  const own = (more: Record<string, string>) =>
    fetch(address, { headers: { Authorization, 'X-Deskbell-Site': site, ...more } }).then(({ status }) => status);
  expect([await own({ 'Sec-Fetch-Site': 'same-origin' }), await own({ 'Sec-Fetch-Site': 'cross-site' })]).toEqual([
    200, 403,
  ]);
  // Another picture has another name; the first one is gone.
  const next = await ana.set({ title: 'Support', picture: base64(png({ width: 24 })) });
  expect(next.ok && next.value.picture).not.toBe(face.picture);
  expect((await pictureFor(visitor.headers, String(face.picture))).response.status).toBe(404);
});

test('W31 visitors of a site that the agent does not serve see nothing; nobody sees anything without a token', async () => {
  const key = await relay.addSite('Other', [relay.origin]);
  const other = (await relay.store.listSites()).find((site) => site.key === key);
  // The relay learns of a new site within seconds.
  const isKnown = () =>
    newVisitor(relay, key).then(
      () => true,
      () => false,
    );
  await expect.poll(isKnown).toBe(true);
  const ben = await agentWith('agent', [other?.id ?? '']);
  const set = await ben.set({ title: 'Sales', picture: base64(png()) });
  const picture = String(set.ok && set.value.picture);
  const ask = async (site: string) => {
    const { headers } = await newVisitor(relay, site);
    const told = await relay.ask('POST', '/api/v1/visitor/commands/agent:faces', { agentIds: [ben.id] }, headers);
    return [
      told.answer.ok && (told.answer.value.faces as object[]).length,
      (await pictureFor(headers, picture)).response.status,
    ];
  };
  expect([await ask(key), await ask('demo')]).toEqual([
    [1, 200],
    [0, 404],
  ]);
  expect((await pictureFor({}, picture)).response.status).toBe(403);
  expect((await pictureFor({ 'X-Deskbell-Site': 'demo' }, picture)).response.status).toBe(401);
});

test('W31 one’s own, and as an admin everybody’s; what is wrong is said', async () => {
  const ana = await agentWith('agent');
  const ben = await agentWith('agent');
  const admin = await agentWith('admin');
  expect(await ana.set({ title: 'Boss' }, ben.id)).toMatchObject({ error: 'forbidden' });
  expect((await ana.ask('GET', `faces/${ben.id}`)).status).toBe(403);
  expect(await admin.set({ title: 'Support' }, ben.id)).toMatchObject({ value: { title: 'Support', picture: null } });
  expect((await ben.ask('GET', `faces/${ben.id}`)).answer).toMatchObject({ value: { title: 'Support' } });
  expect(await admin.set({ title: 'x' }, 'nobody')).toMatchObject({ error: 'not_found' });
  const title = 'x'.repeat(FACE_TITLE_CHARS_MAX);
  expect(await ana.set({ title })).toMatchObject({ ok: true });
  expect(await ana.set({ title: `${title}x` })).toMatchObject({ error: 'invalid_payload', field: 'title' });
  for (const wrong of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ', '%PDF-1.4', ''])
    expect((await ana.set({ title, picture: base64(Buffer.from(wrong)) })).ok).toBe(false);
  for (const wrong of [gif(), jpeg().subarray(0, 60), png({ width: FACE_SIDE_PX_MAX + 1 })])
    expect(await ana.set({ title, picture: base64(wrong) })).toMatchObject({ error: 'file_refused', field: 'picture' });
  expect(await ana.set({ title, picture: base64(png({ width: FACE_SIDE_PX_MAX })) })).toMatchObject({ ok: true });
  const large = 'A'.repeat(Math.ceil(FACE_PICTURE_BYTES_MAX / 3) * 4 + 4);
  expect(await ana.set({ title, picture: large })).toMatchObject({ error: 'invalid_payload', field: 'picture' });
});
