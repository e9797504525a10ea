import type { Request } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';

const HELD_MAX = 1_000;

/** Z13: who saved what last, as far as this process saw it. A name for "meanwhile" and no record: after a restart, and on another node, it names nobody. */
export class LastSavers {
  readonly #names = new Map<string, string>();

  /** Notes who saved; where somebody else was faster, the answer says who. */
  answer(name: string, { method, baseUrl, path }: Request, answer: Answer<unknown>): Answer<unknown> {
    if (method !== 'PUT') return answer;
    const what = baseUrl + path;
    if (!answer.ok) return answer.error === 'changed_meanwhile' ? { ...answer, by: this.#names.get(what) } : answer;
    this.#names.delete(what);
    this.#names.set(what, name);
    const [eldest] = this.#names.keys();
    if (this.#names.size > HELD_MAX && eldest !== undefined) this.#names.delete(eldest);
    return answer;
  }
}
