import { systemClock } from '../../../server/platform/system-clock.ts';
import type { Place } from './place.ts';

const LOOK_EVERY_MS = 20;
const ANSWER_MS_MAX = 60_000;

/** What the relay of the fault suite's build has left after a full collection, bytes. Start it with --expose-gc. */
export async function probe(place: Place): Promise<{ rss: number; heapUsed: number }> {
  const before = probesIn(place).length;
  process.kill(place.relay.pid(), 'SIGUSR2');
  for (let waited = 0; waited < ANSWER_MS_MAX; waited += LOOK_EVERY_MS) {
    const told = probesIn(place)[before];
    if (told) return (JSON.parse(told) as { probe: { rss: number; heapUsed: number } }).probe;
    await new Promise<void>((resolve) => void systemClock.after(LOOK_EVERY_MS, resolve));
  }
  throw new Error('The relay did not say how much memory it has left.');
}

function probesIn(place: Place): string[] {
  return place.relay.printed().match(/\{"probe":.*\}\}/g) ?? [];
}
