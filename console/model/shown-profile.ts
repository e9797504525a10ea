import { signal } from '@preact/signals';
import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { AgentConnection } from './agent-link.ts';

/** What the page of a conversation's visitor says of her. Asked for when it is opened, and when it changed. */
export class ShownProfile {
  readonly profile = signal<AgentCommands['visitor:read']['out'] | null>(null);
  /** Nothing is known of her, and that could not be had. */
  readonly failed = signal(false);
  readonly #connection: AgentConnection;
  readonly #conversationId: string;

  constructor(connection: AgentConnection, conversationId: string) {
    this.#connection = connection;
    this.#conversationId = conversationId;
  }

  /** The relay said that it changed, or there is a connection again. */
  heard(conversationId: string): void {
    if (conversationId === this.#conversationId) void this.ask();
  }

  /** What is said of her is nothing any more, or something else. */
  again(): void {
    this.profile.value = null;
    void this.ask();
  }

  async ask(): Promise<void> {
    const { state } = this.#connection;
    if (state.status !== 'online') return;
    const answer = await this.#connection.send('visitor:read', { conversationId: this.#conversationId });
    if (answer.ok) this.profile.value = answer.value;
    this.failed.value = !answer.ok && this.profile.peek() === null;
  }
}
