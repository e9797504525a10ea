import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FindKind, FindQuestion, FoundLine, FoundPage } from '../../protocol/wire/find.ts';
import { FIND_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { Api } from './api.ts';

/** Looked for once the person stops typing for this long. */
const PAUSE_MS = 250;

export interface FindFilters {
  kind: FindKind | null;
  status: 'open' | 'closed' | null;
  author: 'visitor' | 'agent' | null;
}

export interface FindParts {
  api: Api;
  clock: Clock;
  onSessionEnded(): void;
}

/** Looking for words (docs/find.md). What comes late, after another question, is not shown. */
export class Find {
  readonly charsMax = FIND_CHARS_MAX;
  readonly text = signal('');
  readonly filters = signal<FindFilters>({ kind: null, status: null, author: null });
  readonly state = signal<'nothing_asked' | 'loading' | 'ready' | 'failed' | 'refused'>('nothing_asked');
  readonly lines = signal<readonly FoundLine[]>([]);
  readonly next = signal<string | null>(null);
  readonly catchingUp = signal(false);
  readonly #parts: FindParts;
  #pause: Cancel | null = null;
  #asked = 0;

  constructor(parts: FindParts) {
    this.#parts = parts;
  }

  type(text: string): void {
    this.text.value = text;
    this.#pause?.();
    this.#pause = this.#parts.clock.after(PAUSE_MS, () => void this.look());
  }

  filter(part: Partial<FindFilters>): void {
    this.filters.value = { ...this.filters.peek(), ...part };
    void this.look();
  }

  /** J12: what was found of it is kept nowhere any more. */
  forget(conversationId: string): void {
    const rest = this.lines.peek().filter((line) => line.conversationId !== conversationId);
    if (rest.length < this.lines.peek().length) this.lines.value = rest;
  }

  /** L8: `least` lines, as many as there were, where somebody comes back: what was removed meanwhile is not shown any more. */
  async look(least = 0): Promise<void> {
    this.#pause?.();
    this.#pause = null;
    const asked = ++this.#asked;
    if (this.text.peek().trim() === '') {
      this.lines.value = [];
      this.next.value = null;
      this.state.value = 'nothing_asked';
      return;
    }
    this.state.value = 'loading';
    await this.#goOn(asked, undefined, [], least);
  }

  async more(): Promise<void> {
    const cursor = this.next.peek();
    if (cursor === null || this.state.peek() === 'loading') return;
    const asked = ++this.#asked;
    this.state.value = 'loading';
    await this.#goOn(asked, cursor, this.lines.peek());
  }

  /** L9: a page without a line is only a stretch without one; it goes on behind it until there is something, or the end. */
  async #goOn(asked: number, cursor: string | undefined, before: readonly FoundLine[], least = 0): Promise<void> {
    const answer = await this.#ask(cursor);
    if (asked !== this.#asked) return;
    const lines = answer.ok ? answer.value.lines : [];
    const next = answer.ok ? answer.value.next : null;
    const known = [...before, ...lines];
    if (next !== null && (lines.length === 0 || known.length < least)) await this.#goOn(asked, next, known, least);
    else this.#show(answer, known);
  }

  #ask(cursor?: string): Promise<Answer<FoundPage>> {
    const { kind, status, author } = this.filters.peek();
    const question: FindQuestion = { text: this.text.peek() };
    if (kind) question.kind = kind;
    if (status) question.status = status;
    if (author) question.author = author;
    if (cursor) question.cursor = cursor;
    return this.#parts.api.find(question);
  }

  #show(answer: Answer<FoundPage>, lines: readonly FoundLine[]): void {
    if (!answer.ok) {
      if (answer.error === 'unauthorized') this.#parts.onSessionEnded();
      this.state.value = answer.error === 'invalid_payload' ? 'refused' : 'failed';
      return;
    }
    this.lines.value = lines;
    this.next.value = answer.value.next;
    this.catchingUp.value = answer.value.catchingUp;
    this.state.value = 'ready';
  }
}
