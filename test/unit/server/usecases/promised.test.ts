// @vitest-environment node
import { expect, it } from 'vitest';
import { REPORT_PROMISES_MAX } from '../../../../protocol/wire/limits.ts';
import type { Promised } from '../../../../server/domain/queue/back-test.ts';
import type { AgentSubject, Context } from '../../../../server/usecases/context.ts';
import { readPromised } from '../../../../server/usecases/read-promised.ts';

const question = { from: 0, to: 9, zone: 'UTC', clock: 'calendar' } as const;

/** A store in which so many ranges were told. */
async function readOf(count: number, linesMax = 2) {
  const told: Promised = { conversationId: 'c', no: 1, episode: 1, at: 0, lowMs: 0, highMs: 9, assignedAt: 5 };
  const listPromises = ({ limit }: { limit: number }) =>
    Promise.resolve(Array.from({ length: Math.min(count, limit) }, () => told));
  const context = { store: { listPromises }, clock: { now: () => 9 } } as unknown as Context;
  const { answer } = await readPromised(context, {} as AgentSubject, { question, linesMax });
  if (!answer.ok) throw new Error(answer.hint);
  return answer.value;
}

it.each([
  [REPORT_PROMISES_MAX, false],
  [REPORT_PROMISES_MAX + 1, true],
])('M17 of %i ranges the latest are counted, and it is said whether there were more: %s', async (count, isCut) => {
  const { promised, lines, isCut: said } = await readOf(count);
  expect([promised?.n, promised?.inside, said, lines.length]).toEqual([
    REPORT_PROMISES_MAX,
    REPORT_PROMISES_MAX,
    isCut,
    2,
  ]);
});
