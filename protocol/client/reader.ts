import type { Answer } from '../wire/errors.ts';
import type { Position } from '../wire/events.ts';
import type { Entry, Marks, SyncPage } from '../wire/model.ts';
import { addEntries, addHead, addMarks, addPage, emptyTimeline, isBehind, type Timeline } from './timeline.ts';

export interface ReaderParts {
  conversationId: string;
  /** Asks for the page after a position. Must not reject. */
  sync(position: Position): Promise<Answer<SyncPage>>;
  onChange(timeline: Timeline): void;
}

/**
 * Keeps one timeline complete: applies what comes next, and asks for what is missing as soon as it hears of a
 * later `seq`. Failed asks are not repeated here: the next fact, head or reconnect asks again.
 */
export class Reader {
  #timeline: Timeline;
  #asking = false;
  #disposed = false;
  readonly #parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    this.#timeline = emptyTimeline(parts.conversationId);
  }

  get timeline(): Timeline {
    return this.#timeline;
  }

  addEntry(entry: Entry): void {
    this.#set(addEntries(this.#timeline, [entry]));
    this.#repair();
  }

  addHead(head: number): void {
    this.#set(addHead(this.#timeline, head));
    this.#repair();
  }

  addPage(page: SyncPage): void {
    this.#set(addPage(this.#timeline, page));
    this.#repair();
  }

  addMarks(marks: Marks): void {
    this.#set(addMarks(this.#timeline, marks));
  }

  /** Asks for whatever came after the last entry held: after a reconnect, or to open a conversation. */
  catchUp(): Promise<void> {
    return this.#ask();
  }

  dispose(): void {
    this.#disposed = true;
  }

  #repair(): void {
    if (isBehind(this.#timeline)) void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#asking || this.#disposed) return;
    this.#asking = true;
    let goOn = true;
    while (goOn && !this.#disposed) {
      const before = this.#timeline.last;
      const answer = await this.#parts.sync({ conversationId: this.#timeline.conversationId, afterSeq: before });
      if (this.#disposed || !answer.ok) break;
      this.#set(addPage(this.#timeline, answer.value));
      // Without progress the relay has nothing for us now; asking on would spin.
      goOn = isBehind(this.#timeline) && this.#timeline.last > before;
    }
    this.#asking = false;
  }

  #set(timeline: Timeline): void {
    if (timeline === this.#timeline) return;
    this.#timeline = timeline;
    this.#parts.onChange(timeline);
  }
}
