import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ASSIST_BURST_MAX } from '../../protocol/wire/outside-limits.ts';
import type { ROLES } from '../../protocol/wire/permissions.ts';
import { type AskedService, type OutsideService, startOutsideService } from '../support/outside-service.ts';
import { askAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Translation and the writing assistant (CS6, CS8, CS9): a real server speaks both interfaces, a real relay asks it. */

let relay: TestRelay;
let service: OutsideService;
beforeEach(async () => {
  service = await startOutsideService();
  relay = await startTestRelay({ config: { trustedServices: [service.origin] } });
});
afterEach(async () => {
  await relay.remove();
  await service.stop();
});

const as = (role: (typeof ROLES)[number]) => askAs<Record<string, unknown>>(relay, role);

const settings = (more: object = {}) => ({
  ...{ translator: { url: service.origin }, assistant: { url: `${service.origin}/v1`, model: 'small' } },
  ...more,
});

async function writes(...bodies: string[]) {
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const [first, ...rest] = bodies;
  const opened = await visitor.command('conversation:open', { clientId: 'client-id-of-message-0', body: first });
  const { conversationId } = (opened as { value: { conversationId: string } }).value;
  for (const [at, body] of rest.entries())
    await visitor.command('message:send', { conversationId, clientId: `client-id-of-message-${at + 1}`, body });
  const page = await relay.store.readPage({ conversationId, afterSeq: 0, limit: 50 });
  const seqs = page?.entries.flatMap(({ kind, seq }) => (kind === 'message' ? [seq] : [])) ?? [];
  return { conversationId, seqs };
}

const speaks = () =>
  service.answer(({ path, json }: AskedService, response) => {
    const said =
      path === '/translate'
        ? { translatedText: `${json.target}: ${json.q}`, detectedLanguage: { language: 'pt', confidence: 80 } }
        : { choices: [{ message: { content: 'Yes, it does.' } }] };
    response.end(JSON.stringify(said));
  });

test('CS8 messages are translated as they stand, once for everybody, and an answer before it is sent', async () => {
  speaks();
  await (await as('owner'))('PUT', 'sites/demo/outside', { settings: settings(), keys: { translator: 'key-of-mine' } });
  const agent = await as('agent');
  const { conversationId, seqs } = await writes('Bom dia', 'Tudo bem?');
  const path = `conversations/${conversationId}/outside`;
  expect((await agent('GET', path)).value).toMatchObject({ translate: true, assist: true });
  const asked = { seqs, to: 'de-AT' };
  const translated = {
    kind: 'translated',
    translations: [
      { seq: seqs[0], text: 'de: Bom dia', from: 'pt' },
      { seq: seqs[1], text: 'de: Tudo bem?', from: 'pt' },
    ],
  };
  expect((await agent('POST', `${path}/translate`, asked)).value).toEqual(translated);
  expect((await agent('POST', `${path}/translate`, asked)).value).toEqual(translated);
  expect(service.asked.map(({ json }) => json)).toEqual(
    expect.arrayContaining([
      { q: 'Bom dia', source: 'auto', target: 'de', format: 'text', api_key: 'key-of-mine' },
      { q: 'Tudo bem?', source: 'auto', target: 'de', format: 'text', api_key: 'key-of-mine' },
    ]),
  );
  expect(service.asked).toHaveLength(2);
  const answer = await agent('POST', `${path}/translate-answer`, { text: 'Good', to: 'pt' });
  expect(answer.value).toMatchObject({ translations: [{ seq: 0, text: 'pt: Good' }] });
  // Nobody translates by it what does not stand there.
  expect((await agent('POST', `${path}/translate`, { seqs: [999], to: 'de' })).value).toMatchObject({
    ...{ kind: 'translated', translations: [] },
  });
});

test('CS8 what comes is shown, and why the rest did not', async () => {
  await (await as('owner'))('PUT', 'sites/demo/outside', { settings: settings() });
  const agent = await as('agent');
  const { conversationId, seqs } = await writes('Bom dia');
  const path = `conversations/${conversationId}/outside/translate`;
  const after = async (status: number, text: string) => {
    service.answer((_, response) => void response.writeHead(status).end(text));
    return (await agent('POST', path, { seqs, to: 'de' })).value;
  };
  const trouble = (which: string, more: object = {}) => ({
    ...{ kind: 'translated', translations: [] },
    trouble: { kind: 'trouble', trouble: which, ...more },
  });
  expect(await after(403, '{"error":"Invalid API key"}')).toEqual(trouble('refused', { status: 403 }));
  expect(await after(429, '{}')).toEqual(trouble('busy', { status: 429 }));
  expect(await after(200, '{"error":"no"}')).toEqual(trouble('wrong_form'));
});

test('CS9 the assistant reads the conversation as material, and answers a draft', async () => {
  speaks();
  const owner = await as('owner');
  await owner('PUT', 'sites/demo/outside', { settings: settings(), keys: { assistant: 'sk-mine' } });
  await owner('POST', 'replies', { shortcut: 'care', body: 'Our mugs survive the dishwasher.', departmentId: null });
  const agent = await as('agent');
  const { conversationId } = await writes('Is it dishwasher safe?');
  const path = `conversations/${conversationId}/outside/assist`;
  expect((await agent('POST', path, { task: 'suggest' })).value).toEqual({ kind: 'said', text: 'Yes, it does.' });
  const [asked] = service.asked;
  expect([asked?.path, asked?.headers.authorization]).toEqual(['/v1/chat/completions', 'Bearer sk-mine']);
  const messages = asked?.json.messages as { role: string; content: string }[];
  expect(asked?.json).toMatchObject({ model: 'small', stream: false });
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(JSON.parse(messages[1]?.content ?? '')).toEqual({
    conversation: [{ from: 'visitor', text: 'Is it dishwasher safe?' }],
    savedReplies: ['Our mugs survive the dishwasher.'],
  });
  const rewritten = await agent('POST', path, { task: 'rewrite', text: 'Yes', manner: 'friendly' });
  expect(rewritten.value).toMatchObject({ kind: 'said' });
  expect((await agent('POST', path, { task: 'rewrite', text: ' ', manner: 'short' })).status).toBe(400);
  // Nothing of it was written anywhere.
  const page = await relay.store.readPage({ conversationId, afterSeq: 0, limit: 50 });
  expect(page?.entries.filter(({ kind }) => kind === 'message')).toHaveLength(1);
  // All at once, so that no slow machine lets the pace catch up.
  const many = Array.from({ length: 2 * ASSIST_BURST_MAX }, () => agent('POST', path, { task: 'suggest' }));
  const refused = (await Promise.all(many)).filter(({ status }) => status === 429);
  expect(refused.map(({ value }) => value.error)).toContain('rate_limited');
});

test('CS9 who goes away while the assistant thinks ends the question', async () => {
  await (await as('owner'))('PUT', 'sites/demo/outside', { settings: settings() });
  await relay.addAgent('bo@example.org');
  const Cookie = await relay.signIn('bo@example.org');
  const { conversationId } = await writes('Hello');
  const leave = new AbortController();
  service.answer(() => leave.abort());
  const asked = fetch(`${relay.origin}/api/v1/agent/conversations/${conversationId}/outside/assist`, {
    method: 'POST',
    headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1', Cookie },
    body: '{"task":"suggest"}',
    signal: leave.signal,
  });
  await expect(asked).rejects.toThrow();
  await service.leftBy(1);
});

test('CS1 viewers ask neither; without a service there is nothing to ask', async () => {
  const owner = await as('owner');
  const { conversationId, seqs } = await writes('Hello');
  const path = `conversations/${conversationId}/outside`;
  expect((await owner('POST', `${path}/translate`, { seqs, to: 'de' })).status).toBe(404);
  expect((await owner('POST', `${path}/assist`, { task: 'suggest' })).status).toBe(404);
  await owner('PUT', 'sites/demo/outside', { settings: settings() });
  const viewer = await as('viewer');
  expect((await viewer('GET', path)).value).toMatchObject({ translate: false, assist: false });
  expect((await viewer('POST', `${path}/translate`, { seqs, to: 'de' })).status).toBe(403);
  expect(service.asked).toEqual([]);
});

test('CS6 a key is kept sealed, told to nobody, and goes nowhere else than where it was given for', async () => {
  speaks();
  const owner = await as('owner');
  const save = (more: object, keys: object = {}) =>
    owner('PUT', 'sites/demo/outside', { settings: settings(more), keys });
  const key = 'sk-canary-4711-canary';
  const saved = await save({}, { assistant: key, translator: 'tr-canary-4711' });
  expect(saved.value.keys).toEqual({ translator: true, assistant: true });
  expect(JSON.stringify([saved, await owner('GET', 'sites/demo/outside')])).not.toContain('canary');
  const files = readdirSync(relay.folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(relay.folder, name),
  );
  for (const file of files.filter((one) => statSync(one).isFile()))
    expect([file, readFileSync(file).includes('canary-4711')]).toEqual([file, false]);
  expect(JSON.stringify(relay.reports)).not.toContain('canary');
  // Another path of the same place keeps it; another place does not, and neither does a try there.
  expect((await save({ assistant: { url: `${service.origin}/v2`, model: 'b' } })).value.keys).toMatchObject({
    assistant: true,
  });
  const other = service.origin.replace('127.0.0.1', 'localhost');
  const tried = await owner('POST', 'sites/demo/outside/try', { assistant: { url: other, model: 'b' } });
  expect(tried.value).toEqual({ kind: 'trouble', trouble: 'inside' });
  const answer = await owner('POST', 'sites/demo/outside/try', { assistant: { url: service.origin, model: 'b' } });
  expect(answer.value).toEqual({ kind: 'said', text: 'Yes, it does.' });
  expect(service.asked.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
  const moved = await save({ assistant: { url: 'https://ai.example/v1', model: 'b' } });
  expect(moved.value.keys).toEqual({ translator: true, assistant: false });
  expect((await save({}, { translator: null })).value.keys).toEqual({ translator: false, assistant: false });
  expect((await save({}, { assistant: 'two words' })).value).toMatchObject({ field: 'keys.assistant' });
});
