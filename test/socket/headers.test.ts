import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublicFile, PublicFiles } from '../../server/http/public-files.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Section 5 of promises: the sets of headers, whole. Dates and lengths are left out. */

const file = (type: string, text: string): PublicFile => ({
  type,
  variants: [
    { encoding: 'br', content: Buffer.from(`br of ${text}`), etag: '"br"' },
    { encoding: 'gzip', content: Buffer.from(`gzip of ${text}`), etag: '"gz"' },
    { encoding: null, content: Buffer.from(text), etag: '"plain"' },
  ],
});
const html = 'text/html; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
const files: PublicFiles = new Map([
  ['/deskbell.js', file(script, 'loader')],
  ['/w/widget-Dk3f9aQ1.js', file(script, 'widget')],
  ['/w/inside-Dk3f9aQ1.js', file(script, 'inside')],
  ['/console/index.html', file(html, 'console')],
  ['/console/assets/main-Dk3f9aQ1.js', file(script, 'main')],
  ['/demo/index.html', file(html, 'demo')],
  ['/demo/states/index.html', file(html, 'states')],
]);

let relay: TestRelay;
let secure: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay({ files });
  secure = await startTestRelay({ files, config: { publicUrl: 'https://chat.example' } });
});
afterAll(async () => {
  await relay.remove();
  await secure.remove();
});

async function headersOf(path: string, from = relay, more: Record<string, string> = {}) {
  const response = await fetch(`${from.origin}${path}`, {
    headers: { 'Accept-Encoding': 'identity', ...more },
    redirect: 'manual',
  });
  await response.text();
  const left = new Set(['date', 'connection', 'keep-alive', 'content-length']);
  return Object.fromEntries([...response.headers].filter(([name]) => !left.has(name)));
}

const EVERYWHERE = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
const ISOLATED = {
  ...EVERYWHERE,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-frame-options': 'DENY',
};

describe('the whole set', () => {
  test('of the console', async () => {
    expect(await headersOf('/console/')).toEqual({
      ...ISOLATED,
      'cache-control': 'no-cache',
      'content-type': html,
      etag: '"plain"',
      vary: 'Accept-Encoding',
      'permissions-policy':
        'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=()',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        `connect-src 'self' ${relay.origin.replace('http', 'ws')}`,
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types default',
      ].join('; '),
    });
  });

  test('of the widget file', async () => {
    expect(await headersOf('/deskbell.js')).toEqual({
      ...EVERYWHERE,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      'content-type': script,
      etag: '"plain"',
      vary: 'Accept-Language, Accept-Encoding',
    });
    expect(await headersOf('/w/widget-Dk3f9aQ1.js')).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  test('of an answer', async () => {
    expect(await headersOf('/api/v1/agent/me')).toEqual({
      ...ISOLATED,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  // W32: also a page that asks all that it embeds to say so may hold it.
  test('of the frame of isolated mode', async () => {
    expect(await headersOf('/frame/demo')).toMatchObject({
      'cache-control': 'no-cache',
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  test('of the demo: a page like any other', async () => {
    const headers = await headersOf('/demo/');
    expect(headers).not.toHaveProperty('content-security-policy');
    expect(headers).toMatchObject({ 'content-type': html, 'cache-control': 'no-cache' });
  });
});

test('HSTS and wss where people come over TLS, and only there', async () => {
  expect(await headersOf('/console/')).not.toHaveProperty('strict-transport-security');
  const headers = await headersOf('/console/', secure);
  expect(headers).toMatchObject({ 'strict-transport-security': 'max-age=31536000; includeSubDomains' });
});

test('a Host header of a stranger is not repeated into the policy', async () => {
  const { request } = await import('node:http');
  const policy = await new Promise<string>((resolve, reject) => {
    const headers = { Host: "evil.example; script-src 'unsafe-inline'" };
    request(`${relay.origin}/console/`, { headers }, (response) => {
      response.resume();
      resolve(String(response.headers['content-security-policy']));
    })
      .on('error', reject)
      .end();
  });
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain('evil');
});

describe('files', () => {
  const fetchText = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${relay.origin}${path}`, { headers, redirect: 'manual' });
    return { status: response.status, encoding: response.headers.get('content-encoding'), headers: response.headers };
  };

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', null],
    ['*;q=0.1', null],
  ])('Accept-Encoding "%s" gets %s', async (accepted, encoding) => {
    const raw = await new Promise<string | null>((resolve, reject) => {
      void import('node:http').then(({ request }) =>
        request(`${relay.origin}/deskbell.js`, { headers: { 'Accept-Encoding': accepted } }, (response) => {
          response.resume();
          resolve(response.headers['content-encoding'] ?? null);
        })
          .on('error', reject)
          .end(),
      );
    });
    expect(raw).toBe(encoding);
  });

  test('an unchanged file is not sent again', async () => {
    expect((await fetchText('/deskbell.js', { 'If-None-Match': '"br", "x"', 'Accept-Encoding': 'br' })).status).toBe(
      304,
    );
    expect((await fetchText('/deskbell.js', { 'If-None-Match': '"old"' })).status).toBe(200);
  });

  test('pages of the console are one file, whatever their address; its assets are found from each of them', async () => {
    for (const path of ['/console/', '/console/inbox', '/console/inbox/01ABC', '/console/reports']) {
      expect((await fetchText(path)).headers.get('content-type')).toBe(html);
    }
    for (const path of ['/console/assets/main-Dk3f9aQ1.js', '/console/inbox/assets/main-Dk3f9aQ1.js']) {
      const { status, headers } = await fetchText(path);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    expect((await fetchText('/console/assets/gone-Dk3f9aQ1.js')).status).toBe(404);
  });

  test.each([
    ['/', '/demo/'],
    ['/console', '/console/'],
    ['/demo', '/demo/'],
    ['/demo/states', '/demo/states/'],
  ])('%s leads to %s', async (from, to) => {
    const { status, headers } = await fetchText(from);
    expect([status, headers.get('location')]).toEqual([302, to]);
  });

  test.each([
    '/demo/../package.json',
    '/demo/..%2f..%2fpackage.json',
    '/w/../../server.ts',
    '/.env',
    '//evil.example/%2e%2e',
    '/deskbell.js/x',
  ])('%s is nothing', async (path) => {
    const { request } = await import('node:http');
    const status = await new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port: new URL(relay.origin).port, path }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});
