import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

/** Short words about what a press did, by name; the sentences live in the UI. */
export type NoticeName = 'copied' | 'not_copied' | 'not_closed' | 'not_set' | 'outbox_full' | 'not_signed_out';

const SHOWN_MS = 6_000;

export class Notice {
  readonly current = signal<NoticeName | null>(null);
  readonly #clock: Clock;
  #end: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  show(name: NoticeName): void {
    this.#end?.();
    this.current.value = name;
    this.#end = this.#clock.after(SHOWN_MS, () => this.hide());
  }

  hide(): void {
    this.#end?.();
    this.#end = null;
    this.current.value = null;
  }
}
