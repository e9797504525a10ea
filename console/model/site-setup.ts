import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import {
  CHECK_MARK,
  type CheckMade,
  type CheckRead,
  type InstallRead,
  type PageReport,
  type Snippets,
} from '../../protocol/wire/install.ts';
import type { Api } from './api.ts';
import { Load } from './load.ts';
import { pageAddress, plainOrigin } from './plain-address.ts';

export interface SiteSetupParts {
  api: Api;
  clock: Clock;
  key: string;
  onSessionEnded(): void;
  /** Name or origins are others now. */
  onChanged(): void;
}

const LOOK_EVERY_MS = 2_000;

/** One site: what to copy, where its tag was seen, and what a page said of it (docs/setup.md). */
export class SiteSetup {
  readonly snippets = new Load<Snippets>();
  readonly install = signal<InstallRead | null>(null);
  /** What a page told last. */
  readonly report = signal<PageReport | null>(null);
  /** The mark for the next look; null while it is on its way. */
  readonly mark = signal<string | null>(null);
  /** Since when a page is waited for. */
  readonly askedAt = signal<number | null>(null);
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly #parts: SiteSetupParts;
  #checkId: string | null = null;

  constructor(parts: SiteSetupParts) {
    this.#parts = parts;
  }

  loadSnippets(): void {
    void this.snippets.ask(() => this.#ask<Snippets>('GET', 'snippets'));
  }

  /** Looks again and again until it is stopped. */
  watch(): () => void {
    let cancel = () => {};
    let isOn = true;
    const look = async () => {
      await this.#look();
      if (isOn) cancel = this.#parts.clock.after(LOOK_EVERY_MS, () => void look());
    };
    void this.#newMark();
    void look();
    return () => {
      isOn = false;
      cancel();
    };
  }

  /** Nothing yet, or the address of a page. */
  isPage(text: string): boolean {
    return text.trim() === '' || pageAddress(text) !== null;
  }

  /** The address under which the owner opens their page; null for what is no address. */
  addressFor(page: string): string | null {
    const mark = this.mark.value;
    const address = pageAddress(page);
    return mark === null || address === null ? null : `${address}#${CHECK_MARK}=${mark}`;
  }

  /** The page is open in another tab now. */
  asked(): void {
    this.report.value = null;
    this.askedAt.value = this.#parts.clock.now();
  }

  change(name: string, origins: string[], basedOn: string): Promise<boolean> {
    return this.#save(() => this.#ask('PUT', `?basedOn=${basedOn}`, { name, origins: origins.map(plainOrigin) }));
  }

  retire(retired: boolean): Promise<boolean> {
    return this.#save(() => this.#ask('PUT', 'retired', { retired }));
  }

  async #look(): Promise<void> {
    const install = await this.#ask<InstallRead>('GET', 'install');
    if (install.ok) this.install.value = install.value;
    if (this.#checkId === null) return;
    const check = await this.#ask<CheckRead>('GET', `checks/${this.#checkId}`);
    if (!check.ok || !check.value.report) return;
    // Heard once: the next look needs another mark.
    this.mark.value = null;
    this.report.value = check.value.report;
    this.askedAt.value = null;
    await this.#newMark();
  }

  async #newMark(): Promise<void> {
    const made = await this.#ask<CheckMade>('POST', 'checks');
    if (!made.ok) return;
    this.#checkId = made.value.id;
    this.mark.value = made.value.mark;
  }

  async #save(write: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await write();
    this.saving.value = false;
    if (answer.ok || answer.error === 'changed_meanwhile') this.#parts.onChanged();
    if (answer.ok) this.saved.value = true;
    else this.problem.value = answer;
    return answer.ok;
  }

  async #ask<T>(method: 'GET' | 'PUT' | 'POST', of: string, body?: unknown): Promise<Answer<T>> {
    const path = `sites/${encodeURIComponent(this.#parts.key)}${/^\w/.test(of) ? `/${of}` : of}`;
    const answer = await this.#parts.api.ofSetup<T>(method, path, body);
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
