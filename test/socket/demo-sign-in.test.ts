import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeClaims } from '../../server/domain/identity.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** The made-up shop's own server (decision 0155): it signs for its two customers, and for nobody and nothing else. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay({ allowances: { connect: { burst: 12, perSecond: 0 } } });
});
afterEach(() => relay.remove());

const VISIT = '0f8b7a52-6c1d-4a55-9f0e-1d2c3b4a5968';
const signIn = (body: unknown, headers?: Record<string, string>) => relay.ask('POST', '/demo/sign-in', body, headers);

test('I1 I2 what it signs is good for the demo site, of this visit alone, and the secret is made once', async () => {
  const { answer } = await signIn({ customer: 'mia', visit: VISIT });
  const again = await signIn({ customer: 'mia', visit: VISIT });
  expect([answer.ok, again.answer.ok]).toEqual([true, true]);
  const site = (await relay.store.listSites()).find(({ key }) => key === 'demo');
  const secrets = await relay.store.listIdentitySecrets(site?.id ?? '');
  expect(secrets).toHaveLength(1);
  const token = answer.ok ? String(answer.value.token) : '';
  const claims = await relay.context.identities.readClaims(token, site?.id ?? '', [secrets[0]?.id ?? '']);
  expect(judgeClaims(claims ?? {}, { site: 'demo', now: Date.now() })).toMatchObject({
    is: 'good',
    identity: { subject: `mia.${VISIT}`, name: 'Mia Hill' },
  });
  expect(JSON.stringify(answer)).not.toContain('dsi_');
});

test('I6 each sign-in has a token of its own, also within a second: signing out with one ends no other', async () => {
  const signed = [1, 2, 3].map(async () => (await signIn({ customer: 'mia', visit: VISIT })).answer);
  const tokens = (await Promise.all(signed)).map((answer) => (answer.ok ? answer.value.token : answer.error));
  expect(new Set(tokens).size).toBe(3);
});

test('P19 I9 another page, another name, a visit without a number, and a flood are refused', async () => {
  const body = { customer: 'mia', visit: VISIT };
  expect(await signIn(body, { Origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  for (const wrong of [
    { ...body, customer: 'eve' },
    { ...body, customer: 'toString' },
    { customer: 'mia' },
    null,
    [],
    5,
  ])
    expect(await signIn(wrong)).toMatchObject({ status: 400, answer: { error: 'invalid_payload' } });
  for (const visit of ['short', 'x'.repeat(65), 'UPPER-CASE-0123456789', { toString: 1 }])
    expect(await signIn({ ...body, visit })).toMatchObject({ status: 400 });
  expect((await signIn(body)).status).toBe(200);
  expect(await signIn(body)).toMatchObject({ status: 200 });
  expect(await signIn(body)).toMatchObject({ status: 429, answer: { error: 'rate_limited' } });
});
