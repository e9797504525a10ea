import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';

export type Loaded<T> =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  | { status: 'failed'; refusal: Refusal };

/** One question at a time whose latest answer counts. */
export class Load<T> {
  readonly state = signal<Loaded<T>>({ status: 'idle' });
  #asked = 0;

  /** Whether it was answered. */
  async ask(question: () => Promise<Answer<T>>): Promise<boolean> {
    const asked = ++this.#asked;
    this.state.value = { status: 'loading' };
    const answer = await question();
    if (asked !== this.#asked) return answer.ok;
    this.state.value = answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', refusal: answer };
    return answer.ok;
  }

  /** What is known stays while it is asked for again, and where that fails. */
  async again(question: () => Promise<Answer<T>>): Promise<boolean> {
    if (this.state.peek().status !== 'ready') return this.ask(question);
    const asked = ++this.#asked;
    const answer = await question();
    if (asked === this.#asked && answer.ok) this.state.value = { status: 'ready', value: answer.value };
    return answer.ok;
  }

  /** It is known without asking, as after it was kept: an answer that is still on its way is older. */
  put(value: T): void {
    this.#asked += 1;
    this.state.value = { status: 'ready', value };
  }

  clear(): void {
    this.#asked += 1;
    this.state.value = { status: 'idle' };
  }
}

/**
 * Answers may overtake each other: what was asked for before a change was kept would put the old back when it comes after it. So a word
 * counts only as long as none that was asked for later has been taken (Z13).
 */
export class Latest {
  #asked = 0;
  #taken = 0;

  /** Asks now; what comes says, once its answer is there, whether it may be taken. */
  ask(): () => boolean {
    const asked = ++this.#asked;
    return () => {
      if (asked < this.#taken) return false;
      this.#taken = asked;
      return true;
    };
  }

  /** Something newer is known than whatever is on its way. */
  tell(): void {
    this.#taken = ++this.#asked;
  }
}
