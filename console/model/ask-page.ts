import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Position } from '../../protocol/wire/events.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';

/** After this the reader's own ways of asking again are enough: the next fact, head or reconnect. */
const TRIES_MAX = 5;
/** Where the relay does not say how long. */
const WAIT_MS = 1_000;

/** One page of a thread. A long one takes many: who opens some of them one after another is told to wait, and goes on then. */
export async function askPage(
  { connection, clock }: { connection: AgentConnection; clock: Clock },
  position: Position,
): Promise<Answer<SyncPage>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await connection.send('conversation:sync', position);
    if (answer.ok || answer.error !== 'rate_limited' || tries === TRIES_MAX) return answer;
    await new Promise<void>((resolve) => clock.after(answer.retryAfterMs ?? WAIT_MS, resolve));
  }
}
