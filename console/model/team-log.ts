import { signal } from '@preact/signals';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { TeamEntry, TeamPage } from '../../protocol/wire/team.ts';

/**
 * The team's own sequence of one conversation (T10), complete and in order: what comes next is taken, what is missing is
 * asked for as soon as a later number is heard of.
 */
export class TeamLog {
  readonly entries = signal<readonly TeamEntry[]>([]);
  /** All that there was has come. */
  readonly isRead = signal(false);
  readonly #sync: (afterNumber: number) => Promise<Answer<TeamPage>>;
  #head = 0;
  #asking = false;
  #disposed = false;

  constructor(sync: (afterNumber: number) => Promise<Answer<TeamPage>>) {
    this.#sync = sync;
  }

  get last(): number {
    return this.entries.peek().at(-1)?.number ?? 0;
  }

  add(entry: TeamEntry): void {
    this.#take([entry]);
    this.addHead(entry.number);
  }

  /** The list knows of this number. */
  addHead(head: number): void {
    if (head > this.#head) this.#head = head;
    if (this.last < this.#head) void this.catchUp();
  }

  async catchUp(): Promise<void> {
    if (this.#asking || this.#disposed) return;
    this.#asking = true;
    for (let goOn = true; goOn; ) {
      const before = this.last;
      const answer = await this.#sync(before);
      if (this.#disposed || !answer.ok) break;
      this.#take(answer.value.entries);
      this.#head = Math.max(this.#head, answer.value.head);
      this.isRead.value ||= this.last >= this.#head;
      // Without progress the relay has nothing for us now; the next fact or beat asks again.
      goOn = this.last > before && this.last < this.#head;
    }
    this.#asking = false;
  }

  dispose(): void {
    this.#disposed = true;
  }

  #take(given: readonly TeamEntry[]): void {
    const fresh: TeamEntry[] = [];
    for (const entry of given) if (entry.number === this.last + fresh.length + 1) fresh.push(entry);
    if (fresh.length > 0) this.entries.value = [...this.entries.peek(), ...fresh];
  }
}
