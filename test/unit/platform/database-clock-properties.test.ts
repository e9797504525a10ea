// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLOCK_QUESTION_MS_MAX } from '../../../protocol/wire/limits.ts';
import { createDatabaseClock } from '../../../server/platform/database-clock.ts';

it('R22 however wrong a node is and however unequal the ways are, it is off by half a round trip at most', async () => {
  const node = fc.record({
    aheadMs: fc.integer({ min: -86_400_000, max: 86_400_000 }),
    thereMs: fc.integer({ min: 0, max: CLOCK_QUESTION_MS_MAX / 2 }),
    backMs: fc.integer({ min: 0, max: CLOCK_QUESTION_MS_MAX / 2 }),
    laterMs: fc.integer({ min: 0, max: 3_600_000 }),
  });
  await fc.assert(
    fc.asyncProperty(node, async ({ aheadMs, thereMs, backMs, laterMs }) => {
      const start = Date.UTC(2026, 0, 5, 9);
      let passed = 0;
      const clock = createDatabaseClock({ wall: () => start + aheadMs + passed, steady: () => passed }, async () => {
        passed += thereMs;
        const read = start + passed;
        passed += backMs;
        return read;
      });
      await clock.correct();
      passed += laterMs;
      expect(Math.abs(clock.now() - (start + passed))).toBeLessThanOrEqual((thereMs + backMs) / 2 + 1);
    }),
  );
});
