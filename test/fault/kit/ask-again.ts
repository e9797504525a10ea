import { systemClock } from '../../../server/platform/system-clock.ts';
import type { PlainClient } from '../../support/plain-client.ts';

/** Asks, and again when it was told to come back later, as docs/protocol.md asks of every client (O3). */
export async function askAgain(client: PlainClient, name: string, payload: object): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await client.command(name, payload);
    if (answer.error !== 'unavailable') return answer;
    await new Promise<void>((resolve) => void systemClock.after(Number(answer.retryAfterMs), resolve));
  }
}
