import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VisitorReady } from '../../protocol/wire/events.ts';
import { addIdentitySecret } from '../../server/usecases/identity-secrets.ts';
import { claimsFor, signIdentity } from '../support/sign-identity.ts';
import { signInAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** What is kept of a visitor: she reads it, takes it along, and erases it, with her own token and no other (J14, J15). */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const EVERYTHING = { erase: 'everything' };

async function come(hello: Record<string, unknown> = {}) {
  const socket = await relay.visitor(hello);
  const ready = (await socket.fact('session:ready')) as unknown as VisitorReady;
  return { socket, ready, token: `${ready.token ?? hello.token}` };
}

async function writer(body = 'Hello', hello: Record<string, unknown> = {}) {
  const visitor = await come(hello);
  const clientId = `own-${body}`.replaceAll(' ', '-').padEnd(20, '0');
  const answer = await visitor.socket.command('conversation:open', { clientId, body, email: 'mia@example.org' });
  return { ...visitor, conversationId: (answer as { value: { conversationId: string } }).value.conversationId };
}

const erase = (token: string, body: unknown = EVERYTHING, headers: Record<string, string> = {}) =>
  relay.ask('POST', '/api/v1/visitor/erase', body, {
    ...{ 'X-Deskbell-Site': 'demo', Authorization: `Bearer ${token}` },
    ...headers,
  });

const owner = () => signInAs(relay, 'owner');

test('J14 she reads what is kept and her own conversations, on both carriers; of another there is nothing', async () => {
  const [mia, eve] = [await writer('My kiln is cold'), await writer('Mine too')];
  const ask = await owner();
  await ask('POST', `people/${mia.ready.visitorId}/notes`, { body: 'A difficult one.' });
  await ask('PUT', 'sites/demo/settings', { keeping: { conversationDays: 30 } });
  const kept = await mia.socket.command('own:read', {});
  expect(kept).toMatchObject({
    value: {
      ...{ email: 'mia@example.org', conversations: 1, messages: { own: 1, team: 0 }, files: 0 },
      ...{ conversationDays: 30, erases: true, sinceAt: expect.any(Number) },
    },
  });
  expect(JSON.stringify(kept)).not.toContain('difficult');
  const headers = { 'X-Deskbell-Site': 'demo', Authorization: `Bearer ${mia.token}` };
  const listed = await relay.ask('POST', '/api/v1/visitor/commands/own:list', {}, headers);
  expect(listed.answer).toMatchObject({
    value: { more: false, conversations: [{ conversationId: mia.conversationId }] },
  });
  expect(await mia.socket.command('own:list', { after: eve.conversationId })).toMatchObject({
    value: { conversations: [], more: false },
  });
});

test('J15 erased by herself: her tabs begin anew, the chat ends, nothing is left of it, and the log says so', async () => {
  const [mia, eve] = [await writer('My secret glaze'), await writer('I stay')];
  const tab = await come({ token: mia.token });
  const done = await erase(mia.token);
  expect([done.status, done.answer]).toEqual([200, { ok: true, value: { erasing: 1 } }]);
  for (const { socket } of [mia, tab])
    expect(await socket.fact('session:ended')).toMatchObject({ error: 'unauthorized' });
  expect((await erase(mia.token)).status).toBe(401);
  expect((await come({ token: eve.token })).ready.conversations).toHaveLength(1);
  expect(relay.reports.filter((one) => one.kind === 'visitor_erased')).toEqual([
    { kind: 'visitor_erased', visitorId: mia.ready.visitorId },
  ]);
  await vi.waitFor(
    async () => {
      const page = await relay.store.readPage({ conversationId: mia.conversationId, afterSeq: 0, limit: 9 });
      expect(page?.entries.map((one) => ('body' in one ? one.body : one.kind))).toEqual([
        'queued',
        '',
        'contact',
        'closed',
      ]);
    },
    { timeout: 60_000 },
  );
});

test('J15 refused: without or with a wrong token, from an unknown site or origin, without the words, blocked, and where the owner erases', async () => {
  const mia = await writer();
  expect((await erase('vst_wrong')).status).toBe(401);
  expect((await erase(mia.token, {})).answer).toMatchObject({ error: 'invalid_payload', field: 'erase' });
  expect((await erase(mia.token, EVERYTHING, { 'X-Deskbell-Site': 'none' })).answer).toMatchObject({
    error: 'site_unknown',
  });
  expect((await erase(mia.token, EVERYTHING, { Origin: 'https://evil.example' })).status).toBe(403);
  const ask = await owner();
  await ask('PUT', 'sites/demo/settings', { keeping: { visitorsErase: false } });
  await vi.waitFor(async () => expect((await erase(mia.token)).answer).toMatchObject({ error: 'forbidden' }), 60_000);
  expect(await mia.socket.command('own:read', {})).toMatchObject({ value: { erases: false } });
  await ask('PUT', 'sites/demo/settings', { keeping: {} });
  await ask('POST', `people/${mia.ready.visitorId}/block`, { reason: 'Threats.' });
  expect((await erase(mia.token)).answer).toMatchObject({ error: 'blocked' });
  expect(await mia.socket.command('own:read', {})).toMatchObject({ ok: true });
  expect(relay.count('visitor_erased')).toBe(0);
});

test('J15 of somebody whom the site has signed for all browsers end, and the next hello is somebody new', async () => {
  const { answer } = await addIdentitySecret(relay.context, 'command_line', { key: 'demo' });
  if (!answer.ok) throw new Error(answer.hint);
  const { secret } = answer.value;
  const identity = () => signIdentity(secret, claimsFor('demo', 'mia', {}));
  const phone = await writer('On the phone', { identity: identity() });
  const desk = await come({ identity: identity() });
  expect(desk.ready.visitorId).toBe(phone.ready.visitorId);
  expect((await erase(desk.token)).status).toBe(200);
  for (const { socket } of [phone, desk]) expect(await socket.fact('session:ended')).toBeTruthy();
  expect((await erase(phone.token)).status).toBe(401);
  const again = await come({ identity: identity() });
  expect(again.ready.visitorId).not.toBe(phone.ready.visitorId);
  expect(again.ready.conversations).toEqual([]);
});

test('J15 asked again and again it is refused for a while', async () => {
  await relay.remove();
  relay = await startTestRelay({ allowances: { visitorSend: { burst: 2, perSecond: 0.01 } } });
  const mia = await come();
  const tried = [];
  for (let n = 0; n < 3; n += 1) tried.push((await erase(mia.token, {})).status);
  expect(tried).toEqual([400, 400, 429]);
});
