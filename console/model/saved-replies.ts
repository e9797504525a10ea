import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { type Filled, fillReply, type ReplyValues } from '../../protocol/wire/fill-reply.ts';
import { MESSAGE_CHARS_MAX, SHORTCUT_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { Api } from './api.ts';
import { fold } from './fold.ts';
import { Latest } from './load.ts';

export interface SavedRepliesParts {
  api: Api;
  onSessionEnded(): void;
}

const SHOWN_MAX = 8;

/** Saved replies: found while an answer is written (V2), and written by those who may. */
export class SavedReplies {
  readonly state = signal<'idle' | 'ready' | 'failed'>('idle');
  readonly all = signal<readonly SavedReply[]>([]);
  readonly saving = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = { shortcutMax: SHORTCUT_CHARS_MAX, bodyMax: MESSAGE_CHARS_MAX };
  /** V3 */
  readonly fill: (body: string, values: ReplyValues) => Filled = fillReply;
  readonly #parts: SavedRepliesParts;
  readonly #latest = new Latest();

  constructor(parts: SavedRepliesParts) {
    this.#parts = parts;
  }

  /** What is known stays while it is asked for again. */
  async load(): Promise<void> {
    const isLatest = this.#latest.ask();
    const answer = await this.#guard(this.#parts.api.replies());
    if (answer.ok && isLatest()) this.all.value = answer.value;
    if (answer.ok) this.state.value = 'ready';
    else if (this.state.value === 'idle') this.state.value = 'failed';
  }

  /** Whether this text asks for one: a slash at its very beginning, and no space yet. */
  isAsking(text: string): boolean {
    return /^\/\S*$/u.test(text);
  }

  /** Shortcuts that begin so, then those that hold it, then texts that hold it. */
  find(text: string, departmentId: string | null): SavedReply[] {
    const word = fold(text.slice(1));
    const ranked = this.all.value
      .filter((reply) => departmentId === null || reply.departmentId === null || reply.departmentId === departmentId)
      .map((reply) => ({ reply, rank: rankOf(reply, word), near: nearness(reply) }))
      .filter(({ rank }) => rank < 3);
    // Of equal ones one's own come first, then those of the conversation's own department.
    ranked.sort((a, b) => a.rank - b.rank || a.near - b.near || (a.reply.shortcut < b.reply.shortcut ? -1 : 1));
    return ranked.slice(0, SHOWN_MAX).map(({ reply }) => reply);
  }

  add(input: Omit<SavedReply, 'id'>): Promise<boolean> {
    return this.#save(() => this.#parts.api.addReply(input));
  }

  change(reply: SavedReply, basedOn: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.changeReply(reply, basedOn));
  }

  remove(id: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.removeReply(id));
  }

  async #save(write: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.problem.value = null;
    const answer = await this.#guard(write());
    this.saving.value = false;
    if (answer.ok) this.#latest.tell();
    if (answer.ok || answer.error === 'changed_meanwhile') await this.load();
    if (!answer.ok) this.problem.value = answer;
    return answer.ok;
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}

function nearness({ own, departmentId }: SavedReply): number {
  if (own) return 0;
  return departmentId === null ? 2 : 1;
}

function rankOf({ shortcut, body }: SavedReply, word: string): number {
  const at = fold(shortcut).indexOf(word);
  if (at >= 0) return at === 0 ? 0 : 1;
  return fold(body).includes(word) ? 2 : 3;
}
