import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIdentities } from '../../server/platform/identity-tokens.ts';
import { createIds, sha256 } from '../../server/platform/ids.ts';
import { createPasswords } from '../../server/platform/passwords.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { systemZones } from '../../server/platform/zone-offset.ts';
import { openStore } from '../../server/store/open-store.ts';
import { resetPassword } from '../../server/usecases/reset-password.ts';
import { type Pace, startPace } from '../support/pace.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** P33: a connection does not outlive its session. */

const EMAIL = 'ana@example.org';
let relay: TestRelay;
let pace: Pace;
beforeAll(async () => {
  pace = await startPace();
});
afterAll(() => pace.end());
let here: { cookie: string; socket: PlainClient };
let elsewhere: { cookie: string; socket: PlainClient };

async function open() {
  const cookie = await relay.signIn(EMAIL);
  const socket = await relay.agent(cookie);
  await socket.fact('session:ready');
  return { cookie, socket };
}

beforeEach(async () => {
  relay = await startTestRelay();
  await relay.addAgent(EMAIL);
  here = await open();
  elsewhere = await open();
});
afterEach(() => relay.remove());

/** Told why, and closed, within `ms`. */
async function expectEnded(socket: PlainClient, ms = 1_000): Promise<void> {
  const from = performance.now();
  expect(await socket.fact('session:ended')).toEqual({ error: 'unauthorized' });
  await socket.ended;
  expect(await pace.even(from)).toBeLessThan(ms);
}

const isGood = async (cookie: string) =>
  (await relay.ask('GET', '/api/v1/agent/me', undefined, { Cookie: cookie })).status === 200;

describe('P33: within a second', () => {
  test('sign-out ends the connections of this session, and no other', async () => {
    const tab = await relay.agent(here.cookie);
    await relay.ask('POST', '/api/v1/agent/sign-out', {}, { Cookie: here.cookie });
    await expectEnded(here.socket);
    await expectEnded(tab);
    expect(await isGood(here.cookie)).toBe(false);
    expect(await elsewhere.socket.command('inbox:list', {})).toMatchObject({ ok: true });
    expect((await relay.agent(here.cookie)).refused).toMatchObject({ error: 'unauthorized' });
  });

  test('a change of password ends all other sessions and keeps this one', async () => {
    const next = 'another-lantern-43';
    const changed = await relay.ask(
      'POST',
      '/api/v1/agent/password',
      { current: PASSWORD, next },
      { Cookie: here.cookie },
    );
    expect(changed.status).toBe(200);
    await expectEnded(elsewhere.socket);
    expect(await isGood(elsewhere.cookie)).toBe(false);
    expect(await here.socket.command('inbox:list', {})).toMatchObject({ ok: true });
    expect(await isGood(here.cookie)).toBe(true);
    await expect(relay.signIn(EMAIL)).rejects.toThrow('401');
    await relay.signIn(EMAIL, next);
  });

  test('a wrong current password changes nothing', async () => {
    const body = { current: 'wrong-password', next: 'another-lantern-43' };
    expect(await relay.ask('POST', '/api/v1/agent/password', body, { Cookie: here.cookie })).toMatchObject({
      status: 403,
      answer: { error: 'forbidden', field: 'current' },
    });
    expect(await isGood(elsewhere.cookie)).toBe(true);
  });
});

test('P33: a password reset by another process ends them within a few seconds', async () => {
  const ids = createIds(systemClock);
  const store = await openStore({ dataDir: relay.folder, makeEpoch: () => ids.site() });
  const identities = createIdentities({ secretKey: undefined, dataDir: relay.folder, isShared: false });
  const context = { store, clock: systemClock, ids, passwords: createPasswords(), identities, zones: systemZones };
  const done = await resetPassword(context, { email: EMAIL, password: 'another-lantern-43' });
  expect(done.answer.ok).toBe(true);
  await store.close();
  await expectEnded(here.socket, 3_000);
  await expectEnded(elsewhere.socket, 3_000);
});

test('R7: who signs out is not available any more, at once', async () => {
  await here.socket.command('agent:availability', { availability: 'available' });
  const visitor = await relay.visitor();
  expect(await visitor.fact('session:ready')).toMatchObject({ available: true });
  for (const { cookie } of [here, elsewhere]) await relay.ask('POST', '/api/v1/agent/sign-out', {}, { Cookie: cookie });
  expect(await visitor.fact('availability:changed')).toEqual({ available: false });
});

describe('P33: a visitor’s token that was copied', () => {
  test('ends every connection of the visitor within a second, over both carriers, when it comes back exchanged', async () => {
    const strict = await startTestRelay({
      wrapStore: (store) => ({ ...store, findVisitor: (input) => store.findVisitor({ ...input, overlapMs: 0 }) }),
    });
    const first = await strict.visitor();
    const { token, visitorId } = (await first.fact('session:ready')) as { token: string; visitorId: string };
    const next = `${token.slice(0, -4)}next`;
    await strict.store.offerToken({ visitorId, tokenHash: sha256(next), at: systemClock.now(), overlapMs: 0 });
    const second = await strict.visitor({ token: next });
    expect(await second.fact('session:ready')).toMatchObject({ visitorId });
    const copied = await strict.ask(
      'POST',
      '/api/v1/visitor/poll',
      { resume: [] },
      { Authorization: `Bearer ${token}`, 'X-Deskbell-Site': 'demo' },
    );
    expect(copied).toMatchObject({ status: 401, answer: { error: 'unauthorized' } });
    await expectEnded(first);
    await expectEnded(second);
    expect((await strict.visitor({ token: next })).refused).toMatchObject({ error: 'unauthorized' });
    await strict.remove();
  });
});
