import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FRAME_BYTES_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../../server/store/store.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
let broken: { name: string; error: Error } | null = null;

/** The real store, with one method that fails when a test says so. */
function breakable(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      if (broken?.name === name) return () => Promise.reject(broken?.error);
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

beforeAll(async () => {
  relay = await startTestRelay({ wrapStore: breakable });
});
afterAll(() => relay.remove());

describe('16.5.1: errors are the one answer shape and tell nothing of the inside', () => {
  test.each([
    ['broken JSON', '{"version":', 400, 'invalid_payload'],
    ['JSON that is no object', '"text"', 400, 'invalid_payload'],
    ['nothing at all', '', 400, 'invalid_payload'],
    ['a body above the limit', JSON.stringify({ version: 1, site: 'x'.repeat(FRAME_BYTES_MAX) }), 413, 'too_large'],
  ])('%s', async (_name, body, status, error) => {
    const { answer, ...asked } = await relay.ask('POST', '/api/v1/visitor/session', body);
    expect(asked.status).toBe(status);
    expect(answer).toMatchObject({ ok: false, error });
    expect(JSON.stringify(answer)).not.toMatch(/\bat \S+:\d+|node_modules|\.ts\b/);
  });

  test('a body at the limit is read', async () => {
    const filler = JSON.stringify({ version: 1, site: 'demo', more: '' });
    const body = JSON.stringify({ version: 1, site: 'demo', more: 'x'.repeat(FRAME_BYTES_MAX - filler.length) });
    expect(body.length).toBe(FRAME_BYTES_MAX);
    expect((await relay.ask('POST', '/api/v1/visitor/session', body)).status).toBe(200);
  });

  test('another charset and another type are refused', async () => {
    const charset = await relay.ask('POST', '/api/v1/visitor/session', '{}', {
      'Content-Type': 'application/json; charset=utf-16x',
    });
    expect(charset).toMatchObject({ status: 415, answer: { error: 'encoding_refused' } });
    const form = await relay.ask('POST', '/api/v1/visitor/session', 'version=1&site=demo', {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(form).toMatchObject({ status: 400, answer: { error: 'invalid_payload' } });
  });

  test('a malformed path is refused, an unknown one is not found', async () => {
    expect((await relay.ask('GET', '/demo/%E0%A4%A')).status).toBe(400);
    expect(await relay.ask('GET', '/api/v1/nothing')).toMatchObject({ status: 404, answer: { error: 'not_found' } });
  });

  test('P18: a failing store is `internal` or `unavailable`, without its words', async () => {
    const secret = 'relation "message" at 10.0.0.5';
    for (const [name, status, error] of [
      ['Error', 500, 'internal'],
      ['StoreUnavailable', 503, 'unavailable'],
    ] as const) {
      broken = { name: 'addVisitor', error: Object.assign(new Error(secret), { name }) };
      const told = await relay.ask('POST', '/api/v1/visitor/session', { version: 1, site: 'demo' });
      expect(told).toMatchObject({ status, answer: { ok: false, error, retryAfterMs: 1000 } });
      expect(told.headers.get('retry-after')).toBe('1');
      expect(JSON.stringify(told.answer)).not.toContain('10.0.0.5');
      const socket = await relay.visitor();
      expect(socket.refused).toMatchObject({ error, retryAfterMs: 1000 });
      await socket.end();
    }
    broken = null;
    expect((await relay.ask('POST', '/api/v1/visitor/session', { version: 1, site: 'demo' })).status).toBe(200);
  });
});

test('P10: /readyz is red while the store is away and green again after; /healthz stays', async () => {
  broken = { name: 'ping', error: new Error('locked') };
  await expect.poll(async () => (await fetch(`${relay.origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200);
  broken = null;
  await expect.poll(async () => (await fetch(`${relay.origin}/readyz`)).status).toBe(200);
});
