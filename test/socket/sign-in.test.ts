import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SIGN_IN_ACCOUNT_FAILURES_MAX, SIGN_IN_ADDRESS_FAILURES_MAX } from '../../protocol/wire/limits.ts';
import { createIds, sha256 } from '../../server/platform/ids.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay({ config: { trustProxy: 1 } });
  await relay.addAgent('ana@example.org');
});
afterEach(() => relay.remove());

const signIn = (email: string, password: string, address = '192.0.2.1') =>
  relay.ask('POST', '/api/v1/agent/sign-in', { email, password }, { 'X-Forwarded-For': address });

describe('P30: brute force', () => {
  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const wrong = await signIn('ana@example.org', 'wrong-password');
    const unknown = await signIn('nobody@example.org', 'wrong-password');
    expect(wrong).toMatchObject({ status: 401, answer: { ok: false, error: 'unauthorized' } });
    expect(unknown.answer).toEqual(wrong.answer);
    expect(unknown.headers.get('set-cookie')).toBe(null);
  });

  test('one account from many addresses: SIGN_IN_ACCOUNT_FAILURES_MAX wrong ones, then waiting, right or wrong', async () => {
    for (let tried = 0; tried < SIGN_IN_ACCOUNT_FAILURES_MAX; tried += 1) {
      expect((await signIn('ana@example.org', 'wrong-password', `192.0.2.${tried}`)).status).toBe(401);
    }
    const answers = [];
    for (let tried = 0; tried < 5; tried += 1)
      answers.push(await signIn('ana@example.org', PASSWORD, `198.51.100.${tried}`));
    const waiting = answers.filter(({ status }) => status === 429);
    expect(waiting.length).toBeGreaterThanOrEqual(4);
    for (const { answer } of waiting) expect(answer).toMatchObject({ error: 'rate_limited' });
  });

  test('A9: strangers cannot lock out whoever signed in from here before', async () => {
    const home = '203.0.113.7';
    expect((await signIn('ana@example.org', PASSWORD, home)).status).toBe(200);
    for (let tried = 0; tried < SIGN_IN_ACCOUNT_FAILURES_MAX + 3; tried += 1)
      await signIn('ana@example.org', 'wrong-password', `192.0.2.${tried}`);
    expect((await signIn('ana@example.org', PASSWORD, '198.51.100.1')).status).toBe(429);
    expect((await signIn('ana@example.org', PASSWORD, home)).status).toBe(200);
    // In her place the limit is the same.
    for (let tried = 0; tried < SIGN_IN_ACCOUNT_FAILURES_MAX; tried += 1)
      expect((await signIn('ana@example.org', 'wrong-password', home)).status).toBe(401);
    expect((await signIn('ana@example.org', PASSWORD, home)).status).toBe(429);
  });

  test('one address, many accounts: SIGN_IN_ADDRESS_FAILURES_MAX, then that address waits and others do not', async () => {
    for (let tried = 0; tried < SIGN_IN_ADDRESS_FAILURES_MAX; tried += 1) {
      expect((await signIn(`agent${tried}@example.org`, 'wrong-password', `2001:db8::${tried}`)).status).toBe(401);
    }
    expect((await signIn('ana@example.org', PASSWORD, '2001:db8::ffff')).status).toBe(429);
    expect((await signIn('ana@example.org', PASSWORD, '203.0.113.9')).status).toBe(200);
  });
});

describe('the first owner', () => {
  test('A7: with the printed token, once; nothing without it', async () => {
    const fresh = await startTestRelay();
    const ids = createIds(systemClock);
    const token = ids.secret('set');
    await fresh.store.setSetUp(sha256(token));
    const body = { name: 'Olga', email: 'olga@example.org', password: PASSWORD };
    const setUp = (given: string) => fresh.ask('POST', '/api/v1/agent/set-up', { ...body, token: given });
    expect(await setUp(ids.secret('set'))).toMatchObject({ status: 403, answer: { error: 'forbidden' } });
    const made = await setUp(token);
    expect(made).toMatchObject({ status: 200, answer: { value: { role: 'owner', email: 'olga@example.org' } } });
    const cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await fresh.ask('GET', '/api/v1/agent/me', undefined, { Cookie: cookie })).status).toBe(200);
    expect(await setUp(token)).toMatchObject({ status: 409, answer: { error: 'setup_done' } });
    await fresh.remove();
  });
});

test('the agents’ reads: me, sites with the tag to copy, figures and what stands behind them', async () => {
  const cookie = await relay.signIn('ana@example.org');
  const get = (path: string) => relay.ask('GET', `/api/v1/agent/${path}`, undefined, { Cookie: cookie });
  expect((await get('me')).answer).toMatchObject({ ok: true, value: { email: 'ana@example.org', role: 'agent' } });
  const sites = (await get('sites')).answer as unknown as { value: Record<string, unknown>[] };
  expect(sites.value).toMatchObject([
    {
      key: 'demo',
      name: 'Demo shop',
      snippet: `<script async src="${relay.origin}/deskbell.js?site=demo" data-site="demo"></script>`,
    },
  ]);
  expect((await get('measures/summary?from=0&to=86400000')).answer).toMatchObject({
    ok: true,
    value: { measures: { episodes: 0 } },
  });
  for (const query of ['', '?from=5&to=5', '?from=x&to=9', '?from=0&to=99999999999999', '?from=0&from=1&to=9']) {
    expect(await get(`measures/summary${query}`)).toMatchObject({ status: 400, answer: { error: 'invalid_payload' } });
  }
  expect(await get('measures/rows?from=0&to=9&of=secret')).toMatchObject({
    status: 400,
    answer: { field: 'of' },
  });
  for (const path of ['me', 'sites', 'measures/summary?from=0&to=9', 'measures/rows?from=0&to=9']) {
    expect(await relay.ask('GET', `/api/v1/agent/${path}`)).toMatchObject({
      status: 401,
      answer: { error: 'unauthorized' },
    });
  }
});
