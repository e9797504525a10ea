import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PANEL_BURST_MAX, PANEL_BYTES_MAX } from '../../protocol/wire/outside-limits.ts';
import type { ROLES } from '../../protocol/wire/permissions.ts';
import { addIdentitySecret } from '../../server/usecases/identity-secrets.ts';
import { type OutsideService, startOutsideService } from '../support/outside-service.ts';
import { claimsFor, signIdentity } from '../support/sign-identity.ts';
import { askAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Services of the owner's (docs/services.md) as a real server on this machine, asked by a real relay. */

let relay: TestRelay;
let service: OutsideService;
beforeEach(async () => {
  service = await startOutsideService();
  relay = await startTestRelay({ config: { trustedServices: [service.origin] } });
});
afterEach(async () => {
  await relay.remove();
  await service.stop();
});

type Ask = Awaited<ReturnType<typeof as>>;

const as = (role: (typeof ROLES)[number]) => askAs<Record<string, unknown>>(relay, role);

const panel = (more: object = {}) => ({ id: 'orders', title: 'Orders', url: `${service.origin}/orders`, ...more });

async function connect(owner: Ask, panels: object[] = [panel()]) {
  const { status, value } = await owner('PUT', 'sites/demo/outside', { settings: { panels } });
  expect([status, value]).toMatchObject([200, {}]);
}

/** Somebody whom the shop has signed for, or not. */
async function writes(sub?: string) {
  const made = await addIdentitySecret(relay.context, 'command_line', { key: 'demo' });
  if (!made.answer.ok) throw new Error(made.answer.hint);
  const claims = sub && claimsFor('demo', sub, { email: `${sub}@post.example`, name: 'Mia' });
  const visitor = await relay.visitor(claims ? { identity: signIdentity(made.answer.value.secret, claims) } : {});
  await visitor.fact('session:ready');
  await visitor.command('visitor:describe', { email: 'typed@elsewhere.example' });
  const opened = await visitor.command('conversation:open', { clientId: 'client-id-of-message-1', body: 'Hi' });
  return (opened as { value: { conversationId: string } }).value.conversationId;
}

test('CS3 CS5 a system is told whom the site has signed for, in words that it can check', async () => {
  const owner = await as('owner');
  await connect(owner);
  const conversationId = await writes('mia');
  const agent = await as('agent');
  const offered = await agent('GET', `conversations/${conversationId}/outside`);
  expect(offered.value).toEqual({
    ...{ panels: [{ id: 'orders', title: 'Orders' }], translate: false, assist: false },
  });

  service.says({ lines: [{ label: 'Orders', value: 3 }] });
  const shown = await agent('GET', `conversations/${conversationId}/outside/panels/orders`);
  expect(shown.value).toMatchObject({ kind: 'shown', panel: { lines: [{ label: 'Orders', value: '3' }] } });

  const [asked] = service.asked;
  expect(asked?.path).toBe('/orders');
  expect(asked?.json).toEqual({
    ...{ panel: 'orders', conversationId, site: 'demo', askedAt: expect.any(Number) },
    visitor: { id: 'mia', email: 'mia@post.example' },
  });
  // As docs/services.md says it, by hand.
  const { secret } = (await owner('POST', 'sites/demo/outside/secret', {})).value as { secret: string };
  const said = String(asked?.headers['deskbell-signature']);
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(said) ?? [];
  expect(createHmac('sha256', secret).update(`${seconds}.${asked?.text}`).digest('hex')).toBe(signature);
  expect(Math.abs(Number(seconds) - Date.now() / 1_000)).toBeLessThan(60);

  // Another secret signs otherwise from then on.
  const next = await owner('POST', 'sites/demo/outside/secret', { renew: true });
  expect(next.value.secret).not.toBe(secret);
  expect((await owner('POST', 'sites/demo/outside/secret', {})).value).toEqual(next.value);
  await agent('GET', `conversations/${conversationId}/outside/panels/orders?anew=1`);
  expect(service.asked[1]?.headers['deskbell-signature']).not.toContain(`v1=${signature}`);
});

test('CS3 what somebody only typed is told to no system', async () => {
  await connect(await as('owner'));
  const conversationId = await writes();
  const agent = await as('agent');
  await agent('GET', `conversations/${conversationId}/outside/panels/orders`);
  expect(service.asked[0]?.json).toMatchObject({ visitor: { id: null, email: null } });
  expect(service.asked[0]?.text).not.toContain('typed@elsewhere');
});

test('CS3 it is asked once for a while, again where somebody wants it, and what went wrong at once', async () => {
  await connect(await as('owner'));
  const path = `conversations/${await writes('mia')}/outside/panels/orders`;
  const agent = await as('agent');
  const kinds = async (which = '') => (await agent('GET', path + which)).value;
  service.answer((_, response) => void response.writeHead(500).end());
  expect(await kinds()).toEqual({ kind: 'trouble', trouble: 'failed', status: 500 });
  service.answer((_, response) => void response.writeHead(404).end('nobody'));
  expect(await kinds()).toMatchObject({ kind: 'unknown' });
  service.says({ title: 'New' });
  expect(await kinds()).toMatchObject({ kind: 'unknown' });
  expect(service.asked).toHaveLength(2);
  expect(await kinds('?anew=1')).toMatchObject({ kind: 'shown', panel: { title: 'New' } });
  expect(await kinds()).toMatchObject({ kind: 'shown' });
  expect(service.asked).toHaveLength(3);
  // All at once, so that no slow machine lets the pace catch up.
  const many = await Promise.all(Array.from({ length: 2 * PANEL_BURST_MAX }, () => kinds('?anew=1')));
  expect(many).toContainEqual(expect.objectContaining({ error: 'rate_limited', retryAfterMs: expect.any(Number) }));
});

test('CS4 whatever it answers, the agent reads what is wrong, and nothing of it', async () => {
  await connect(await as('owner'));
  const path = `conversations/${await writes('mia')}/outside/panels/orders?anew=1`;
  const agent = await as('agent');
  const after = async (status: number, text: string) => {
    service.answer((_, response) => void response.writeHead(status).end(text));
    return (await agent('GET', path)).value;
  };
  const trouble = (which: string, more: object = {}) => ({ kind: 'trouble', trouble: which, ...more });
  expect(await after(200, '<h1>secret</h1>')).toEqual(trouble('not_json', { status: 200 }));
  expect(await after(200, '')).toEqual(trouble('not_json', { status: 200 }));
  expect(await after(200, '{"links":[{"label":"x","href":"http://x.example"}]}')).toEqual(
    trouble('wrong_form', { field: 'links.0.href' }),
  );
  expect(await after(401, '{}')).toEqual(trouble('refused', { status: 401 }));
  expect(await after(429, '{}')).toEqual(trouble('busy', { status: 429 }));
  expect(await after(301, '{}')).toEqual(trouble('redirected', { status: 301 }));
  const fitting = (bytes: number) => JSON.stringify({ more: 'x'.repeat(bytes - '{"more":""}'.length) });
  expect(await after(200, fitting(PANEL_BYTES_MAX))).toMatchObject({ kind: 'shown' });
  expect(await after(200, fitting(PANEL_BYTES_MAX + 1))).toEqual(trouble('too_large', { status: 200 }));
  await service.stop();
  expect((await agent('GET', path)).value).toEqual(trouble('unreachable'));
});

test('CS1 CS2 owners and admins name services, and none inside; agents read neither address nor secret', async () => {
  const owner = await as('owner');
  const agent = await as('agent');
  const save = (panels: object[], basedOn = '') =>
    owner('PUT', `sites/demo/outside${basedOn}`, { settings: { panels } });
  expect((await save([panel({ url: 'https://10.0.0.1/' })])).value).toMatchObject({ field: 'panels.0.url' });
  expect((await save([panel({ url: 'http://127.0.0.1:1/' })])).value).toMatchObject({ field: 'panels.0.url' });
  expect((await save([panel({ url: 'https://api.shop.example/orders' })])).value).toMatchObject({ version: 1 });
  expect((await save([], '?basedOn=0')).value).toMatchObject({ error: 'changed_meanwhile' });
  expect((await save([], '?basedOn=1')).value).toEqual({
    settings: { panels: [], translator: null, assistant: null },
    ...{ keys: { translator: false, assistant: false }, version: 2 },
  });
  expect((await save([panel(), panel()])).value).toMatchObject({ error: 'invalid_payload', field: 'settings.panels' });
  for (const [method, path, body] of [
    ['GET', 'sites/demo/outside', undefined],
    ['PUT', 'sites/demo/outside', { settings: { panels: [] } }],
    ['POST', 'sites/demo/outside/secret', {}],
    ['POST', 'sites/demo/outside/try', { panel: panel() }],
  ] as const)
    expect([path, (await agent(method, path, body)).status]).toEqual([path, 403]);
  expect((await owner('GET', 'sites/nowhere/outside')).status).toBe(404);
  expect(service.asked).toEqual([]);
});

test('CS3 who may not see what systems say is shown none, by the table and by the owner’s word', async () => {
  await connect(await as('owner'));
  const id = await writes('mia');
  const viewer = await as('viewer');
  expect((await viewer('GET', `conversations/${id}/outside`)).value).toEqual({
    panels: [],
    translate: false,
    assist: false,
  });
  expect((await viewer('GET', `conversations/${id}/outside/panels/orders`)).status).toBe(403);
  await relay.store.changeRole({ id: 'viewer', name: 'viewer', rights: { 'panels:read': true }, at: 5 });
  service.says({});
  expect((await viewer('GET', `conversations/${id}/outside/panels/orders`)).value).toMatchObject({ kind: 'shown' });
  expect((await viewer('GET', `conversations/${id}/outside/panels/none`)).status).toBe(404);
  expect((await viewer('GET', 'conversations/none/outside')).status).toBe(404);
});

test('CS7 an owner tries what is typed, before it is saved', async () => {
  const owner = await as('owner');
  service.says({ title: 'It works' });
  const tried = await owner('POST', 'sites/demo/outside/try', { panel: panel() });
  expect(tried.value).toMatchObject({ kind: 'shown', panel: { title: 'It works' } });
  expect(service.asked[0]?.json).toMatchObject({ example: true, visitor: { id: 'customer-4711' } });
  const inside = await owner('POST', 'sites/demo/outside/try', { panel: panel({ url: 'https://10.0.0.1/' }) });
  expect(inside.value).toEqual({ kind: 'trouble', trouble: 'inside' });
});

test('CS10 a console is told which sites have a service, and each change of it', async () => {
  const owner = await as('owner');
  await relay.addAgent('ana@example.org');
  const cookie = await relay.signIn('ana@example.org');
  const before = await relay.agent(cookie);
  expect(await before.fact('session:ready')).not.toHaveProperty('served');
  const siteId = (await relay.store.listSites())[0]?.id;
  await connect(owner);
  expect(await before.fact('services:changed')).toEqual({ siteId, version: 1 });
  const after = await relay.agent(cookie);
  expect(await after.fact('session:ready')).toMatchObject({ served: [{ siteId, version: 1 }] });
  await connect(owner, []);
  expect(await after.fact('services:changed')).toEqual({ siteId, version: null });
  const last = await relay.agent(cookie);
  expect(await last.fact('session:ready')).not.toHaveProperty('served');
});
