import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPlainClient, type PlainClient } from '../support/plain-client.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** docs/protocol.md, tried out by a client that knows nothing else, against the built relay. */

const PASSWORD = 'quiet-lantern-42';
const clientId = () => randomBytes(16).toString('base64url');
let relay: RelayProcess;
let open: PlainClient[];

beforeEach(async () => {
  open = [];
  relay = await startRelay();
});
afterEach(async () => {
  await Promise.all(open.map((client) => client.end()));
  await relay.remove();
});

async function visitor(more: object = {}): Promise<PlainClient> {
  const client = await openPlainClient(relay.origin, '/visitor', { version: 1, site: 'demo', ...more });
  open.push(client);
  return client;
}

async function agent(): Promise<PlainClient> {
  await relay.command(['agent', 'add', '--email', 'ana@example.org', '--name', 'Ana'], `${PASSWORD}\n`);
  const signedIn = await fetch(`${relay.origin}/api/v1/agent/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Deskbell': '1', Origin: relay.origin },
    body: JSON.stringify({ email: 'ana@example.org', password: PASSWORD }),
  });
  expect(await signedIn.json()).toMatchObject({ ok: true, value: { name: 'Ana' } });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const client = await openPlainClient(relay.origin, '/agent', { version: 1 }, { Cookie: cookie });
  open.push(client);
  await client.fact('session:ready');
  await client.command('agent:availability', { availability: 'available' });
  return client;
}

describe('the document is enough for a client in any language', () => {
  test('P1 P4 P6 P15 a conversation from open to rated, and every reader ends with the same sequence', async () => {
    const desk = await agent();
    const shop = await visitor();
    const ready = await shop.fact('session:ready');
    expect(ready).toMatchObject({
      version: 1,
      available: true,
      conversations: [],
      token: expect.stringMatching(/^vst_/),
    });

    const first = { clientId: clientId(), body: 'Hello' };
    const opened = (await shop.command('conversation:open', first)) as {
      value: { conversationId: string; seq: number };
    };
    expect(opened).toMatchObject({ ok: true });
    const { conversationId } = opened.value;
    // P1: the same again is the same place, another body a conflict.
    expect(await shop.command('conversation:open', first)).toEqual(opened);
    expect(await shop.command('conversation:open', { ...first, body: 'Other' })).toMatchObject({
      ok: false,
      error: 'cid_conflict',
    });

    await shop.fact('entry:added', (fact) => (fact.entry as { kind: string }).kind === 'assigned');
    const moved = await desk.fact('inbox:moved');
    const inbox = (await desk.command('inbox:sync', { afterChange: 0 })) as {
      value: { conversations: unknown[]; change: number };
    };
    expect(inbox.value.conversations).toMatchObject([
      { id: conversationId, status: 'active', agent: { name: 'Ana' }, lastText: 'Hello', unread: 1 },
    ]);
    expect(inbox.value.change).toBeGreaterThanOrEqual(moved.change as number);

    await desk.command('typing:set', { conversationId, typing: true });
    expect(await shop.fact('typing:changed')).toEqual({ conversationId, by: 'agent', typing: true });
    expect(
      await desk.command('message:send', { conversationId, clientId: clientId(), body: 'Hi, Ana here' }),
    ).toMatchObject({ ok: true });
    const told = await shop.fact('entry:added', (fact) => (fact.entry as { kind: string }).kind === 'message');
    expect(told).toMatchObject({
      conversationId,
      entry: { author: 'agent', agent: { name: 'Ana' }, body: 'Hi, Ana here' },
    });
    const seq = (told.entry as { seq: number }).seq;
    await shop.command('receipt:set', { conversationId, deliveredSeq: seq, readSeq: seq });
    expect(
      await desk.fact('receipt:changed', (fact) => (fact.marks as { visitorRead: number }).visitorRead >= seq),
    ).toMatchObject({ marks: { visitorRead: seq } });

    const closed = await desk.command('conversation:close', { conversationId });
    expect(await desk.command('conversation:close', { conversationId })).toEqual(closed);
    expect(
      await shop.command('conversation:rate', { conversationId, episode: 1, score: 5, comment: 'Good' }),
    ).toMatchObject({ ok: true });

    const page = (client: PlainClient) => client.command('conversation:sync', { conversationId, afterSeq: 0 });
    const [left, right] = (await Promise.all([page(shop), page(desk)])) as {
      value: { entries: { seq: number; kind: string }[]; head: number };
    }[];
    expect(left).toEqual(right);
    expect(left?.value.entries.map((entry) => entry.seq)).toEqual(
      Array.from({ length: left?.value.head ?? 0 }, (_, index) => index + 1),
    );
    expect(left?.value.entries.map((entry) => entry.kind)).toEqual([
      'queued',
      'message',
      'assigned',
      'message',
      'closed',
      'rated',
    ]);
  });

  test('P13 a token opens its own history after a restart of the relay, and the epoch stays', async () => {
    const before = await visitor();
    const ready = await before.fact('session:ready');
    const body = 'Still there?';
    await before.command('conversation:open', { clientId: clientId(), body });
    await relay.stop('SIGKILL');
    await relay.restart();
    const after = await visitor({ token: ready.token, epoch: ready.epoch });
    const again = await after.fact('session:ready');
    expect(again).toMatchObject({ epoch: ready.epoch, visitorId: ready.visitorId });
    expect(again).not.toHaveProperty('token');
    expect(again.conversations).toMatchObject([{ entries: [{ kind: 'queued' }, { kind: 'message', body }] }]);
  });

  test('P3 each refusal says what to do', async () => {
    expect((await visitor({ site: 'nobody' })).refused).toMatchObject({
      error: 'site_unknown',
      hint: expect.any(String),
    });
    expect((await visitor({ version: 0 })).refused).toMatchObject({ error: 'version_too_old' });
    expect((await visitor({ token: 'vst_unknown' })).refused).toMatchObject({ error: 'unauthorized' });
    expect((await visitor({ resume: 'all' })).refused).toMatchObject({ error: 'invalid_payload', field: 'resume' });
    const shop = await visitor();
    await shop.fact('session:ready');
    expect(await shop.command('conversation:opne', {})).toMatchObject({ ok: false, error: 'unknown_command' });
    expect(await shop.command('conversation:open', { clientId: clientId(), body: ' ' })).toMatchObject({
      ok: false,
      error: 'invalid_payload',
      field: 'body',
    });
    expect(await shop.command('conversation:sync', { conversationId: 'another', afterSeq: 0 })).toMatchObject({
      ok: false,
      error: 'not_found',
    });
  });
});
