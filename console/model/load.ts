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

  async ask(question: () => Promise<Answer<T>>): Promise<void> {
    const asked = ++this.#asked;
    this.state.value = { status: 'loading' };
    const answer = await question();
    if (asked !== this.#asked) return;
    this.state.value = answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', refusal: answer };
  }

  /** What is known stays while it is asked for again, and where that fails. */
  async again(question: () => Promise<Answer<T>>): Promise<void> {
    if (this.state.peek().status !== 'ready') return this.ask(question);
    const asked = ++this.#asked;
    const answer = await question();
    if (asked === this.#asked && answer.ok) this.state.value = { status: 'ready', value: answer.value };
  }

  clear(): void {
    this.#asked += 1;
    this.state.value = { status: 'idle' };
  }
}
