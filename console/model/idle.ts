import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** The relay warned that nobody touched a console of mine for a while (T12). Any input takes the warning away. */
export class Idle {
  readonly #awayAt = signal<number | null>(null);
  /** How long there is left, or null. */
  readonly leftMs: ReadonlySignal<number | null>;

  constructor(now: ReadonlySignal<number>) {
    this.leftMs = computed(() => {
      const { value: awayAt } = this.#awayAt;
      return awayAt === null || awayAt <= now.value ? null : awayAt - now.value;
    });
  }

  get warned(): boolean {
    return this.#awayAt.peek() !== null;
  }

  heard(awayAt: number): void {
    this.#awayAt.value = awayAt;
  }

  clear(): void {
    this.#awayAt.value = null;
  }
}
