import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import type {
  AssistantPlace,
  OutsideRead,
  OutsideSettings,
  PanelPlace,
  ServiceKeys,
  TranslatorPlace,
  TriedAnswer,
} from '../../protocol/wire/outside.ts';
import { ASSIST_MS_MAX, PANEL_MS_MAX } from '../../protocol/wire/outside-limits.ts';
import { Latest, Load } from './load.ts';
import { askOutside, type OutsideParts } from './outside-parts.ts';

/** A try of what is typed: under way, or what came of it. */
export type Tried = 'asking' | { refusal: Refusal } | { answer: TriedAnswer };

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
  readonly #secretAsked = new Latest();

  constructor(siteKey: string, parts: OutsideParts) {
    this.#parts = parts;
    this.#path = `sites/${encodeURIComponent(siteKey)}/outside`;
  }

  load(): void {
    this.saved.value = false;
    this.problem.value = null;
    void this.read.again(() => this.#ask('GET', this.#path));
  }

  async save(settings: OutsideSettings, keys: ServiceKeys, basedOn: number): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await this.#ask<OutsideRead>('PUT', `${this.#path}?basedOn=${basedOn}`, { settings, keys });
    this.saving.value = false;
    if (answer.ok) {
      this.read.put(answer.value);
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
    const isWanted = this.#secretAsked.ask();
    const answer = await this.#ask<{ secret: string }>('POST', `${this.#path}/secret`, { renew });
    if (answer.ok && isWanted()) this.secret.value = answer.value.secret;
    else if (!answer.ok) this.problem.value = answer;
    if (answer.ok && renew) await this.read.again(() => this.#ask('GET', this.#path));
  }

  hideSecret(): void {
    this.#secretAsked.tell();
    this.secret.value = null;
  }

  tryPanel(panel: PanelPlace): Promise<void> {
    return this.#try(panel.id, { panel });
  }

  /** An empty key is the one that is kept, if any. */
  tryTranslator(translator: TranslatorPlace, key: string): Promise<void> {
    return this.#try('translator', { translator, ...keyed(key) });
  }

  tryAssistant(assistant: AssistantPlace, key: string): Promise<void> {
    return this.#try('assistant', { assistant, ...keyed(key) });
  }

  async #try(what: string, body: unknown): Promise<void> {
    const tell = (tried: Tried) => {
      this.tries.value = new Map(this.tries.peek()).set(what, tried);
    };
    tell('asking');
    const answer = await this.#ask<TriedAnswer>('POST', `${this.#path}/try`, body, ASSIST_MS_MAX);
    tell(answer.ok ? { answer: answer.value } : { refusal: answer });
  }

  #ask<T>(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown, ms = PANEL_MS_MAX): Promise<Answer<T>> {
    return askOutside(this.#parts, { method, path, body, ms });
  }
}

function keyed(key: string): { key?: string } {
  return key.trim() === '' ? {} : { key: key.trim() };
}
