import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRaw } from './raw-socket.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** P19: every form of an origin × visitor socket, agent socket, REST. `own` stands for the relay's own origin. */

const LISTED = [
  'https://shop.example',
  'https://sub.shop.example:8443',
  'http://xn--bcher-kva.example',
  'http://10.1.2.3',
];
let relay: TestRelay;
let site: string;

beforeAll(async () => {
  relay = await startTestRelay();
  site = await relay.addSite('Shop', LISTED);
  await relay.addSite('Other', ['https://other.example']);
  await relay.addAgent('ana@example.org');
  // The relay re-reads the sites each second; this is the first thing that has to show.
  while ((await visitorSocket('https://shop.example')) !== 'in');
});
afterAll(() => relay.remove());

type Verdict = 'in' | 'refused';

/** Undefined: no Origin header at all. */
async function visitorSocket(origin: string | undefined, key = site): Promise<Verdict> {
  const raw = await openRaw(relay.origin, { Origin: origin }).catch(() => undefined);
  if (!raw) return 'refused';
  raw.socket.send(`40/visitor,${JSON.stringify({ version: 1, site: key })}`);
  const frame = await Promise.race([raw.frame('40/visitor'), raw.frame('44/visitor')]);
  raw.end();
  if (frame.startsWith('44')) expect(frame).toContain('origin_not_allowed');
  return frame.startsWith('40') ? 'in' : 'refused';
}

async function agentSocket(origin: string | undefined, cookie: string): Promise<Verdict> {
  const raw = await openRaw(relay.origin, { Cookie: cookie, Origin: origin }).catch(() => undefined);
  if (!raw) return 'refused';
  raw.socket.send('40/agent,{"version":1}');
  const frame = await Promise.race([raw.frame('40/agent'), raw.frame('44/agent')]);
  raw.end();
  if (frame.startsWith('44')) expect(frame).toContain('origin_not_allowed');
  return frame.startsWith('40') ? 'in' : 'refused';
}

async function visitorRest(origin: string | undefined): Promise<Verdict> {
  const { status, headers, answer } = await bareAsk('/api/v1/visitor/session', { version: 1, site }, origin);
  expect(headers.get('access-control-allow-origin')).toBe(status === 200 ? origin : null);
  if (!answer.ok) expect(answer.error).toBe('origin_not_allowed');
  return status === 200 ? 'in' : 'refused';
}

async function agentRest(origin: string | undefined, cookie: string): Promise<Verdict> {
  const { status, headers, answer } = await bareAsk('/api/v1/agent/commands/inbox:list', {}, origin, {
    Cookie: cookie,
  });
  expect(headers.get('access-control-allow-origin')).toBe(null);
  if (!answer.ok) expect(answer.error).toBe('origin_not_allowed');
  return status === 200 ? 'in' : 'refused';
}

