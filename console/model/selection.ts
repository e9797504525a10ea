import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Listed } from './listed.ts';

/** What is chosen in the list; a range goes from what was chosen last (U8). */
export class Selection {
  readonly ids = signal<ReadonlySet<string>>(new Set());
  readonly count = computed(() => this.ids.value.size);
  readonly #listed: ReadonlySignal<Listed>;
  #anchor: string | null = null;

  constructor(listed: ReadonlySignal<Listed>) {
    this.#listed = listed;
  }

  toggle(conversationId: string): void {
    const next = new Set(this.ids.peek());
    if (!next.delete(conversationId)) next.add(conversationId);
    this.#anchor = conversationId;
    this.ids.value = next;
  }

  /** All from the last one chosen to this one, by what stands between them now. */
  extend(conversationId: string): void {
    const listed = this.#listed.peek();
    const to = listed.indexOf(conversationId);
    const from = this.#anchor === null ? to : listed.indexOf(this.#anchor);
    if (to < 0) return;
    const next = new Set(this.ids.peek());
    for (let at = Math.min(from < 0 ? to : from, to); at <= Math.max(from, to); at += 1) {
      const one = listed.at(at);
      if (one) next.add(one.id);
    }
    this.#anchor ??= conversationId;
    this.ids.value = next;
  }

  all(): void {
    const listed = this.#listed.peek();
    const next = new Set<string>();
    for (let at = 0; at < listed.length; at += 1) {
      const one = listed.at(at);
      if (one) next.add(one.id);
    }
    this.ids.value = next;
  }

  clear(): void {
    this.#anchor = null;
    if (this.ids.peek().size > 0) this.ids.value = new Set();
  }

  /** Those that are done need not be chosen any more. */
  drop(conversationIds: readonly string[]): void {
    const next = new Set(this.ids.peek());
    for (const id of conversationIds) next.delete(id);
    this.ids.value = next;
  }
}
