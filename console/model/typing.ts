import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { TYPING_SENT_EVERY_MS, TYPING_SHOWN_MS } from '../../protocol/wire/limits.ts';

export interface TypingParts {
  clock: Clock;
  /** Tells the other side; the answer does not matter. */
  tell(typing: boolean): void;
}

/** Both directions of "is writing" in one conversation. Neither may stick: each has an end by itself. */
export class Typing {
  readonly theirs = signal(false);
  /** What they wrote and did not send, where the owner lets it be seen (J17). */
  readonly words = signal('');
  readonly #parts: TypingParts;
  #toldAt: number | null = null;
  #stopTelling: Cancel | null = null;
  #stopShowing: Cancel | null = null;

  constructor(parts: TypingParts) {
    this.#parts = parts;
  }

  /** The draft changed. Told at most once in TYPING_SENT_EVERY_MS. */
  wrote(text: string): void {
    if (!text.trim()) {
      this.stop();
      return;
    }
    const { clock, tell } = this.#parts;
    this.#stopTelling?.();
    this.#stopTelling = clock.after(TYPING_SHOWN_MS, () => this.stop());
    if (this.#toldAt !== null && clock.now() - this.#toldAt < TYPING_SENT_EVERY_MS) return;
    this.#toldAt = clock.now();
    tell(true);
  }

  /** Sent, emptied or left. */
  stop(): void {
    this.#stopTelling?.();
    this.#stopTelling = null;
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#parts.tell(false);
  }

  /** The visitor writes, or stopped. Words that are not named are those that were told before. */
  heard(typing: boolean, words: string = this.words.peek()): void {
    this.#stopShowing?.();
    this.#stopShowing = typing ? this.#parts.clock.after(TYPING_SHOWN_MS, () => this.heard(false)) : null;
    this.theirs.value = typing;
    this.words.value = typing ? words : '';
  }

  dispose(): void {
    this.stop();
    this.heard(false);
  }
}
