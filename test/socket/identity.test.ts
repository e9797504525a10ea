import { generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VisitorReady } from '../../protocol/wire/events.ts';
import { addIdentitySecret, removeIdentitySecret } from '../../server/usecases/identity-secrets.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { claimsFor, signIdentity } from '../support/sign-identity.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** P22: nobody becomes another visitor. docs/identity.md, over real connections. */

let relay: TestRelay;
let secret: string;
let secretId: string;
beforeEach(async () => {
  relay = await startTestRelay();
  ({ secret, id: secretId } = await newSecret());
});
afterEach(() => relay.remove());

async function newSecret() {
  const { answer } = await addIdentitySecret(relay.context, 'command_line', { key: 'demo' });
  if (!answer.ok) throw new Error(answer.hint);
  return answer.value;
}
const claims = (sub: string, more: Record<string, unknown> = {}) => claimsFor('demo', sub, more);
const tokenOf = (sub: string, more: Record<string, unknown> = {}) => signIdentity(secret, claims(sub, more));
let numbers = 0;
const clientId = () => `message-${String(++numbers).padStart(14, '0')}`;

async function come(hello: { token?: string | undefined; identity?: string } = {}) {
  const socket = await relay.visitor(hello);
  const ready = socket.refused ? null : ((await socket.fact('session:ready')) as unknown as VisitorReady);
  return { socket, ready, token: ready?.token ?? hello.token };
}

const open = async (socket: PlainClient, body: string) => {
  const answer = (await socket.command('conversation:open', { clientId: clientId(), body })) as {
    value: { conversationId: string };
  };
  return answer.value.conversationId;
};
const seen = (ready: VisitorReady | null) => ready?.conversations.map((page) => page.conversationId);

