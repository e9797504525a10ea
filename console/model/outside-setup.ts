import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import type { OutsideRead, OutsideSettings, PanelAnswer, PanelPlace } from '../../protocol/wire/outside.ts';
import { PANEL_MS_MAX } from '../../protocol/wire/outside-limits.ts';
import { Load } from './load.ts';
import { askOutside, type OutsideParts } from './outside-parts.ts';

/** A try of what is typed: under way, or what came of it. */
export type Tried = 'asking' | { refusal: Refusal } | { answer: PanelAnswer };

/** The services of one site, as an owner sets them up. */
export class OutsideSetup {
  readonly read = new Load<OutsideRead>();
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Refusal | null>(null);
  /** Null: nobody asked to see it. */
  readonly secret = signal<string | null>(null);
  /** By what was tried. */
  readonly tries = signal<ReadonlyMap<string, Tried>>(new Map());
  readonly #parts: OutsideParts;
  readonly #path: string;

  constructor(siteKey: string, parts: OutsideParts) {
    this.#parts = parts;
    this.#path = `sites/${encodeURIComponent(siteKey)}/outside`;
  }

  load(): void {
    this.saved.value = false;
    this.problem.value = null;
    void this.read.again(() => this.#ask('GET', this.#path));
  }

  async save(settings: OutsideSettings, basedOn: number): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await this.#ask<OutsideRead>('PUT', `${this.#path}?basedOn=${basedOn}`, { settings });
    this.saving.value = false;
    if (answer.ok) {
      this.read.state.value = { status: 'ready', value: answer.value };
      this.saved.value = true;
      return true;
    }
    // Z13: what is there now comes beside what is typed.
    if (answer.error === 'changed_meanwhile') await this.read.again(() => this.#ask('GET', this.#path));
    this.problem.value = answer;
    return false;
  }

  /** `renew`: the old one signs nothing from now on. */
  async showSecret(renew: boolean): Promise<void> {
    const answer = await this.#ask<{ secret: string }>('POST', `${this.#path}/secret`, { renew });
    if (answer.ok) this.secret.value = answer.value.secret;
    else this.problem.value = answer;
    if (answer.ok && renew) await this.read.again(() => this.#ask('GET', this.#path));
  }

  hideSecret(): void {
    this.secret.value = null;
  }

  tryPanel(panel: PanelPlace): Promise<void> {
    return this.#try(panel.id, { panel });
  }

  async #try(what: string, body: unknown): Promise<void> {
    const tell = (tried: Tried) => {
      this.tries.value = new Map(this.tries.peek()).set(what, tried);
    };
    tell('asking');
    const answer = await this.#ask<PanelAnswer>('POST', `${this.#path}/try`, body);
    tell(answer.ok ? { answer: answer.value } : { refusal: answer });
  }

  #ask<T>(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
    return askOutside(this.#parts, { method, path, body, ms: PANEL_MS_MAX });
  }
}
