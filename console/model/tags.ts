import { signal } from '@preact/signals';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { TAG_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentConnection } from './agent-link.ts';

/** What a conversation is about, in the team's words (U7); the list tells what became of it. */
export class Tags {
  readonly charsMax = TAG_CHARS_MAX;
  readonly busy = signal(false);
  readonly #connection: Pick<AgentConnection, 'send'>;

  constructor(connection: Pick<AgentConnection, 'send'>) {
    this.#connection = connection;
  }

  add(conversationId: string, tag: string): Promise<Refusal | null> {
    return this.#change({ conversationId, add: [tag], remove: [] });
  }

  remove(conversationId: string, tag: string): Promise<Refusal | null> {
    return this.#change({ conversationId, add: [], remove: [tag] });
  }

  async #change(given: { conversationId: string; add: string[]; remove: string[] }): Promise<Refusal | null> {
    this.busy.value = true;
    const answer = await this.#connection.send('conversation:tag', given);
    this.busy.value = false;
    return answer.ok ? null : answer;
  }
}
