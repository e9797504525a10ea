import type { History } from './history.ts';
import type { Person } from './person.ts';

interface Broken {
  /** Null: the way is not back yet. */
  backAt: number | null;
  target: number;
}

/**
 * How long people need after their link is back until they are online and show all that was acknowledged by then. Who is
 * cut again before that begins anew.
 */
export class Repairs {
  readonly took: { fromAt: number; untilAt: number }[] = [];
  readonly #broken = new Map<Person, Broken>();
  readonly #heads = new Map<string, number>();

  constructor(history: History) {
    history.watch((line) => {
      if (line.kind !== 'ok') return;
      this.#heads.set(line.conversationId, Math.max(line.seq, this.#heads.get(line.conversationId) ?? 0));
    });
  }

  cut(person: Person): void {
    this.#broken.set(person, { backAt: null, target: 0 });
  }

  back(person: Person): void {
    const broken = this.#broken.get(person);
    if (!broken || broken.backAt !== null) return;
    broken.backAt = performance.now();
    broken.target = this.#heads.get(person.conversationId ?? '') ?? 0;
  }

  look(): void {
    for (const [person, { backAt, target }] of this.#broken) {
      if (backAt === null || !person.isOnline || person.shown < target) continue;
      this.took.push({ fromAt: backAt, untilAt: performance.now() });
      this.#broken.delete(person);
    }
  }
}
