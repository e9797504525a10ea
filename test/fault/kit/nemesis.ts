import type { Random } from '../../../protocol/kit/random.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import type { Link } from './tcp-proxy.ts';

export interface NemesisParts {
  random: Random;
  ms: number;
  links: readonly Link[];
  onCut?(link: Link): void;
  /** Kills the relay and starts it again. */
  kill(): Promise<void>;
}

const KILL_EVERY_MS = 6_000;

/** Half of the links are cut every one to three seconds, and the relay is killed every six. */
export async function rage(parts: NemesisParts): Promise<{ cuts: number; kills: number }> {
  const [cuts, kills] = await Promise.all([cutLinks(parts), killRelay(parts)]);
  return { cuts, kills };
}

async function cutLinks({ random, ms, links, onCut }: NemesisParts): Promise<number> {
  const endsAt = performance.now() + ms;
  let cuts = 0;
  for (;;) {
    await passes(1_000 + random() * 2_000);
    if (performance.now() >= endsAt) return cuts;
    cuts += 1;
    for (const link of links) {
      if (random() < 0.5) continue;
      // A polite end of one half is a cut too, for whoever believes only in resets.
      if (random() < 0.2) link.halfClose();
      else link.cut();
      onCut?.(link);
    }
  }
}

async function killRelay({ ms, kill }: NemesisParts): Promise<number> {
  const endsAt = performance.now() + ms;
  let kills = 0;
  for (;;) {
    await passes(KILL_EVERY_MS);
    if (performance.now() >= endsAt) return kills;
    kills += 1;
    await kill();
  }
}

/** The weather has a clock of its own. */
function passes(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}
