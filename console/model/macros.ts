import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { MESSAGE_CHARS_MAX, NOTE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { MACRO_ACTIONS_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { Macro } from '../../protocol/wire/macros.ts';
import type { Api } from './api.ts';
import { fold } from './fold.ts';
import { Latest } from './load.ts';

export interface MacrosParts {
  api: Api;
  onSessionEnded(): void;
}

const SHOWN_MAX = 5;

/** Macros: found while an answer is written, and written by those who may (D13). */
export class Macros {
  readonly state = signal<'idle' | 'ready' | 'failed'>('idle');
  readonly all = signal<readonly Macro[]>([]);
  readonly saving = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = { actionsMax: MACRO_ACTIONS_MAX, bodyMax: MESSAGE_CHARS_MAX, noteMax: NOTE_CHARS_MAX };
  readonly #parts: MacrosParts;
  readonly #latest = new Latest();

  constructor(parts: MacrosParts) {
    this.#parts = parts;
  }

  /** What is known stays while it is asked for again. */
  async load(): Promise<void> {
    const isLatest = this.#latest.ask();
    const answer = await this.#guard(this.#parts.api.macros());
    if (answer.ok && isLatest()) this.all.value = answer.value;
    if (answer.ok) this.state.value = 'ready';
    else if (this.state.value === 'idle') this.state.value = 'failed';
  }

  /** `text` begins with a slash. Of the conversation's department and of all; names that begin so first. */
  find(text: string, departmentId: string | null, max = SHOWN_MAX): Macro[] {
    const word = fold(text.slice(1));
    return this.all.value
      .filter((macro) => macro.departmentId === null || macro.departmentId === departmentId)
      .map((macro) => ({ macro, at: fold(macro.name).indexOf(word) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => Math.sign(one.at) - Math.sign(other.at))
      .slice(0, max)
      .map(({ macro }) => macro);
  }

  save(macro: Omit<Macro, 'id'> & { id: string | null }, basedOn: string): Promise<boolean> {
    const { id, ...rest } = macro;
    const { api } = this.#parts;
    return this.#save(() => (id === null ? api.addMacro(rest) : api.changeMacro({ id, ...rest }, basedOn)));
  }

  remove(id: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.removeMacro(id));
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
