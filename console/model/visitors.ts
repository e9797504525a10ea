import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { PROACTIVE_TEXT_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { Invite, PresentList } from '../../protocol/wire/people.ts';
import type { Api } from './api.ts';

export interface VisitorsParts {
  api: Pick<Api, 'people'>;
  clock: Clock;
  onSessionEnded(): void;
}

const EVERY_MS = 1_000;
/** While the relay does not answer. */
const RETRY_MS = 5_000;

/** Who is on the site now (J10): asked for once a second while somebody looks, and kept nowhere. */
export class Visitors {
  readonly textMax = PROACTIVE_TEXT_CHARS_MAX;
  readonly list = signal<PresentList | null>(null);
  readonly failed = signal(false);
  readonly #parts: VisitorsParts;
  #next: Cancel | null = null;
  #watching = false;

  constructor(parts: VisitorsParts) {
    this.#parts = parts;
  }

  watch(on: boolean): void {
    this.#watching = on;
    this.#next?.();
    this.#next = null;
    if (on) void this.#look();
    else this.list.value = null;
  }

  /** What went wrong, or null. */
  async invite(key: string, text: string): Promise<Refusal | null> {
    const answer = await this.#parts.api.people<Invite>('POST', `visitors/${encodeURIComponent(key)}/invite`, { text });
    if (this.#watching) await this.#read();
    return answer.ok ? null : answer;
  }

  async #look(): Promise<void> {
    await this.#read();
    if (!this.#watching) return;
    this.#next?.();
    this.#next = this.#parts.clock.after(this.failed.peek() ? RETRY_MS : EVERY_MS, () => void this.#look());
  }

  async #read(): Promise<void> {
    const answer: Answer<PresentList> = await this.#parts.api.people('GET', 'visitors');
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    if (!this.#watching) return;
    this.failed.value = !answer.ok;
    if (answer.ok) this.list.value = answer.value;
  }
}