describe('I3 who is signed for', () => {
  test('finds her history from every browser, and nobody else’s', async () => {
    const first = await come({ identity: tokenOf('mia') });
    const conversation = await open(first.socket, 'From my desk');
    const phone = await come({ identity: tokenOf('mia') });
    expect(seen(phone.ready)).toEqual([conversation]);
    expect(phone.ready?.visitorId).toBe(first.ready?.visitorId);
    expect(phone.token).not.toBe(first.token);
    expect(seen((await come({ identity: tokenOf('ben') })).ready)).toEqual([]);
    // The browser is known from now on, without a signature.
    expect(seen((await come({ token: phone.token })).ready)).toEqual([conversation]);
  });

  test('takes along what was begun in this browser, under a new token; the old one opens nothing', async () => {
    const before = await come();
    const conversation = await open(before.socket, 'Not signed in yet');
    const other = await come();
    const foreign = await open(other.socket, 'Somebody else');
    const after = await come({ token: before.token, identity: tokenOf('mia', { name: 'Mia Hill' }) });
    expect(seen(after.ready)).toEqual([conversation]);
    expect(await before.socket.fact('session:ended')).toEqual({ error: 'unauthorized' });
    expect((await come({ token: before.token })).socket.refused).toMatchObject({ error: 'unauthorized' });
    expect(seen((await come({ token: other.token })).ready)).toEqual([foreign]);
    expect(
      await after.socket.command('message:send', { conversationId: foreign, clientId: clientId(), body: 'x' }),
    ).toMatchObject({
      error: 'not_found',
    });
    expect(
      await after.socket.command('message:send', { conversationId: conversation, clientId: clientId(), body: 'On' }),
    ).toMatchObject({
      ok: true,
    });
    const [line] = (await relay.store.listInbox({ openLimit: 9, closedLimit: 9 })).conversations;
    expect(line).toMatchObject({ id: conversation, visitor: { verified: true } });
    expect(await relay.store.readVisitorProfile(after.ready?.visitorId ?? '')).toMatchObject({
      verified: { subject: 'mia', name: 'Mia Hill', email: null },
    });
  });

  test('a message sent once more after it is known (C3)', async () => {
    const before = await come();
    const message = { clientId: clientId(), body: 'Only once' };
    const { value } = (await before.socket.command('conversation:open', message)) as {
      value: { conversationId: string };
    };
    const after = await come({ token: before.token, identity: tokenOf('mia') });
    await after.socket.command('conversation:open', message);
    const page = await relay.store.readPage({ conversationId: value.conversationId, afterSeq: 0, limit: 50 });
    expect(page?.entries.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  });

  test('with a conversation here and one there, the one begun last goes on', async () => {
    const phone = await come({ identity: tokenOf('mia') });
    const older = await open(phone.socket, 'On the phone');
    const desk = await come();
    const newer = await open(desk.socket, 'At the desk');
    const after = await come({ token: desk.token, identity: tokenOf('mia') });
    expect(seen(after.ready)).toEqual([newer]);
    const statusOf = async (id: string) => (await relay.store.findConversation(id))?.status;
    expect([await statusOf(older), await statusOf(newer)]).toEqual(['closed', 'queued']);
    expect(await phone.socket.fact('entry:added')).toMatchObject({ conversationId: older });
  });

  test('also over HTTP', async () => {
    const first = await come({ identity: tokenOf('mia') });
    const conversation = await open(first.socket, 'By socket');
    const { answer } = await relay.ask('POST', '/api/v1/visitor/session', {
      version: 2,
      site: 'demo',
      identity: tokenOf('mia'),
    });
    expect(answer).toMatchObject({ ok: true, value: { conversations: [{ conversationId: conversation }] } });
  });
});

describe('I5 another person in the same browser', () => {
  test('the first is signed out here, and the second sees nothing of hers; elsewhere she goes on', async () => {
    const mia = await come({ identity: tokenOf('mia') });
    const conversation = await open(mia.socket, 'Mia’s own');
    const phone = await come({ identity: tokenOf('mia') });
    const changed = await come({ token: mia.token, identity: tokenOf('ben') });
    expect(changed.socket.refused).toMatchObject({ error: 'forbidden' });
    expect(await mia.socket.fact('session:ended')).toEqual({ error: 'unauthorized' });
    expect((await come({ token: mia.token })).socket.refused).toMatchObject({ error: 'unauthorized' });
    expect(seen((await come({ identity: tokenOf('ben') })).ready)).toEqual([]);
    expect(phone.socket.closed).toBe(false);
    expect(seen((await come({ token: phone.token })).ready)).toEqual([conversation]);
  });

  test('with a signature that does not hold, too', async () => {
    const mia = await come({ identity: tokenOf('mia') });
    await open(mia.socket, 'Mia’s own');
    const changed = await come({ token: mia.token, identity: signIdentity('not the secret', claims('mia')) });
    expect(changed.socket.refused).toMatchObject({ error: 'forbidden' });
  });

  test('her own that ran out changes nothing', async () => {
    const mia = await come({ identity: tokenOf('mia') });
    const conversation = await open(mia.socket, 'Still here');
    const late = Math.floor(Date.now() / 1_000) - 3_000;
    const again = await come({ token: mia.token, identity: tokenOf('mia', { iat: late - 600, exp: late }) });
    expect(seen(again.ready)).toEqual([conversation]);
  });
});

describe('P22 what opens nothing', () => {
  const now = () => Math.floor(Date.now() / 1_000);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const WRONG: [string, () => string, string][] = [
    ['no token at all', () => '', 'identity_invalid'],
    ['three words', () => 'a.b.c', 'identity_invalid'],
    ['alg none', () => signIdentity(secret, claims('mia'), { alg: 'none' }).replace(/[^.]*$/, ''), 'identity_invalid'],
    ['alg none, signed', () => signIdentity(secret, claims('mia'), { alg: 'none' }), 'identity_invalid'],
    ['HS512 by name', () => signIdentity(secret, claims('mia'), { alg: 'HS512' }), 'identity_invalid'],
    ['RS256 with a key of one’s own', () => rs256(claims('mia')), 'identity_invalid'],
    [
      'a key in its head',
      () => signIdentity('mine', claims('mia'), { alg: 'HS256', jwk: { kty: 'oct', k: 'bWluZQ' } }),
      'identity_invalid',
    ],
    ['another secret', () => signIdentity(`${secret}x`, claims('mia')), 'identity_invalid'],
    ['another site', () => tokenOf('mia', { aud: 'other' }), 'identity_invalid'],
    ['no site', () => tokenOf('mia', { aud: undefined }), 'identity_invalid'],
    ['no end', () => tokenOf('mia', { exp: undefined }), 'identity_invalid'],
    ['an end as text', () => tokenOf('mia', { exp: String(now() + 60) }), 'identity_invalid'],
    ['no beginning', () => tokenOf('mia', { iat: undefined }), 'identity_invalid'],
    ['from the future', () => tokenOf('mia', { iat: now() + 600, exp: now() + 900 }), 'identity_invalid'],
    ['not yet', () => tokenOf('mia', { nbf: now() + 600 }), 'identity_invalid'],
    ['for a day', () => tokenOf('mia', { exp: now() + 86_400 }), 'identity_invalid'],
    ['ran out', () => tokenOf('mia', { iat: now() - 900, exp: now() - 120 }), 'identity_expired'],
    ...[undefined, null, '', '  ', 7, true, ['mia'], { id: 'mia' }, 'x'.repeat(256), 'a\u0000b'].map(
      (sub): [string, () => string, string] => [
        `sub ${JSON.stringify(sub)}`,
        () => tokenOf('mia', { sub }),
        'identity_invalid',
      ],
    ),
    ['an address that is none', () => tokenOf('mia', { email: 'mia' }), 'identity_invalid'],
    ['a name that is a number', () => tokenOf('mia', { name: 5 }), 'identity_invalid'],
  ];

  function rs256(said: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256' })}.${part(said)}`;
    return `${text}.${sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64url')}`;
  }

  test('each wrong token: no history, and a sentence that says what to change', async () => {
    const mia = await come({ identity: tokenOf('mia') });
    await open(mia.socket, 'Private');
    const asker = await come();
    for (const [what, make, error] of WRONG) {
      const { ready } = await come({ identity: make() });
      expect([what, seen(ready)]).toEqual([what, []]);
      expect(ready?.visitorId, what).not.toBe(mia.ready?.visitorId);
      const told = await asker.socket.command('visitor:identity', { identity: make() });
      expect([what, told]).toEqual([what, expect.objectContaining({ ok: false, error, hint: expect.any(String) })]);
    }
    expect(await asker.socket.command('visitor:identity', { identity: tokenOf('mia') })).toMatchObject({
      ok: true,
      value: { subject: 'mia' },
    });
  });

  test('a thousand single bits turned round', async () => {
    const good = Buffer.from(tokenOf('mia'));
    const site = (await relay.store.listSites()).find(({ key }) => key === 'demo');
    const read = (token: string) => relay.context.identities.readClaims(token, site?.id ?? '', [secretId]);
    expect(await read(good.toString())).toMatchObject({ sub: 'mia' });
    let opened = 0;
    for (let bit = 0; bit < 1_000; bit += 1) {
      const bent = Buffer.from(good);
      const at = (bit * 7) % (good.length * 8);
      bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at & 7));
      // The last letter carries bits that no byte has: a token that differs there is the same token.
      if (at >> 3 >= good.length - 1) continue;
      if (await read(bent.toString('latin1'))) opened += 1;
    }
    expect(opened).toBe(0);
  });

  test('a typed address, claimed before or after, is a label', async () => {
    const mia = await come({ identity: tokenOf('mia', { email: 'mia@example.org' }) });
    await open(mia.socket, 'Private');
    const thief = await come();
    await thief.socket.command('visitor:describe', { email: 'mia@example.org', name: 'Mia' });
    const conversation = await open(thief.socket, 'It is me');
    await thief.socket.command('conversation:contact', { conversationId: conversation, email: 'mia@example.org' });
    expect(seen((await come({ token: thief.token })).ready)).toEqual([conversation]);
    const lines = (await relay.store.listInbox({ openLimit: 9, closedLimit: 9 })).conversations;
    expect(lines.find(({ id }) => id === conversation)?.visitor).not.toHaveProperty('verified');
  });
});

