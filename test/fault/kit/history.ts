import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What clients did and saw, in Jepsen's words: `invoke` the person pressed Enter, `ok` the relay answered where it
 * stands, `fail` the relay refused for good, `info` nobody knows, `shown` a reader put it on the screen, `dropped` a
 * reader threw away what it showed because another epoch began.
 */
export type Line = {
  /** Milliseconds since 1970 on this machine. */
  at: number;
  client: string;
  conversationId: string;
} & (
  | { kind: 'invoke'; clientId: string }
  | { kind: 'ok'; clientId: string; seq: number }
  | { kind: 'fail'; clientId: string; error: string }
  | { kind: 'info'; clientId: string; error: string }
  | { kind: 'shown'; seq: number; clientId: string | null }
  | { kind: 'dropped' }
);

type Distributed<T> = T extends unknown ? Omit<T, 'at'> : never;

export class History {
  readonly lines: Line[] = [];
  readonly #counts = new Map<Line['kind'], number>();
  readonly name: string;
  readonly seed: number;
  readonly #watchers = new Set<(line: Line) => void>();

  constructor(name: string, seed: number) {
    this.name = name;
    this.seed = seed;
  }

  add(line: Distributed<Line>): void {
    const whole = { at: Date.now(), ...line } as Line;
    this.lines.push(whole);
    this.#counts.set(line.kind, this.count(line.kind) + 1);
    for (const watch of [...this.#watchers]) watch(whole);
  }

  watch(watcher: (line: Line) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  count(kind: Line['kind']): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** Kept for whoever looks into a run that failed. */
  save(): string {
    const folder = fileURLToPath(new URL('../../../test-results/histories', import.meta.url));
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${this.name.replace(/[^a-z0-9]+/gi, '-')}-${this.seed}.jsonl`);
    writeFileSync(file, this.lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return file;
  }
}
