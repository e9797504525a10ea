import { signal } from '@preact/signals';
import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { AgentConnection } from './agent-link.ts';

/** What the page of the shown conversation's visitor says of her. Asked for when it is shown, and when it changed. */
export class ShownProfile {
  readonly profile = signal<AgentCommands['visitor:read']['out'] | null>(null);
  readonly #connection: AgentConnection;
  #shown: string | null = null;

  constructor(connection: AgentConnection) {
    this.#connection = connection;
  }

  show(conversationId: string | null): void {
    if (conversationId === this.#shown) return;
    this.#shown = conversationId;
    this.profile.value = null;
    void this.ask();
  }

  /** The relay said that it changed, or there is a connection again. */
  heard(conversationId: string): void {
    if (conversationId === this.#shown) void this.ask();
  }

  async ask(): Promise<void> {
    const conversationId = this.#shown;
    if (conversationId === null || this.#connection.state.status !== 'online') return;
    const answer = await this.#connection.send('visitor:read', { conversationId });
    if (answer.ok && conversationId === this.#shown) this.profile.value = answer.value;
  }
}