describe('I6 after signing out', () => {
  test('neither the token of the browser nor the signed one opens anything; a new one does', async () => {
    const signed = tokenOf('mia');
    const mia = await come({ identity: signed });
    const conversation = await open(mia.socket, 'Private');
    void mia.socket.command('visitor:logout', {});
    expect(await mia.socket.fact('session:ended')).toEqual({ error: 'unauthorized' });
    expect((await come({ token: mia.token })).socket.refused).toMatchObject({ error: 'unauthorized' });
    expect(seen((await come({ identity: signed })).ready)).toEqual([]);
    const asker = await come();
    expect(await asker.socket.command('visitor:identity', { identity: signed })).toMatchObject({
      error: 'identity_ended',
    });
    expect(seen((await come({ identity: tokenOf('mia', { jti: 'next' }) })).ready)).toEqual([conversation]);
  });
});

describe('I9 secrets', () => {
  test('two are valid at once, a third is refused; what a removed one signed opens nothing', async () => {
    const mia = await come({ identity: tokenOf('mia') });
    const conversation = await open(mia.socket, 'Before the change');
    const next = await newSecret();
    const third = await addIdentitySecret(relay.context, 'command_line', { key: 'demo' });
    expect(third.answer).toMatchObject({
      ok: false,
      error: 'invalid_payload',
      hint: expect.stringContaining('remove'),
    });
    const byNext = (jti: string) => signIdentity(next.secret, claims('mia', { jti }));
    expect(seen((await come({ identity: byNext('a') })).ready)).toEqual([conversation]);
    expect(seen((await come({ identity: tokenOf('mia') })).ready)).toEqual([conversation]);
    await removeIdentitySecret(relay.context, 'command_line', { key: 'demo', id: secretId });
    expect(seen((await come({ identity: tokenOf('mia') })).ready)).toEqual([]);
    expect(seen((await come({ identity: byNext('b') })).ready)).toEqual([conversation]);
  });

  test('P32 the database holds none of them', async () => {
    expect(secret).toMatch(/^dsi_[\w-]{43}$/);
    const site = (await relay.store.listSites())[0];
    const kept = JSON.stringify(await relay.store.listIdentitySecrets(site?.id ?? ''));
    expect(kept).not.toContain(secret);
    const files = readdirSync(relay.folder).filter((name) => name.includes('.db'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(readFileSync(join(relay.folder, name)).includes(secret), name).toBe(false);
    expect(statSync(join(relay.folder, 'secret.key')).mode & 0o077).toBe(0);
  });

  test('over HTTP for owners and admins, and for nobody else', async () => {
    await relay.addAgent('agent@example.org');
    await relay.addAgent('boss@example.org');
    const boss = (await relay.store.listStaff()).find(({ email }) => email === 'boss@example.org');
    if (!boss) throw new Error('The agent was not added.');
    const { id, availability: _, email: __, ...settings } = boss;
    await relay.store.changeStaffMember({ agentId: id, ...settings, role: 'admin' });
    const path = '/api/v1/agent/sites/demo/identity-secrets';
    const as = async (email: string) => {
      const Cookie = await relay.signIn(email);
      return (method: string, at: string) => relay.ask(method, at, method === 'POST' ? {} : undefined, { Cookie });
    };
    const agent = await as('agent@example.org');
    for (const method of ['GET', 'POST']) expect(await agent(method, path)).toMatchObject({ status: 403 });
    const admin = await as('boss@example.org');
    const made = await admin('POST', path);
    expect(made).toMatchObject({ status: 200, answer: { value: { secret: expect.stringMatching(/^dsi_/) } } });
    const listed = await admin('GET', path);
    expect(JSON.stringify(listed.answer)).not.toContain('dsi_');
    expect(listed).toMatchObject({ answer: { value: { secrets: [{ id: secretId }, {}] } } });
    expect(await admin('DELETE', `${path}/${secretId}`)).toMatchObject({ status: 200 });
    expect(await admin('DELETE', `${path}/${secretId}`)).toMatchObject({ status: 404 });
    expect(await admin('GET', '/api/v1/agent/sites/nowhere/identity-secrets')).toMatchObject({ status: 404 });
    expect(await admin('GET', '/api/v1/agent/sites/demo/policy')).toMatchObject({
      answer: {
        value: { csp: `script-src ${relay.origin}; connect-src ${relay.origin} ${relay.origin.replace('http', 'ws')}` },
      },
    });
  });
});
