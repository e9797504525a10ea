import { afterEach, beforeEach, expect, test } from 'vitest';
import { PREVIEW_CHARS_MAX } from '../../protocol/wire/limits-of-preview.ts';
import { signInAs } from './ask-as.ts';
import { startServedTalk } from './served-talk.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** J17 over a real relay: unsent words reach who serves or looks, where the owner wants it, and nobody and nothing else. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
  asking = undefined;
});
afterEach(() => relay.remove());

let asking: ReturnType<typeof signInAs> | undefined;
const set = async (settings: object) => {
  asking ??= signInAs(relay, 'owner');
  const ask = await asking;
  expect((await ask('PUT', 'sites/demo/settings', settings)).status).toBe(200);
};

async function served() {
  const talk = await startServedTalk(relay, 'preview-open-00000000');
  const { mia, conversationId } = talk;
  const writes = (text: string) => mia.command('typing:set', { conversationId, typing: true, text });
  return { ...talk, writes };
}

test('J17 switched on, the visitor is told of it in her greeting, and who serves her sees each of her words', async () => {
  await set({ visitors: { preview: true } });
  const { ana, ready, conversationId, writes } = await served();
  expect(ready.front).toMatchObject({ preview: true });
  expect(await writes('I paid twi')).toMatchObject({ ok: true });
  const heard = await ana.fact('typing:changed');
  expect(heard).toEqual({ conversationId, by: 'visitor', typing: true, text: 'I paid twi' });
  // Nothing of it is kept: neither in the conversation nor in what the lists show.
  const kept = [
    await ana.command('conversation:sync', { conversationId, afterSeq: 0 }),
    await ana.command('inbox:list', {}),
    await ana.command('visitor:read', { conversationId }),
  ];
  expect(JSON.stringify(kept)).not.toContain('twi');
});

test('J17 off at first: she is told nothing, and what a page sends all the same goes no further', async () => {
  const { ana, ready, conversationId, writes } = await served();
  expect((ready.front as object | undefined) ?? {}).not.toHaveProperty('preview');
  await writes('I paid twi');
  expect(await ana.fact('typing:changed')).toEqual({ conversationId, by: 'visitor', typing: true });
});

test('J17 switched on and off while she is here, she hears of it', async () => {
  const mia = await relay.visitor();
  await mia.fact('session:ready');
  await set({ visitors: { preview: true } });
  await mia.fact('front:changed', ({ preview }) => preview === true);
  await set({ visitors: { preview: false } });
  await mia.fact('front:changed', ({ preview }) => preview === undefined);
});

test('J17 a colleague who does not look at it hears nothing; the other tabs of the visitor neither', async () => {
  await set({ visitors: { preview: true } });
  const { ana, mia, ready, conversationId, writes } = await served();
  await relay.addAgent('bo@example.org');
  const bo = await relay.agent(await relay.signIn('bo@example.org'));
  await bo.fact('session:ready');
  const tab = await relay.visitor({ token: (ready as { token: string }).token });
  await tab.fact('session:ready');
  await writes('first');
  await ana.fact('typing:changed', ({ text }) => text === 'first');
  await bo.command('conversation:watch', { conversationId });
  await writes('second');
  expect(await bo.fact('typing:changed')).toMatchObject({ text: 'second' });
  await mia.command('message:send', { conversationId, clientId: 'preview-send-00000000', body: 'third' });
  await tab.fact('entry:added', ({ entry }) => (entry as { body?: string }).body === 'third');
  expect(tab.facts.filter(({ name }) => name === 'typing:changed')).toEqual([]);
});

test('J17 J16 where numbers of cards are hidden, one that is being typed is hidden before its last digit', async () => {
  await set({ visitors: { preview: true }, keeping: { masksCards: true } });
  const { ana, writes } = await served();
  await writes('It is 4111 1111 1111 111');
  expect(await ana.fact('typing:changed')).toMatchObject({ text: 'It is •••• •••• •••• •••' });
});

test('PREVIEW_CHARS_MAX: one more is refused, and told to nobody', async () => {
  await set({ visitors: { preview: true } });
  const { ana, writes } = await served();
  expect(await writes('x'.repeat(PREVIEW_CHARS_MAX + 1))).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(await writes('x'.repeat(PREVIEW_CHARS_MAX))).toMatchObject({ ok: true });
  expect(await ana.fact('typing:changed')).toMatchObject({ text: 'x'.repeat(PREVIEW_CHARS_MAX) });
});
