import { afterEach, beforeEach, expect, test } from 'vitest';
import type { VisitorReady } from '../../protocol/wire/events.ts';
import { addIdentitySecret } from '../../server/usecases/identity-secrets.ts';
import { claimsFor, signIdentity } from '../support/sign-identity.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const ADDRESS = 'mia@example.org';

async function come(hello: Record<string, unknown> = {}) {
  const socket = await relay.visitor(hello);
  const ready = (await socket.fact('session:ready')) as unknown as VisitorReady;
  return { socket, ready, token: ready.token ?? hello.token };
}

async function open({ socket }: Awaited<ReturnType<typeof come>>, body: string): Promise<string> {
  const clientId = `typed-${body}`.replaceAll(' ', '-').padEnd(20, '0');
  const answer = await socket.command('conversation:open', { clientId, body });
  return (answer as { value: { conversationId: string } }).value.conversationId;
}

test('I4 an address that is typed opens nobody’s history: neither hers who signed for it, nor hers who typed it first', async () => {
  const { answer } = await addIdentitySecret(relay.context, 'command_line', { key: 'demo' });
  if (!answer.ok) throw new Error(answer.hint);
  const identity = signIdentity(answer.value.secret, claimsFor('demo', 'mia', { email: ADDRESS }));
  const signed = await open(await come({ identity }), 'Signed for');
  const ben = await come();
  const typed = await open(ben, 'Typed first');
  await ben.socket.command('conversation:contact', { conversationId: typed, email: ADDRESS });
  const eve = await come();
  const own = await open(eve, 'Typed as well');
  expect(await eve.socket.command('conversation:contact', { conversationId: own, email: ADDRESS })).toMatchObject({
    ok: true,
  });
  const back = await come({ token: eve.token });
  expect(back.ready.conversations.map((page) => page.conversationId)).toEqual([own]);
  const listed = (await back.socket.command('conversation:list', {})) as {
    value: { conversations: { conversationId: string }[] };
  };
  expect(listed.value.conversations.map((one) => one.conversationId)).toEqual([own]);
  for (const conversationId of [signed, typed]) {
    expect(await back.socket.command('conversation:sync', { conversationId, afterSeq: 0 })).toMatchObject({
      error: 'not_found',
    });
  }
});
