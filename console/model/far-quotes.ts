import { signal } from '@preact/signals';
import type { Timeline } from '../../protocol/client/timeline.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Entry, MessageEntry, SyncPage } from '../../protocol/wire/model.ts';
import { firstOf } from './stretch.ts';

/** What messages of a long thread answer, where that stands above all that is held (C19): asked for by its place, and kept. */
export class FarQuotes {
  readonly held = signal<ReadonlyMap<number, MessageEntry>>(new Map());
  readonly #ask: (afterSeq: number) => Promise<Answer<SyncPage>>;
  readonly #wanted = new Set<number>();
  #asking = false;

  constructor(ask: (afterSeq: number) => Promise<Answer<SyncPage>>) {
    this.#ask = ask;
  }

  /** `quotes`: places that are answered, whether they are held or not. */
  want(shown: Timeline, quotes: Iterable<number>): void {
    const first = firstOf(shown);
    for (const seq of quotes) {
      const isHeld = seq >= first && seq <= shown.last;
      if (!isHeld && !this.held.peek().has(seq)) this.#wanted.add(seq);
    }
    void this.#fetch();
  }

  /** What is about to be answered is in the box, also when something else is shown. */
  keep(entries: Iterable<Entry | undefined>): void {
    const held = new Map(this.held.peek());
    for (const entry of entries) if (entry?.kind === 'message') held.set(entry.seq, entry);
    this.held.value = held;
  }

  revised(entry: Entry): void {
    const said = entry.kind === 'revised' ? this.held.peek().get(entry.of) : undefined;
    if (said && entry.kind === 'revised')
      this.keep([{ ...said, body: entry.body, file: undefined, revisedAt: entry.at } as MessageEntry]);
  }

  /** One page after another: it often holds more than one of them. */
  async #fetch(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    for (let seq = lowest(this.#wanted); seq !== null; seq = lowest(this.#wanted)) {
      const answer = await this.#ask(seq - 1);
      // The next change of the thread wants them again.
      if (!answer.ok) break;
      const { entries } = answer.value;
      this.keep(entries.filter((entry) => this.#wanted.has(entry.seq)));
      this.#wanted.delete(seq);
      for (const entry of entries) this.#wanted.delete(entry.seq);
    }
    this.#wanted.clear();
    this.#asking = false;
  }
}

function lowest(seqs: ReadonlySet<number>): number | null {
  return seqs.size === 0 ? null : Math.min(...seqs);
}