/** `fetch` would repair or refuse some of these headers, so this speaks HTTP by hand. */
async function bareAsk(path: string, body: unknown, origin: string | undefined, more: Record<string, string> = {}) {
  const { request } = await import('node:http');
  const text = JSON.stringify(body);
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
    'X-Deskbell': '1',
    ...more,
    ...(origin === undefined ? {} : { Origin: origin }),
  };
  return new Promise<{ status: number; headers: Headers; answer: { ok: boolean; error?: string } }>(
    (resolve, reject) => {
      const asked = request(`${relay.origin}${path}`, { method: 'POST', headers }, (response) => {
        let told = '';
        response.on('data', (chunk) => (told += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: new Headers(response.headers as Record<string, string>),
            answer: JSON.parse(told),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(text);
    },
  );
}

const FORMS: [name: string, origin: string | undefined, visitor: Verdict][] = [
  ['exact', 'https://shop.example', 'in'],
  ['exact with a port', 'https://sub.shop.example:8443', 'in'],
  ['punycode as listed', 'http://xn--bcher-kva.example', 'in'],
  ['an address as listed', 'http://10.1.2.3', 'in'],
  ['missing', undefined, 'refused'],
  ['empty', '', 'refused'],
  ['null', 'null', 'refused'],
  ['upper-case host', 'https://SHOP.example', 'refused'],
  ['upper-case scheme', 'HTTPS://shop.example', 'refused'],
  ['default port written out', 'https://shop.example:443', 'refused'],
  ['another port', 'https://shop.example:8443', 'refused'],
  ['the port left out', 'https://sub.shop.example', 'refused'],
  ['another scheme', 'http://shop.example', 'refused'],
  ['wss scheme', 'wss://shop.example', 'refused'],
  ['file scheme', 'file://', 'refused'],
  ['an extension', 'chrome-extension://abcdefghijklmnop', 'refused'],
  ['trailing dot', 'https://shop.example.', 'refused'],
  ['trailing slash', 'https://shop.example/', 'refused'],
  ['with a path', 'https://shop.example/basket', 'refused'],
  ['with a query', 'https://shop.example?x=https://shop.example', 'refused'],
  ['with a user', 'https://shop.example@evil.example', 'refused'],
  ['user is the shop', 'https://me@shop.example', 'refused'],
  ['a subdomain', 'https://www.shop.example', 'refused'],
  ['the parent domain', 'https://example', 'refused'],
  ['suffix trick', 'https://shop.example.evil.example', 'refused'],
  ['prefix trick', 'https://evilshop.example', 'refused'],
  ['hyphen trick', 'https://evil-shop.example', 'refused'],
  ['one letter more', 'https://shop.examplee', 'refused'],
  ['one letter less', 'https://shop.exampl', 'refused'],
  ['punycode of another', 'http://xn--bcher-kvb.example', 'refused'],
  ['the same address with a port', 'http://10.1.2.3:81', 'refused'],
  ['the address in decimal', 'http://167838211', 'refused'],
  ['the address as IPv6', 'http://[::ffff:10.1.2.3]', 'refused'],
  ['a list with commas', 'https://shop.example, https://evil.example', 'refused'],
  ['a list with spaces', 'https://evil.example https://shop.example', 'refused'],
  ['two in a row', 'https://shop.examplehttps://shop.example', 'refused'],
  ['an asterisk', '*', 'refused'],
  ['a pattern', 'https://*.example', 'refused'],
  ['an encoded dot', 'https://shop%2eexample', 'refused'],
  ['a tab inside', 'https://shop\t.example', 'refused'],
  ['backslashes', 'https:\\\\shop.example', 'refused'],
  ['of another site', 'https://other.example', 'refused'],
  ['the word constructor', 'constructor', 'refused'],
  ['the word __proto__', '__proto__', 'refused'],
  ['a very long one', `https://${'a'.repeat(4_000)}.example`, 'refused'],
];

test('the table holds at least 40 forms', () => {
  expect(FORMS.length).toBeGreaterThanOrEqual(40);
});

describe('P19: only listed origins', () => {
  test.each(FORMS)('visitor socket and REST: %s', async (_name, origin, verdict) => {
    expect(await visitorSocket(origin)).toBe(verdict);
    expect(await visitorRest(origin)).toBe(verdict);
  });

  test('agent socket and REST: none of them, only the own origins', async () => {
    const cookie = await relay.signIn('ana@example.org');
    for (const [name, origin] of FORMS) {
      expect([name, await agentSocket(origin, cookie)]).toEqual([name, 'refused']);
      expect([name, await agentRest(origin, cookie)]).toEqual([name, 'refused']);
    }
    for (const own of [relay.origin, relay.origin.replace('127.0.0.1', 'localhost')]) {
      expect(await agentSocket(own, cookie)).toBe('in');
      expect(await agentRest(own, cookie)).toBe('in');
    }
  });

  test('the own origin opens the demo and no other site', async () => {
    expect(await visitorSocket(relay.origin, 'demo')).toBe('in');
    expect(await visitorSocket(relay.origin, site)).toBe('refused');
  });

  test('an origin added while the relay runs works within seconds', async () => {
    const origin = 'https://late.example';
    expect(await visitorSocket(origin)).toBe('refused');
    await relay.store.addSiteOrigins({ key: site, origins: [origin] });
    await expect.poll(() => visitorSocket(origin)).toBe('in');
  });

  test('a preflight is answered for listed origins, without credentials', async () => {
    const preflight = (origin: string) =>
      fetch(`${relay.origin}/api/v1/visitor/commands/message:send`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const good = await preflight('https://shop.example');
    expect(good.status).toBe(204);
    expect(good.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(good.headers.get('access-control-allow-credentials')).toBe(null);
    expect(good.headers.get('vary')).toContain('Origin');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBe(null);
  });
});

test('P19 W2 why an origin is refused may be read from everywhere: about itself only, and nothing else with it', async () => {
  const why = async (origin: string, key: unknown = site) => {
    const response = await fetch(`${relay.origin}/api/v1/visitor/why?site=${key}`, { headers: { Origin: origin } });
    const { status, headers } = response;
    expect([status, headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([
      200,
      '*',
      'no-store',
    ]);
    expect(headers.get('access-control-allow-credentials')).toBe(null);
    const answer = (await response.json()) as { ok: boolean; error?: string };
    return answer.ok ? null : answer.error;
  };
  expect(await why('https://shop.example')).toBe(null);
  for (const origin of ['null', 'https://evil.example', 'https://other.example', 'https://shop.example.evil'])
    expect([origin, await why(origin)]).toEqual([origin, 'origin_not_allowed']);
  expect(await why('https://shop.example', 'nobody')).toBe('site_unknown');
  expect(await why('https://shop.example', `${site}&site=x`)).toBe('site_unknown');
});
