import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** What was begun and not sent, one text for each conversation. */
export class Drafts {
  readonly #memory: Memory;
  readonly #prefix: string;

  readonly #onWrite: (conversationId: string, text: string) => void;

  constructor(
    memory: Memory,
    agentId: string,
    kind: 'draft:' | 'note-draft:',
    onWrite: (conversationId: string, text: string) => void = () => {},
  ) {
    this.#memory = memory;
    this.#onWrite = onWrite;
    this.#prefix = privateKey(agentId, kind);
  }

  read(conversationId: string): string {
    return this.#memory.read(this.#prefix + conversationId) ?? '';
  }

  write(conversationId: string, text: string): void {
    if (text === this.read(conversationId)) return;
    this.keep(conversationId, text);
    this.#onWrite(conversationId, text);
  }

  /** Another tab of this browser wrote it: two boxes never hold two texts of which one would be lost (D2). */
  listen(conversationId: string, show: { value: string }): () => void {
    return this.#memory.listen(this.#prefix + conversationId, () => {
      show.value = this.read(conversationId);
    });
  }

  /** What came from another device: nobody has to be told. */
  keep(conversationId: string, text: string): void {
    if (text) this.#memory.write(this.#prefix + conversationId, text);
    else this.#memory.remove(this.#prefix + conversationId);
  }
}
