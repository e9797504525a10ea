import { expect, test } from 'vitest';
import { startPace } from '../support/pace.ts';
import { startTestRelay } from './test-relay.ts';

test('closing: what is under way is answered, everybody is told, nobody gets in, and it ends soon', async () => {
  const relay = await startTestRelay();
  const pace = await startPace();
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const answers = Array.from({ length: 20 }, (_, index) =>
    visitor.command('conversation:open', { clientId: `closing-${String(index).padStart(10, '0')}`, body: 'stored?' }),
  );
  const acknowledged: Record<string, unknown>[] = [];
  for (const answer of answers) void answer.then((told) => acknowledged.push(told));
  await answers[0];
  const from = performance.now();
  const closing = relay.closeApp();
  expect(relay.closeApp()).toBe(closing);
  expect(await visitor.fact('server:closing')).toMatchObject({ spreadMs: expect.any(Number) });
  await closing;
  expect(await pace.even(from)).toBeLessThan(5_000);
  pace.end();
  await expect.poll(() => visitor.closed).toBe(true);
  // Acknowledged is stored, also at the very end; and what had come in was answered.
  expect(acknowledged).toHaveLength(answers.length);
  for (const answer of acknowledged) expect(answer).toMatchObject({ ok: true });
  const { conversations } = await relay.store.listInbox({ openLimit: 10, closedLimit: 10 });
  expect(conversations[0]?.head).toBe(answers.length + 1);
  await expect(relay.visitor()).rejects.toThrow();
  await expect(fetch(`${relay.origin}/healthz`)).rejects.toThrow();
  await relay.remove();
});
