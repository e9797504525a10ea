// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  NAME_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  SIGN_IN_ACCOUNT_FAILURES_MAX,
  SIGN_IN_ADDRESS_FAILURES_MAX,
  SIGN_IN_ADDRESS_WINDOW_MS,
  SIGN_IN_DELAY_MS_MIN,
} from '../../../../protocol/wire/limits.ts';
import { addAgent } from '../../../../server/usecases/add-agent.ts';
import { addSite } from '../../../../server/usecases/add-site.ts';
import { changePassword } from '../../../../server/usecases/change-password.ts';
import { identifyAgent } from '../../../../server/usecases/identify-agent.ts';
import { prepareSetUp } from '../../../../server/usecases/prepare-set-up.ts';
import { resetPassword } from '../../../../server/usecases/reset-password.ts';
import { setUpOwner } from '../../../../server/usecases/set-up-owner.ts';
import { signIn } from '../../../../server/usecases/sign-in.ts';
import { accepted, openScene, PASSWORD, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const NEXT = 'seven grey herons';
const email = 'ana@shop.example';

/** Every try from another address, unless one is named. */
let addresses = 0;
function trySignIn(password: string, more: { email?: string; addressKey?: string } = {}) {
  addresses += 1;
  return signIn(scene.context, { email, password, addressKey: `198.51.100.${addresses}`, ...more });
}

describe('signIn', () => {
  it('A6 gives a fresh session each time; the e-mail may be typed in any case', async () => {
    await scene.agent('Ana');
    const one = accepted((await trySignIn(PASSWORD, { email: ' ANA@Shop.example ' })).answer);
    const two = accepted((await trySignIn(PASSWORD)).answer);
    expect(one.secret).not.toBe(two.secret);
    expect((await identifyAgent(scene.context, one.secret))?.agent.name).toBe('Ana');
  });

  it('A1 a wrong password and an unknown e-mail get the same answer after the same work', async () => {
    await scene.agent('Ana');
    const { passwords } = scene.context;
    const before = passwords.verified;
    const wrong = await trySignIn('not the password');
    const unknown = await trySignIn(PASSWORD, { email: 'nobody@shop.example' });
    expect(wrong).toEqual(unknown);
    expect(wrong.answer).toEqual({ ok: false, error: 'unauthorized' });
    expect(passwords.verified - before).toBe(2);
  });

  it('A1 after the last allowed failure even the right password waits, and each further failure doubles the wait', async () => {
    await scene.agent('Ana');
    for (let count = 0; count < SIGN_IN_ACCOUNT_FAILURES_MAX; count += 1) {
      expect((await trySignIn('not the password')).answer).toMatchObject({ error: 'unauthorized' });
    }
    for (const delayMs of [1, 2, 4].map((times) => times * SIGN_IN_DELAY_MS_MIN)) {
      expect((await trySignIn(PASSWORD)).answer).toEqual({ ok: false, error: 'rate_limited', retryAfterMs: delayMs });
      await scene.context.clock.advance(delayMs - 1);
      expect((await trySignIn(PASSWORD)).answer).toMatchObject({ error: 'rate_limited', retryAfterMs: 1 });
      await scene.context.clock.advance(1);
      expect((await trySignIn('not the password')).answer).toMatchObject({ error: 'unauthorized' });
    }
    await scene.context.clock.advance(8 * SIGN_IN_DELAY_MS_MIN);
    accepted((await trySignIn(PASSWORD)).answer);
    expect((await trySignIn('not the password')).answer).toMatchObject({ error: 'unauthorized' });
    accepted((await trySignIn(PASSWORD)).answer);
  });

  it('A1 a hundred tries at once look at no more passwords than tries one by one', async () => {
    await scene.agent('Ana');
    const { passwords } = scene.context;
    const before = passwords.verified;
    const tries = await Promise.all(Array.from({ length: 100 }, () => trySignIn('not the password')));
    expect(passwords.verified - before).toBe(SIGN_IN_ACCOUNT_FAILURES_MAX);
    expect(tries.filter((done) => !done.answer.ok && done.answer.error === 'rate_limited')).toHaveLength(90);
  });

  it('A1 e-mails that nobody has are limited in the same way', async () => {
    const unknown = { email: 'nobody@shop.example' };
    for (let count = 0; count < SIGN_IN_ACCOUNT_FAILURES_MAX; count += 1) await trySignIn(PASSWORD, unknown);
    expect((await trySignIn(PASSWORD, unknown)).answer).toMatchObject({ error: 'rate_limited' });
  });

  it('A2 A3 an address block is limited over all accounts; from elsewhere one still gets in', async () => {
    await scene.agent('Ana');
    for (let count = 0; count < SIGN_IN_ADDRESS_FAILURES_MAX; count += 1) {
      const guess = { email: `person${count}@shop.example`, addressKey: `2001:db8:1:2::${count}` };
      expect((await trySignIn(PASSWORD, guess)).answer).toMatchObject({ error: 'unauthorized' });
    }
    const blocked = await trySignIn(PASSWORD, { addressKey: '2001:db8:1:2:ffff::1' });
    expect(blocked.answer).toMatchObject({ error: 'rate_limited', retryAfterMs: SIGN_IN_ADDRESS_WINDOW_MS });
    accepted((await trySignIn(PASSWORD, { addressKey: '2001:db8:1:3::1' })).answer);
    await scene.context.clock.advance(SIGN_IN_ADDRESS_WINDOW_MS);
    accepted((await trySignIn(PASSWORD, { addressKey: '2001:db8:1:2:ffff::1' })).answer);
  });

  it('A2 an office behind one address signs in as often as it likes, and an own account is no way round', async () => {
    await scene.agent('Ana');
    const addressKey = '203.0.113.7';
    for (let count = 0; count < SIGN_IN_ADDRESS_FAILURES_MAX - 1; count += 1) {
      await trySignIn('a guess at it', { email: `person${count}@shop.example`, addressKey });
    }
    for (let count = 0; count < 30; count += 1) accepted((await trySignIn(PASSWORD, { addressKey })).answer);
    await trySignIn('a guess at it', { email: 'last@shop.example', addressKey });
    expect((await trySignIn(PASSWORD, { addressKey })).answer).toMatchObject({ error: 'rate_limited' });
  });
});

describe('passwords', () => {
  it('A5 a change ends the other sessions, with their connections, and keeps this one', async () => {
    const ana = await scene.agent('Ana');
    const other = accepted((await trySignIn(PASSWORD)).answer).secret;
    const input = { current: PASSWORD, next: NEXT, addressKey: '203.0.113.1' };
    const done = await changePassword(scene.context, ana, input);
    expect(accepted(done.answer)).toEqual({});
    const agentId = ana.agent.id;
    expect(done.notices).toEqual([
      { tell: 'sessionsEnded', agentId, keepSession: ana.sessionId, error: 'unauthorized' },
    ]);
    expect(await identifyAgent(scene.context, other)).toBeUndefined();
    const now = scene.context.clock.now();
    const live = { ids: [ana.sessionId], idleSince: now - 1, madeSince: now - 1 };
    expect(await scene.context.store.listLiveSessions(live)).toEqual([ana.sessionId]);
    expect((await trySignIn(PASSWORD)).answer).toMatchObject({ error: 'unauthorized' });
    accepted((await trySignIn(NEXT)).answer);
  });

  it('A5 A1 the current password is needed, and guessing it is limited as signing in is', async () => {
    const ana = await scene.agent('Ana');
    const guess = () =>
      changePassword(scene.context, ana, { current: 'a guess at it', next: NEXT, addressKey: '203.0.113.1' });
    for (let count = 0; count < SIGN_IN_ACCOUNT_FAILURES_MAX; count += 1) {
      expect((await guess()).answer).toEqual({ ok: false, error: 'forbidden', field: 'current' });
    }
    expect((await guess()).answer).toMatchObject({ error: 'rate_limited' });
  });

  it('A4 a weak password is refused wherever one is set', async () => {
    const ana = await scene.agent('Ana');
    const weak = 'password123';
    const answers = await Promise.all([
      addAgent(scene.context, { email: 'ben@shop.example', name: 'Ben', password: weak, role: 'agent' }),
      changePassword(scene.context, ana, { current: PASSWORD, next: weak, addressKey: '203.0.113.1' }),
      resetPassword(scene.context, { email, password: weak }),
    ]);
    for (const { answer } of answers)
      expect(answer).toMatchObject({ error: 'password_weak', hint: expect.any(String) });
    expect(weak.length).toBeGreaterThanOrEqual(PASSWORD_CHARS_MIN);
  });

  it('A5 a reset ends all sessions', async () => {
    const ana = await scene.agent('Ana');
    const done = await resetPassword(scene.context, { email: 'ANA@shop.example', password: NEXT });
    expect(done.notices).toEqual([
      { tell: 'sessionsEnded', agentId: ana.agent.id, keepSession: null, error: 'unauthorized' },
    ]);
    const now = scene.context.clock.now();
    const live = { ids: [ana.sessionId], idleSince: now - 1, madeSince: now - 1 };
    expect(await scene.context.store.listLiveSessions(live)).toEqual([]);
    const unknown = await resetPassword(scene.context, { email: 'nobody@shop.example', password: NEXT });
    expect(unknown.answer).toMatchObject({ error: 'not_found' });
  });
});

describe('the team', () => {
  it('A7 the first owner is made once, with the token of the last start, and is signed in', async () => {
    const old = await prepareSetUp(scene.context);
    const token = (await prepareSetUp(scene.context)) ?? '';
    const owner = { name: 'Olga', email: 'Olga@shop.example', password: PASSWORD };
    const stale = await setUpOwner(scene.context, { ...owner, token: old ?? '' });
    expect(stale.answer).toMatchObject({ error: 'forbidden' });
    const tries = await Promise.all([1, 2, 3].map(() => setUpOwner(scene.context, { ...owner, token })));
    const made = tries.filter((done) => done.answer.ok);
    expect(made).toHaveLength(1);
    const { secret, agent } = accepted(made[0]?.answer ?? { ok: false, error: 'internal' });
    expect(agent).toMatchObject({ role: 'owner', email: 'olga@shop.example', availability: 'available' });
    expect((await identifyAgent(scene.context, secret))?.agent).toEqual(agent);
    expect((await setUpOwner(scene.context, { ...owner, token })).answer).toMatchObject({ error: 'setup_done' });
    expect(await prepareSetUp(scene.context)).toBeNull();
  });

  it('A7 an e-mail address belongs to one agent, in whatever case', async () => {
    const ana = { name: 'Ana', password: PASSWORD, role: 'agent' } as const;
    accepted((await addAgent(scene.context, { ...ana, email })).answer);
    const again = await addAgent(scene.context, { ...ana, email: 'ANA@SHOP.example' });
    expect(again.answer).toMatchObject({ error: 'email_taken', field: 'email' });
  });
});

describe('addSite', () => {
  it('D8 keeps origins in the form in which browsers send them, each once', async () => {
    const origins = ['HTTPS://Shop.example:443/', 'https://shop.example', 'http://localhost:4600'];
    const { site } = accepted((await addSite(scene.context, { name: ' Two ', origins })).answer);
    expect(site).toMatchObject({ name: 'Two', origins: ['https://shop.example', 'http://localhost:4600'] });
    const stored = (await scene.context.store.listSites()).find((one) => one.id === site.id);
    expect({ ...stored, origins: stored?.origins.toSorted() }).toEqual({ ...site, origins: site.origins.toSorted() });
  });

  it('D8 refuses what is no origin, and says which and why', async () => {
    const origins = ['https://shop.example', 'https://shop.example/page'];
    expect((await addSite(scene.context, { name: 'Two', origins })).answer).toMatchObject({
      error: 'invalid_payload',
      field: 'origins.1',
      hint: expect.stringContaining('path'),
    });
    expect(await scene.context.store.listSites()).toHaveLength(1);
  });

  it.each([
    ['nothing but white space', '  '],
    ['control characters, which a terminal would obey', 'Shop\u001b[31m'],
    ['more lines than one', 'Shop\nand more'],
    ['more than NAME_CHARS_MAX', 'x'.repeat(NAME_CHARS_MAX + 1)],
  ])('P11 a name of %s is refused: agents and visitors read it', async (_what, name) => {
    const { answer } = await addSite(scene.context, { name, origins: [] });
    expect(answer).toMatchObject({ error: 'invalid_payload', field: 'name' });
  });

  it('P11 a name may be as long as NAME_CHARS_MAX, in any script', async () => {
    const name = `Zoë 🛍️ مرحبا ${'x'.repeat(NAME_CHARS_MAX)}`.slice(0, NAME_CHARS_MAX);
    expect(accepted((await addSite(scene.context, { name, origins: [] })).answer).site.name).toBe(name);
  });

  it('D8 a key names one site', async () => {
    accepted((await addSite(scene.context, { name: 'Demo', origins: [], key: 'demo' })).answer);
    const again = await addSite(scene.context, { name: 'Demo', origins: [], key: 'demo' });
    expect(again.answer).toMatchObject({ error: 'invalid_payload', field: 'key' });
  });
});
