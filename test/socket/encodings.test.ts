import { request } from 'node:http';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** T-ENC (D1, F1): no route decodes a compressed body, and no decoder is even made. */

const BODY = JSON.stringify({ version: 1, site: 'demo' });
const ENCODINGS: [name: string, body: Buffer][] = [
  ['br', zlib.brotliCompressSync(BODY)],
  ['gzip', zlib.gzipSync(BODY)],
  ['deflate', zlib.deflateSync(BODY)],
  ['zstd', Buffer.from(BODY)],
  ['br, gzip', zlib.gzipSync(zlib.brotliCompressSync(BODY))],
  ['GZIP', zlib.gzipSync(BODY)],
  ['identity, br', zlib.brotliCompressSync(BODY)],
  ['x-unknown', Buffer.from(BODY)],
];
const ROUTES: [method: string, path: string][] = [
  ['POST', '/api/v1/visitor/session'],
  ['POST', '/api/v1/visitor/poll'],
  ['POST', '/api/v1/visitor/commands/message:send'],
  ['POST', '/api/v1/agent/sign-in'],
  ['POST', '/api/v1/agent/sign-out'],
  ['POST', '/api/v1/agent/password'],
  ['POST', '/api/v1/agent/set-up'],
  ['POST', '/api/v1/agent/commands/inbox:list'],
  ['GET', '/api/v1/agent/me'],
  ['GET', '/api/v1/agent/sites'],
  ['GET', '/api/v1/agent/measures/summary'],
  ['GET', '/api/v1/agent/measures/rows'],
  ['POST', '/api/nothing'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/deskbell.js'],
  ['GET', '/w/x.js'],
  ['GET', '/console/'],
  ['GET', '/demo/'],
  ['POST', '/'],
  ['PUT', '/nowhere'],
  ['POST', '/socket.io/?EIO=4&transport=polling'],
];

let relay: TestRelay;
const decoders = [
  'createBrotliDecompress',
  'createGunzip',
  'createInflate',
  'createUnzip',
  'createInflateRaw',
] as const;
const spies = decoders.map((name) => vi.spyOn(zlib, name));

beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

function ask(method: string, path: string, body: Buffer, encoding: string): Promise<{ status: number; told: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      Origin: relay.origin,
      'Content-Type': 'application/json',
      'X-Deskbell': '1',
      'Content-Encoding': encoding,
      'Content-Length': body.length,
    };
    const asked = request(`${relay.origin}${path}`, { method, headers }, (response) => {
      let told = '';
      response.on('data', (chunk) => (told += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, told }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe.each(ROUTES)('%s %s', (method, path) => {
  test.each(ENCODINGS)('%s → 415', async (encoding, body) => {
    const { status, told } = await ask(method, path, body, encoding);
    expect(status).toBe(415);
    expect(JSON.parse(told)).toMatchObject({ ok: false, error: 'encoding_refused' });
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

test('the same body as it is gets in', async () => {
  expect((await relay.ask('POST', '/api/v1/visitor/session', BODY)).status).toBe(200);
  expect((await ask('POST', '/api/v1/visitor/session', Buffer.from(BODY), 'identity')).status).toBe(200);
});
