import type { Said } from '../../../protocol/wire/outside.ts';
import { TRANSLATION_KEPT_MS, TRANSLATIONS_KEPT_MAX } from '../../../protocol/wire/outside-limits.ts';

/** CS8: translations of just now, in memory only: who opens the conversation next, or again, has them at once. Words that were edited are other words. */
export class WordShelf {
  readonly #kept = new Map<string, { said: Said; at: number }>();

  find(url: string, to: string, text: string, now: number): Said | undefined {
    this.#forgetOld(now);
    return this.#kept.get(nameOf(url, to, text))?.said;
  }

  keep(url: string, to: string, text: string, said: Said, now: number): void {
    const name = nameOf(url, to, text);
    if (this.#kept.has(name)) return;
    const [eldest] = this.#kept.keys();
    if (this.#kept.size >= TRANSLATIONS_KEPT_MAX && eldest !== undefined) this.#kept.delete(eldest);
    this.#kept.set(name, { said, at: now });
  }

  /** In the order in which they came, and no longer than they may be, however often they are used. */
  #forgetOld(now: number): void {
    for (const [name, { at }] of this.#kept) {
      if (at <= now && now - at < TRANSLATION_KEPT_MS) return;
      this.#kept.delete(name);
    }
  }
}

function nameOf(url: string, to: string, text: string): string {
  return JSON.stringify([url, to, text]);
}
