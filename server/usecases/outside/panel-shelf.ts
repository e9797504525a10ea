import type { PanelAnswer } from '../../../protocol/wire/outside.ts';
import { PANEL_KEPT_MS, PANELS_KEPT_MAX } from '../../../protocol/wire/outside-limits.ts';
import type { PanelPlan } from './ask-panel.ts';

/** CS3: what systems said just now, in memory only, so that going back and forth between conversations asks once. */
export class PanelShelf {
  readonly #kept = new Map<string, PanelAnswer & { at: number }>();

  find(plan: PanelPlan, now: number): PanelAnswer | undefined {
    this.#forgetOld(now);
    return this.#kept.get(nameOf(plan));
  }

  /** What went wrong is asked again at once. */
  keep(plan: PanelPlan, answer: PanelAnswer, now: number): void {
    this.#forgetOld(now);
    const name = nameOf(plan);
    this.#kept.delete(name);
    if (answer.kind === 'trouble') return;
    const [eldest] = this.#kept.keys();
    if (this.#kept.size >= PANELS_KEPT_MAX && eldest !== undefined) this.#kept.delete(eldest);
    this.#kept.set(name, answer);
  }

  /** They stand in the order in which they came. A clock that went back keeps nothing. */
  #forgetOld(now: number): void {
    for (const [name, { at }] of this.#kept) {
      if (at <= now && now - at < PANEL_KEPT_MS) return;
      this.#kept.delete(name);
    }
  }
}

/** Another address, another secret or somebody else is another question. */
function nameOf({ place, question, secret }: PanelPlan): string {
  return JSON.stringify([place, question, secret]);
}
