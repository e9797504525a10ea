import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { TYPING_SHOWN_MS } from '../../protocol/wire/limits.ts';
import type { AgentCard } from '../../protocol/wire/model.ts';

/** What goes with the answer that is being written: what it answers (C19), and what was there when it was begun (C20). */
export class Answering {
  /** `seq` of the message that it answers. */
  readonly quote = signal<number | null>(null);
  /** The colleague who is writing, too. */
  readonly colleague = signal<AgentCard | null>(null);
  readonly #clock: Clock;
  #seenSeq: number | null = null;
  #stopShowing: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `last`: the last `seq` on the screen. */
  wrote(text: string, last: number): void {
    if (text.trim() === '') this.#seenSeq = null;
    else this.#seenSeq ??= last;
  }

  /** Goes with the message that leaves now. */
  peek(last: number): { quote?: number; seenSeq: number } {
    const { value: quote } = this.quote;
    return { ...(quote === null ? {} : { quote }), seenSeq: this.#seenSeq ?? last };
  }

  /** The next one begins anew. */
  sent(): void {
    this.quote.value = null;
    this.#seenSeq = null;
  }

  /** A colleague writes, or stopped. */
  heard(typing: boolean, agent: AgentCard | null): void {
    this.#stopShowing?.();
    this.#stopShowing = typing ? this.#clock.after(TYPING_SHOWN_MS, () => this.heard(false, agent)) : null;
    this.colleague.value = typing ? agent : null;
  }

  dispose(): void {
    this.#stopShowing?.();
  }
}
