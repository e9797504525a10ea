import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { RoutingFuzz } from '../support/routing-fuzz.ts';

const STEPS = 70;
const only = process.env.FUZZ_SEED;
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env.FUZZ_SEEDS ?? 8) }, (_, index) => index + 1);

/** To repeat one: `FUZZ_SEED=7 npx vitest run --project fuzz routing`. */
describe('routing on two nodes under everything at once', () => {
  it.each(seeds)(
    'R1 R5 R7 R8 R11 R13 R18 R19 R20 R21 M7 hold after each step: seed %i',
    async (seed) => {
      const fuzz = await RoutingFuzz.open(seededRandom(seed));
      const done: string[] = [];
      try {
        for (let step = 0; step < STEPS; step += 1) {
          done.push(await fuzz.step());
          await fuzz.check();
        }
        await fuzz.end();
        expect(fuzz.opened, 'a run in which nobody comes proves nothing').toBeGreaterThan(2);
      } catch (error) {
        throw new Error(`Seed ${seed}, step ${done.length}, after: ${done.slice(-12).join(' | ')}`, { cause: error });
      } finally {
        await fuzz.close();
      }
    },
    120_000,
  );
});
