import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { AGENT_LEASE_RENEW_MS } from '../../protocol/wire/limits.ts';
import type { Report } from '../observe/report.ts';
import type { Context, Notice } from '../usecases/context.ts';
import { keepPresence } from '../usecases/keep-presence.ts';
import { leavePresence } from '../usecases/leave-presence.ts';
import { every } from './every.ts';

export interface PresenceParts {
  context: Context;
  clock: Clock;
  report: Report;
  tell(notices: Notice[]): void;
}

/**
 * Who of the team has a connection here. The lease in the store is what counts (R7): it is renewed for all at once
 * while they are here, and shortened when the last connection of one goes.
 */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #connections = new Map<string, number>();
  readonly #stop: Cancel;
  #closing = false;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    const onError = (error: unknown) => parts.report({ kind: 'background_failed', task: 'presence', error });
    this.#stop = every(parts.clock, AGENT_LEASE_RENEW_MS, () => this.renew(), onError);
  }

  get agentIds(): string[] {
    return [...this.#connections.keys()];
  }

  came(agentId: string): void {
    this.#connections.set(agentId, (this.#connections.get(agentId) ?? 0) + 1);
  }

  left(agentId: string, how: 'closed' | 'signed_out'): void {
    const rest = (this.#connections.get(agentId) ?? 1) - 1;
    if (rest > 0) {
      this.#connections.set(agentId, rest);
      return;
    }
    this.#connections.delete(agentId);
    // The relay goes, not the agent: her lease waits for the next start.
    if (!this.#closing) void this.#leave(agentId, how);
  }

  stop(): void {
    this.#closing = true;
    this.#stop();
  }

  async renew(): Promise<void> {
    if (this.#connections.size > 0) await keepPresence(this.#parts.context, this.agentIds);
  }

  async #leave(agentId: string, how: 'closed' | 'signed_out'): Promise<void> {
    try {
      const done = await leavePresence(this.#parts.context, agentId, how);
      // Back in the meantime: the shortened lease must not outlive the new connection's.
      if (this.#connections.has(agentId)) await keepPresence(this.#parts.context, [agentId]);
      this.#parts.tell(done.notices);
    } catch (error) {
      this.#parts.report({ kind: 'background_failed', task: 'presence', error });
    }
  }
}
