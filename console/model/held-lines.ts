import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { Line } from './inbox-order.ts';

/** What the index holds, to be read as a map. A new one after each change says that there was one, and copies nothing. */
export class HeldLines {
  readonly #lines: ReadonlyMap<string, Line>;

  constructor(lines: ReadonlyMap<string, Line>) {
    this.#lines = lines;
  }

  get size(): number {
    return this.#lines.size;
  }

  get(conversationId: string): ConversationSummary | undefined {
    return this.#lines.get(conversationId)?.summary;
  }

  keys(): Iterable<string> {
    return this.#lines.keys();
  }

  *values(): Iterable<ConversationSummary> {
    for (const { summary } of this.#lines.values()) yield summary;
  }
}
