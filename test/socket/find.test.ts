import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FoundPage } from '../../protocol/wire/find.ts';
import { FIND_CHARS_MAX, FIND_LINES_MAX } from '../../protocol/wire/limits.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
let cookie: string;
beforeEach(async () => {
  relay = await startTestRelay();
  await relay.addAgent('ana@example.org');
  cookie = await relay.signIn('ana@example.org');
});
afterEach(() => relay.remove());

async function find(question: string): Promise<{ status: number; page: FoundPage; error?: unknown }> {
  const { status, answer } = await relay.ask('GET', `/api/v1/agent/find?${question}`, undefined, { Cookie: cookie });
  return { status, page: (answer as { value?: unknown }).value as FoundPage, error: answer };
}

test('L5 what a visitor writes is found a moment later, with the words marked; nobody else may look', async () => {
  const visitor = await relay.visitor();
  await visitor.command('conversation:open', { clientId: 'client-id-00000001', body: 'Is the Café open?' });
  await expect.poll(async () => (await find('text=cafe')).page.lines.length).toBe(1);
  const [line] = (await find('text=cafe')).page.lines;
  expect(line).toMatchObject({ kind: 'message', author: 'visitor', text: 'Is the Café open?', marks: [[7, 11]] });
  expect((await relay.ask('GET', '/api/v1/agent/find?text=cafe')).status).toBe(401);
});

test('L2 L6 what is wrong with a question is named; a page is FIND_LINES_MAX long and the next one goes on', async () => {
  expect(await find('text=')).toMatchObject({ status: 400, error: { field: 'text' } });
  expect(await find(`text=${'x'.repeat(FIND_CHARS_MAX + 1)}`)).toMatchObject({ status: 400, error: { field: 'text' } });
  expect((await find(`text=${'x'.repeat(FIND_CHARS_MAX)}`)).status).toBe(200);
  expect(await find('text=a&cursor=2-x')).toMatchObject({ status: 400, error: { field: 'cursor' } });
  expect(await find('text=a&kind=secret')).toMatchObject({ status: 400, error: { field: 'kind' } });
  const visitor = await relay.visitor();
  const opened = await visitor.command('conversation:open', { clientId: 'client-id-00000000', body: 'orders' });
  const { conversationId } = (opened as unknown as { value: { conversationId: string } }).value;
  const found = await relay.store.findConversation(conversationId);
  const more = { conversationId, expectVersion: found?.version ?? 0 };
  for (let n = 0; n <= FIND_LINES_MAX; n += 1) {
    const message = {
      author: 'visitor',
      authorId: found?.visitorId ?? '',
      clientId: `more-${n}`,
      body: 'order',
      at: n,
    } as const;
    await relay.store.appendMessage({ ...more, message });
  }
  await expect.poll(() => relay.store.countUntaken()).toBe(0);
  const first = (await find('text=order')).page;
  expect(first.lines).toHaveLength(FIND_LINES_MAX);
  const second = (await find(`text=order&cursor=${first.next}`)).page;
  // The last whole word, and then the one of which it is the beginning.
  expect(second.lines.map((line) => line.text)).toEqual(['order', 'orders']);
  expect(second.next).toBeNull();
});
