import { signal } from '@preact/signals';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { OutsideOffered, PanelAnswer } from '../../protocol/wire/outside.ts';
import { PANEL_MS_MAX } from '../../protocol/wire/outside-limits.ts';
import { Helping } from './helping.ts';
import { Load } from './load.ts';
import { askOutside, type OutsideParts } from './outside-parts.ts';
import { Translating } from './translating.ts';

/** What services say beside one conversation. */
export class OutsideTalk {
  readonly offered = new Load<OutsideOffered>();
  readonly translating: Translating;
  readonly helping: Helping;
  readonly #panels = new Map<string, PanelLoad>();
  readonly #path: string;
  readonly #parts: OutsideParts;
  #version: string | null = null;

  constructor(conversationId: string, parts: OutsideParts) {
    this.#parts = parts;
    this.#path = `conversations/${encodeURIComponent(conversationId)}/outside`;
    this.translating = new Translating(this.#path, parts);
    this.helping = new Helping(this.#path, parts);
  }

  /** Messages may be translated here. */
  get translates(): boolean {
    const { value: state } = this.offered.state;
    return state.status === 'ready' && state.value.translate;
  }

  /** What there is, once for each version of what the owner named (CS10). */
  load(version: string): void {
    const { status } = this.offered.state.peek();
    if (version === this.#version && status !== 'failed') return;
    this.#version = version;
    void this.offered.again(() => this.#ask(this.#path));
  }

  panel(id: string): PanelLoad {
    const path = `${this.#path}/panels/${encodeURIComponent(id)}`;
    const panel = this.#panels.get(id) ?? new PanelLoad((anew) => this.#ask(anew ? `${path}?anew=1` : path));
    this.#panels.set(id, panel);
    return panel;
  }

  #ask<T>(path: string): Promise<Answer<T>> {
    return askOutside(this.#parts, { method: 'GET', path, ms: PANEL_MS_MAX });
  }
}

/** One panel: asked when it is folded out, and again when somebody wants it. */
export class PanelLoad {
  readonly answer = new Load<PanelAnswer>();
  /** What is known stays on the screen while it is asked for again. */
  readonly asking = signal(false);
  readonly #question: (anew: boolean) => Promise<Answer<PanelAnswer>>;

  constructor(question: (anew: boolean) => Promise<Answer<PanelAnswer>>) {
    this.#question = question;
  }

  async ask(anew: boolean): Promise<void> {
    if (this.asking.peek()) return;
    this.asking.value = true;
    await this.answer.ask(() => this.#question(anew));
    this.asking.value = false;
  }
}
