import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import type { InTrouble, Translation, Translations } from '../../protocol/wire/outside.ts';
import { TRANSLATE_MS_MAX, TRANSLATED_AT_ONCE_MAX } from '../../protocol/wire/outside-limits.ts';
import { askOutside, type OutsideParts } from './outside-parts.ts';

/** What stands in a conversation, and is to be read in another language. */
export interface Written {
  seq: number;
  body: string;
}

/** A translated answer that is not in the box yet. */
export type AnswerAsked = 'asking' | { text: string } | Trouble;
export type Trouble = { trouble: InTrouble } | { refusal: Refusal };

/** CS8: messages of one conversation in the agent's language, and an answer in the visitor's. Nothing of it is kept beyond this page. */
export class Translating {
  /** The words of the visitor are translated as they come. */
  readonly on = signal(false);
  readonly asking = signal<ReadonlySet<number>>(new Set());
  readonly trouble = signal<Trouble | null>(null);
  readonly answer = signal<AnswerAsked | null>(null);
  /** Somebody chooses what an answer is translated into. */
  readonly choosing = signal(false);
  /** The language that the service read last in what the visitor wrote. */
  readonly theirs = signal<string | null>(null);
  readonly #found = signal<ReadonlyMap<number, Translation & { body: string }>>(new Map());
  readonly #parts: OutsideParts;
  readonly #path: string;
  #turn = 0;

  constructor(conversationPath: string, parts: OutsideParts) {
    this.#parts = parts;
    this.#path = conversationPath;
  }

  /** Of words that were edited since: none. */
  of({ seq, body }: Written): Translation | null {
    const found = this.#found.value.get(seq);
    return found?.body === body ? found : null;
  }

  /** The latest of those that are not known yet, as many as one question takes. */
  async ask(written: readonly Written[], to: string): Promise<void> {
    const wanted = written.filter((one) => !this.of(one) && !this.asking.peek().has(one.seq));
    const now = wanted.slice(-TRANSLATED_AT_ONCE_MAX);
    if (now.length === 0) return;
    const seqs = now.map(({ seq }) => seq);
    this.asking.value = new Set([...this.asking.peek(), ...seqs]);
    this.trouble.value = null;
    const answer = await this.#ask('translate', { seqs, to });
    this.asking.value = new Set([...this.asking.peek()].filter((seq) => !seqs.includes(seq)));
    const trouble = troubleOf(answer);
    this.trouble.value = trouble;
    // What goes wrong is not asked again and again by itself.
    if (trouble) this.on.value = false;
    if (!answer.ok || answer.value.kind !== 'translated') return;
    const found = new Map(this.#found.peek());
    for (const one of answer.value.translations) {
      const body = now.find(({ seq }) => seq === one.seq)?.body;
      if (body !== undefined) found.set(one.seq, { ...one, body });
      if (one.from !== null) this.theirs.value = one.from;
    }
    this.#found.value = found;
  }

  async translateAnswer(text: string, to: string): Promise<void> {
    const turn = ++this.#turn;
    this.answer.value = 'asking';
    const answer = await this.#ask('translate-answer', { text, to });
    if (turn !== this.#turn) return;
    const trouble = troubleOf(answer);
    const made = answer.ok && answer.value.kind === 'translated' ? answer.value.translations[0] : undefined;
    this.answer.value = made ? { text: made.text } : trouble;
  }

  leaveAnswer(): void {
    this.#turn += 1;
    this.answer.value = null;
    this.choosing.value = false;
  }

  #ask(what: string, body: unknown): Promise<Answer<Translations | InTrouble>> {
    return askOutside(this.#parts, { method: 'POST', path: `${this.#path}/${what}`, body, ms: TRANSLATE_MS_MAX });
  }
}

function troubleOf(answer: Answer<Translations | InTrouble>): Trouble | null {
  if (!answer.ok) return { refusal: answer };
  const { value } = answer;
  if (value.kind === 'trouble') return { trouble: value };
  return value.trouble ? { trouble: value.trouble } : null;
}
