import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import { type ErrorCode, remedyOf } from '../../protocol/wire/errors.ts';
import type { BulkAct, BulkDone } from '../../protocol/wire/inbox.ts';
import { INBOX_BULK_MAX } from '../../protocol/wire/inbox-limits.ts';
import type { AgentConnection } from './agent-link.ts';

/** What has become of all of them (U8). */
export interface BulkResult {
  act: BulkAct;
  done: readonly string[];
  /** How many for each reason. */
  refused: ReadonlyMap<ErrorCode, readonly string[]>;
  /** Not asked any more: the link went, or somebody stopped it. */
  left: number;
}

interface Parts {
  connection: Pick<AgentConnection, 'send'>;
  clock: Clock;
  onDone(conversationIds: readonly string[]): void;
}

/** The relay is asked again after a break so often, for the same part. */
const TRIES_MAX = 5;

/** One verb for many: asked for in parts, and answered as one. */
export class Bulk {
  /** How many of how many have been asked for; null: nothing is under way. */
  readonly progress = signal<{ asked: number; total: number } | null>(null);
  readonly result = signal<BulkResult | null>(null);
  readonly #parts: Parts;
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(act: BulkAct, conversationIds: readonly string[]): Promise<void> {
    if (this.progress.peek() || conversationIds.length === 0) return;
    this.#stopped = false;
    this.result.value = null;
    const total = conversationIds.length;
    const done: string[] = [];
    const refused = new Map<ErrorCode, string[]>();
    let asked = 0;
    while (asked < total && !this.#stopped) {
      this.progress.value = { asked, total };
      const part = conversationIds.slice(asked, asked + INBOX_BULK_MAX);
      const answer = await this.#ask(act, part);
      if (!answer) break;
      asked += part.length;
      done.push(...answer.done);
      for (const { conversationId, error } of answer.refused) {
        const code = error as ErrorCode;
        const same = refused.get(code);
        if (same) same.push(conversationId);
        else refused.set(code, [conversationId]);
      }
      this.#parts.onDone(answer.done);
    }
    this.progress.value = null;
    this.result.value = { act, done, refused, left: total - asked };
  }

  /** After the part that is under way. */
  stop(): void {
    this.#stopped = true;
  }

  forget(): void {
    this.result.value = null;
  }

  /** Tags go back as they came; everything else was asked for before. */
  async undo(): Promise<void> {
    const { value: result } = this.result;
    if (result?.act.do !== 'tag') return;
    await this.run({ do: 'tag', add: result.act.remove, remove: result.act.add }, result.done);
    this.forget();
  }

  /** Undefined: it was not answered. What the relay is too busy for is asked for again when it says so. */
  async #ask(act: BulkAct, conversationIds: readonly string[]): Promise<BulkDone | undefined> {
    for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
      const answer = await this.#parts.connection.send('inbox:bulk', { act, conversationIds: [...conversationIds] });
      if (answer.ok) return answer.value;
      if (remedyOf(answer.error) !== 'later') return;
      await this.#wait(answer.retryAfterMs ?? 1_000);
      if (this.#stopped) return;
    }
    return;
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.clock.after(ms, () => resolve());
    });
  }
}
