import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { GUIDE_STEPS, type GuideRead, type GuideState, type GuideStep } from '../../protocol/wire/guide.ts';
import type { Api } from './api.ts';
import { SiteSetup } from './site-setup.ts';

export interface SetupParts {
  api: Api;
  clock: Clock;
  onSessionEnded(): void;
  onSitesChanged(): void;
  /** What was pressed in the first run is not kept. */
  onNotKept(): void;
}

const LOOK_EVERY_MS = 4_000;
const FRESH: GuideState = { siteKey: null, skipped: [], endedAt: null };

/** Sites and their tags, and how far the first run came (docs/setup.md). */
export class Setup {
  readonly steps = GUIDE_STEPS;
  /** Null: it was never begun, or nobody asked yet. */
  readonly guide = signal<GuideState | null>(null);
  /** Open where somebody goes through it again after its end. */
  readonly again = signal(false);
  readonly #parts: SetupParts;
  readonly #sites = new Map<string, SiteSetup>();
  #kept: Promise<void> = Promise.resolve();

  constructor(parts: SetupParts) {
    this.#parts = parts;
  }

  of(key: string): SiteSetup {
    let site = this.#sites.get(key);
    if (!site) {
      const { api, clock, onSessionEnded, onSitesChanged: onChanged } = this.#parts;
      site = new SiteSetup({ api, clock, key, onSessionEnded, onChanged });
      this.#sites.set(key, site);
    }
    return site;
  }

  /** Z20: what another tab or another owner did meanwhile comes in by itself, unless something is being typed here. */
  watch(isTyping: () => boolean): () => void {
    const later = () => this.#parts.clock.after(LOOK_EVERY_MS, look);
    const look = () => {
      if (!isTyping()) {
        this.#parts.onSitesChanged();
        void this.loadGuide();
      }
      cancel = later();
    };
    let cancel = later();
    return () => cancel();
  }

  async loadGuide(): Promise<void> {
    const kept = this.#kept;
    const answer = await this.#parts.api.ofSetup<GuideRead>('GET', 'guide');
    // What was pressed here meanwhile is later than the answer.
    if (kept === this.#kept) this.#take(answer);
  }

  choose(siteKey: string | null): Promise<void> {
    return this.#keep(() => ({ siteKey }));
  }

  skip(step: GuideStep): Promise<void> {
    return this.#keep(({ skipped }) => ({ skipped: [...new Set([...skipped, step])] }));
  }

  /** Back to a step that was left for later. */
  resume(step: GuideStep): Promise<void> {
    return this.#keep(({ skipped }) => ({ skipped: skipped.filter((one) => one !== step) }));
  }

  /** It is right as it is. */
  confirm(step: GuideStep): Promise<void> {
    return this.#keep(({ skipped, confirmed = [] }) => ({
      confirmed: [...new Set([...confirmed, step])],
      skipped: skipped.filter((one) => one !== step),
    }));
  }

  async end(): Promise<void> {
    this.again.value = false;
    await this.#keep(() => ({ endedAt: this.#parts.clock.now() }));
  }

  /** Shown at once; kept one after the other, each over what another tab may have kept since (Z20). */
  #keep(change: (now: GuideState) => Partial<GuideState>): Promise<void> {
    const before = this.guide.value;
    const after = (now: GuideState | null) => ({ ...(now ?? FRESH), ...change(now ?? FRESH) });
    this.guide.value = after(before);
    this.#kept = this.#kept.then(async () => {
      const { api, onNotKept } = this.#parts;
      const read = await api.ofSetup<GuideRead>('GET', 'guide');
      const { endedAt, ...kept } = after(read.ok ? read.value.state : before);
      const answer = read.ok
        ? await api.ofSetup<GuideRead>('PUT', 'guide', { ...kept, ended: endedAt !== null })
        : read;
      if (!answer.ok) {
        this.guide.value = before;
        onNotKept();
      }
      this.#take(answer);
    });
    return this.#kept;
  }

  #take(answer: Answer<GuideRead>): void {
    if (answer.ok) this.guide.value = answer.value.state;
    else if (answer.error === 'unauthorized') this.#parts.onSessionEnded();
  }
}
