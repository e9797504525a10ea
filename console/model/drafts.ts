import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** What was begun and not sent, one text for each conversation. */
export class Drafts {
  readonly #memory: Memory;
  readonly #prefix: string;

  constructor(memory: Memory, agentId: string, kind: 'draft:' | 'note-draft:') {
    this.#memory = memory;
    this.#prefix = privateKey(agentId, kind);
  }

  read(conversationId: string): string {
    return this.#memory.read(this.#prefix + conversationId) ?? '';
  }

  write(conversationId: string, text: string): void {
    if (text) this.#memory.write(this.#prefix + conversationId, text);
    else this.#memory.remove(this.#prefix + conversationId);
  }
}
