import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTICE_SETTINGS_DEFAULT } from '../../protocol/wire/notices.ts';
import { createWebPusher } from '../../server/platform/web-pusher.ts';
import { createPushWorker } from '../../server/workers/push-worker.ts';
import { createBrowser, type PushService, startPushService } from '../support/push-service.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let service: PushService;
let relay: TestRelay;
beforeEach(async () => {
  service = await startPushService();
  relay = await startTestRelay({ pusher: createWebPusher({ trusted: [service.origin] }) });
  await relay.addAgent('ana@example.org');
});
afterEach(async () => {
  await relay.remove();
  await service.stop();
});

async function agentWithBrowser() {
  const cookie = await relay.signIn('ana@example.org');
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/notices${path}`, body, { Cookie: cookie });
  const browser = createBrowser(`${service.origin}/to/ana`);
  const { answer } = await ask('GET', '');
  const { publicKey } = (answer as unknown as { value: { publicKey: string } }).value;
  expect((await ask('POST', '/devices', browser.subscribed)).answer).toMatchObject({ ok: true });
  const agent = await relay.agent(cookie);
  await agent.fact('session:ready');
  await agent.command('agent:availability', { availability: 'available' });
  return { cookie, ask, browser, agent, publicKey };
}

async function visitorSays(words: string) {
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const opened = await visitor.command('conversation:open', { clientId: 'opening-000000001', body: words });
  const { conversationId } = (opened as unknown as { value: { conversationId: string } }).value;
  const say = (body: string, n: number) =>
    visitor.command('message:send', { conversationId, clientId: `message-00000000${n}`, body });
  return { conversationId, say };
}

/** The worker's look, so much later. */
async function look(passedMs: number): Promise<void> {
  const clock = { ...relay.context.clock, now: () => relay.context.clock.now() + passedMs, after: () => () => {} };
  const pusher = createWebPusher({ trusted: [service.origin] });
  const context = { ...relay.context, clock };
  const failures: unknown[] = [];
  const onFailure = (_task: string, error: unknown) => failures.push(error);
  await createPushWorker({ context, pusher, report: () => {}, onFailure }).look();
  expect(failures).toEqual([]);
}

test('NT4, NT7 what comes to an agent reaches her browser by the push service, encrypted, signed, once', async () => {
  const { browser, publicKey } = await agentWithBrowser();
  const { conversationId, say } = await visitorSays('My boots leak');
  const given = await service.until(1);
  expect(given.path).toBe('/to/ana');
  expect(given.body.toString('latin1')).not.toContain('boots');
  const { authorization = '', ttl, topic = '' } = given.headers as Record<string, string>;
  expect(authorization).toContain(`k=${publicKey}`);
  const claims = JSON.parse(Buffer.from(authorization.split(/[.=]/)[2] ?? '', 'base64url').toString());
  expect(claims.aud).toBe(service.origin);
  expect(Number(ttl)).toBeLessThanOrEqual(3_600);
  expect(topic).toMatch(/^[\w-]{32}$/);
  expect(browser.readDocument(given)).toMatchObject({ kind: 'assigned', conversationId, text: 'My boots leak' });
  await say('Are you there?', 1);
  const said = browser.readDocument(await service.until(2));
  expect(said).toMatchObject({ kind: 'message', conversationId, text: 'Are you there?' });
  // J19: nobody gave a name, so this one is made up, and said in the language of who reads it.
  expect(said).toMatchObject({ who: expect.stringMatching(/^Visitor [0-9A-Z]{4}$/), made: true });
});

test('NT2, NT3, NT4 nothing is pushed that was not chosen or may not disturb now; without words it says only that', async () => {
  const { ask, browser } = await agentWithBrowser();
  const { say } = await visitorSays('Hello');
  await service.until(1);
  const quiet = { ...NOTICE_SETTINGS_DEFAULT, quietUntil: relay.context.clock.now() + 3_600_000 };
  const silent = { ...NOTICE_SETTINGS_DEFAULT, ways: { ...NOTICE_SETTINGS_DEFAULT.ways } };
  silent.ways.message = { sound: true, desktop: true, push: false };
  for (const [n, settings] of [quiet, silent].entries()) {
    expect((await ask('PUT', '', settings)).status).toBe(200);
    await say('Not now', n + 1);
  }
  await ask('PUT', '', { ...quiet, words: false, through: ['message'] });
  await say('A secret', 3);
  // What was said first would have come first.
  expect(browser.readDocument(await service.until(2))).toMatchObject({ kind: 'message', who: null, text: null });
  expect((await ask('PUT', '', { ...quiet, zone: 'Mars/Olympus' })).answer).toMatchObject({ field: 'zone' });
});

test('NT6 a browser with a console on the screen is pushed nothing; left alone with it, it is', async () => {
  const { agent, browser } = await agentWithBrowser();
  await agent.command('attention:set', { visible: true });
  const { conversationId, say } = await visitorSays('Hello');
  await say('Anybody?', 1);
  await look(30_000);
  expect(service.arrived).toEqual([]);
  await agent.command('attention:set', { visible: false });
  await look(61_000);
  const kinds = service.arrived.map((push) => browser.readDocument(push).kind);
  expect(new Set(kinds)).toEqual(new Set(['assigned', 'message']));
  expect(browser.readDocument(await service.until(1)).conversationId).toBe(conversationId);
});

test('NT6, NT8 sign-out takes the browser away; so does "gone"; "later" is tried again, "no" is not', async () => {
  const { ask, cookie } = await agentWithBrowser();
  service.answer = { status: 503, retryAfter: '20' };
  await ask('POST', '/test');
  await service.until(1);
  await look(10_000);
  expect(service.arrived).toHaveLength(1);
  service.answer = { status: 400 };
  await look(21_000);
  await look(600_000);
  expect(service.arrived).toHaveLength(2);
  for (const [n, status] of [404, 410].entries()) {
    await ask('POST', '/devices', createBrowser(`${service.origin}/gone/${status}`).subscribed);
    service.answer = { status };
    await ask('POST', '/test');
    await service.until(3 + n);
    await look(0);
    await expect.poll(() => relay.store.listPushedAgents(), { message: String(status) }).toEqual([]);
  }
  await ask('POST', '/devices', createBrowser(`${service.origin}/again`).subscribed);
  expect(await relay.store.listPushedAgents()).toHaveLength(1);
  await relay.ask('POST', '/api/v1/agent/sign-out', {}, { Cookie: cookie });
  expect(await relay.store.listPushedAgents()).toEqual([]);
});

test('NT9 only addresses of the world outside are taken, and none of another agent is touched', async () => {
  const { ask } = await agentWithBrowser();
  const subscribed = (endpoint: string) => ({ ...createBrowser(endpoint).subscribed });
  const inside = ['http://push.example.org/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x'];
  const more = [
    'https://10.0.0.8/x',
    'https://0x7f.1/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://push.example.org:8443/x',
  ];
  const odd = ['https://user@push.example.org/x', 'https://metadata.internal/x', 'file:///etc/passwd', 'nonsense'];
  for (const endpoint of [...inside, ...more, ...odd]) {
    expect((await ask('POST', '/devices', subscribed(endpoint))).answer, endpoint).toMatchObject({
      error: 'invalid_payload',
      field: 'endpoint',
    });
  }
  expect((await ask('DELETE', '/devices/of-somebody-else')).status).toBe(404);
  expect((await relay.ask('GET', '/api/v1/agent/notices')).status).toBe(401);
  expect(JSON.stringify((await ask('GET', '')).answer)).not.toContain(service.origin);
});
