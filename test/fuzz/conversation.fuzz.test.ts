import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { ConversationFuzz } from '../support/conversation-fuzz.ts';

const STEPS = 150;
const only = process.env.FUZZ_SEED;
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env.FUZZ_SEEDS ?? 12) }, (_, index) => index + 1);

/** To repeat one: `FUZZ_SEED=7 npx vitest run --project fuzz conversation`. */
describe('random work on the real store', () => {
  it.each(seeds)('C1 C3 C6 C8 M7 R1 R5 S5 hold after each of its steps: seed %i', async (seed) => {
    const fuzz = await ConversationFuzz.open(seededRandom(seed));
    const done: string[] = [];
    try {
      for (let step = 0; step < STEPS; step += 1) {
        done.push(await fuzz.step());
        await fuzz.check();
      }
      expect(fuzz.acknowledged, 'a run that sends nothing proves nothing').toBeGreaterThan(20);
    } catch (error) {
      throw new Error(`Seed ${seed}, step ${done.length}, after: ${done.slice(-12).join(' | ')}`, { cause: error });
    } finally {
      await fuzz.close();
    }
  });
});
