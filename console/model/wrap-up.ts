import { signal } from '@preact/signals';
import type { AgentConnection, AgentEvent } from './agent-link.ts';

/** The time after a conversation for which my room is held (C15). */
export class WrapUp {
  /** By the relay's clock; null: nothing is held. */
  readonly until = signal<number | null>(null);
  readonly #connection: AgentConnection;

  constructor(connection: AgentConnection) {
    this.#connection = connection;
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') this.until.value = event.payload.wrapUpUntil ?? null;
    else if (event.name === 'wrapup:changed') this.until.value = event.payload.until;
  }

  /** I am done: the next one may come. */
  async end(): Promise<void> {
    const held = this.until.value;
    this.until.value = null;
    const answer = await this.#connection.send('wrapup:end', {});
    if (!answer.ok) this.until.value = held;
  }
}
