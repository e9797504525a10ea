import { signal } from '@preact/signals';
import {
  ASSISTANT_MODEL_CHARS_MAX,
  OUTSIDE_KEY_CHARS_MAX,
  OUTSIDE_URL_CHARS_MAX,
  PANEL_TITLE_CHARS_MAX,
  PANELS_MAX,
} from '../../protocol/wire/outside-limits.ts';
import type { OutsideParts } from './outside-parts.ts';
import { OutsideSetup } from './outside-setup.ts';
import { OutsideTalk } from './outside-talk.ts';

/** So many conversations keep what was said of them; it is asked again for others. */
const TALKS_KEPT_MAX = 20;

/** Services that owners connected (docs/services.md): what they say beside a conversation, and how they are set up. */
export class Outside {
  readonly limits = {
    panelsMax: PANELS_MAX,
    titleMax: PANEL_TITLE_CHARS_MAX,
    urlMax: OUTSIDE_URL_CHARS_MAX,
    keyMax: OUTSIDE_KEY_CHARS_MAX,
    modelMax: ASSISTANT_MODEL_CHARS_MAX,
  };
  /** Panels that are folded out, for every conversation. */
  readonly folded = signal<ReadonlySet<string>>(new Set());
  readonly #parts: OutsideParts;
  readonly #talks = new Map<string, OutsideTalk>();
  readonly #sites = new Map<string, OutsideSetup>();

  constructor(parts: OutsideParts) {
    this.#parts = parts;
  }

  of(conversationId: string): OutsideTalk {
    const known = this.#talks.get(conversationId);
    const talk = known ?? new OutsideTalk(conversationId, this.#parts);
    // The one that was looked at last is the last to go.
    this.#talks.delete(conversationId);
    this.#talks.set(conversationId, talk);
    const [eldest] = this.#talks.keys();
    if (this.#talks.size > TALKS_KEPT_MAX && eldest !== undefined) this.#talks.delete(eldest);
    return talk;
  }

  /** Where somebody has looked at what there is. */
  known(conversationId: string): OutsideTalk | undefined {
    return this.#talks.get(conversationId);
  }

  setup(siteKey: string): OutsideSetup {
    const site = this.#sites.get(siteKey) ?? new OutsideSetup(siteKey, this.#parts);
    this.#sites.set(siteKey, site);
    return site;
  }

  fold(panelId: string, out: boolean): void {
    const folded = new Set(this.folded.peek());
    if (out) folded.add(panelId);
    else folded.delete(panelId);
    this.folded.value = folded;
  }
}
