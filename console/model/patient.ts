import type { Clock } from '../../protocol/kit/clock.ts';
import type { AgentConnection } from './agent-link.ts';

/**
 * What asks for itself again, or what the next look brings: lists, marks that follow the person's eye, and what the senders
 * and the drafts hold until it is stored.
 */
const ASKS_AGAIN =
  /^(?:inbox|team):sync$|:(?:list|read|closed|earlier|watch|touch|seen|set|write)$|^(?:message:send|note:add|inbox:bulk)$/;
const TRIES_MAX = 5;
/** Longer than that nobody waits for a press: it is said. */
const WAIT_MS_MAX = 2_000;

/**
 * The pages of a long thread, and a press while the budget is used up (an agent who leafs quickly through many conversations), are
 * taken as soon as the relay has room, and not refused: what was answered `rate_limited` was not done, so asking again is safe (U18).
 */
export function patient(connection: AgentConnection, clock: Clock): AgentConnection {
  const send: AgentConnection['send'] = async (name, payload) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await connection.send(name, payload);
      if (answer.ok || answer.error !== 'rate_limited' || tries === TRIES_MAX || ASKS_AGAIN.test(name)) return answer;
      const { retryAfterMs = WAIT_MS_MAX } = answer;
      if (retryAfterMs > WAIT_MS_MAX) return answer;
      await new Promise<void>((resolve) => clock.after(retryAfterMs, resolve));
    }
  };
  return {
    get state() {
      return connection.state;
    },
    start: () => connection.start(),
    stop: () => connection.stop(),
    wake: () => connection.wake(),
    listen: (listener) => connection.listen(listener),
    send,
  };
}
