import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

const EMAIL = 'ana@example.org';
let plain: TestRelay;
let secure: TestRelay;
let proxied: TestRelay;
beforeAll(async () => {
  plain = await startTestRelay();
  secure = await startTestRelay({ config: { publicUrl: 'https://chat.example' } });
  proxied = await startTestRelay({ config: { trustProxy: 1 } });
  for (const relay of [plain, secure, proxied]) await relay.addAgent(EMAIL);
});
afterAll(async () => {
  for (const relay of [plain, secure, proxied]) await relay.remove();
});

const signIn = async (relay: TestRelay, headers: Record<string, string> = {}) => {
  const asked = await relay.ask('POST', '/api/v1/agent/sign-in', { email: EMAIL, password: PASSWORD }, headers);
  return { ...asked, cookie: asked.headers.get('set-cookie') ?? '' };
};

describe('3.3.1–3.3.4: the session cookie', () => {
  test('over http on this machine', async () => {
    const { cookie, answer } = await signIn(plain);
    expect(cookie).toMatch(/^deskbell_session=ses_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer).toMatchObject({ ok: true, value: { email: EMAIL } });
    expect(JSON.stringify(answer)).not.toContain('ses_');
  });

  test('over TLS: __Host-, Secure, no Domain', async () => {
    expect((await signIn(secure)).cookie).toMatch(
      /^__Host-deskbell=ses_[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('behind a trusted proxy that speaks TLS outside', async () => {
    expect((await signIn(proxied, { 'X-Forwarded-Proto': 'https' })).cookie).toContain('__Host-deskbell=');
    expect((await signIn(proxied)).cookie).toContain('deskbell_session=');
  });

  test('X-Forwarded-Proto of anybody else changes nothing', async () => {
    expect((await signIn(plain, { 'X-Forwarded-Proto': 'https' })).cookie).toContain('deskbell_session=');
  });

  test('a new one at each sign-in; the one that came with the request is not taken over (fixation)', async () => {
    const first = (await signIn(plain)).cookie.split(';')[0] ?? '';
    const second = (await signIn(plain, { Cookie: first })).cookie.split(';')[0];
    expect(second).not.toBe(first);
    const chosen = (await signIn(plain, { Cookie: 'deskbell_session=ses_chosen-by-somebody' })).cookie;
    expect(chosen).not.toContain('chosen');
  });

  test('sign-out takes it away', async () => {
    const cookie = (await signIn(plain)).cookie.split(';')[0] ?? '';
    const out = await plain.ask('POST', '/api/v1/agent/sign-out', {}, { Cookie: cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^deskbell_session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await plain.ask('GET', '/api/v1/agent/me', undefined, { Cookie: cookie })).toMatchObject({ status: 401 });
  });

  test('the name counts: over TLS the plain name is not read', async () => {
    const value = (await signIn(secure)).cookie.split(';')[0]?.split('=')[1];
    const ask = (cookie: string) => secure.ask('GET', '/api/v1/agent/me', undefined, { Cookie: cookie });
    expect((await ask(`__Host-deskbell=${value}`)).status).toBe(200);
    expect((await ask(`deskbell_session=${value}`)).status).toBe(401);
  });
});

describe('3.5.1: writes come from our own pages', () => {
  test('without the header X-Deskbell', async () => {
    const cookie = await plain.signIn(EMAIL);
    for (const path of ['sign-out', 'password', 'commands/inbox:list', 'sign-in', 'set-up']) {
      const asked = await plain.ask('POST', `/api/v1/agent/${path}`, {}, { Cookie: cookie, 'X-Deskbell': '' });
      expect([path, asked.status, asked.answer]).toMatchObject([path, 403, { error: 'forbidden' }]);
    }
  });

  test('reads by a foreign page are refused where the browser says so', async () => {
    const cookie = await plain.signIn(EMAIL);
    for (const site of ['cross-site', 'same-site']) {
      const asked = await plain.ask('GET', '/api/v1/agent/me', undefined, { Cookie: cookie, 'Sec-Fetch-Site': site });
      expect(asked).toMatchObject({ status: 403, answer: { error: 'origin_not_allowed' } });
    }
    const own = await plain.ask('GET', '/api/v1/agent/me', undefined, {
      Cookie: cookie,
      'Sec-Fetch-Site': 'same-origin',
    });
    expect(own.status).toBe(200);
  });
});
