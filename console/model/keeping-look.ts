import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { KeepingPreview, KeepingSettings } from '../../protocol/wire/keeping.ts';
import { KEEPING_DAYS_MAX } from '../../protocol/wire/people-limits.ts';
import type { Api } from './api.ts';

/** While somebody types, the relay is asked when the hand rests. */
const REST_MS = 300;

/** What a rule about keeping would take away, before anybody saves it (J13). */
export class KeepingLook {
  readonly daysMax = KEEPING_DAYS_MAX;
  /** Null: nothing asked, or nothing known. */
  readonly preview = signal<KeepingPreview | null>(null);
  readonly failed = signal(false);
  readonly #api: Api;
  readonly #clock: Clock;
  #wait: Cancel | null = null;
  #asked = 0;
  #path = '';

  constructor({ api, clock }: { api: Api; clock: Clock }) {
    this.#api = api;
    this.#clock = clock;
  }

  ask(siteKey: string, { conversationDays, orderDays }: KeepingSettings): void {
    const fits = (days: number | null): days is number =>
      days !== null && Number.isInteger(days) && days >= 1 && days <= KEEPING_DAYS_MAX;
    const named = [
      ...(fits(conversationDays) ? [`conversationDays=${conversationDays}`] : []),
      ...(fits(orderDays) ? [`orderDays=${orderDays}`] : []),
    ];
    const path = named.length === 0 ? '' : `sites/${encodeURIComponent(siteKey)}/keeping?${named.join('&')}`;
    if (path === this.#path) return;
    this.#path = path;
    this.#wait?.();
    this.#asked += 1;
    this.preview.value = null;
    this.failed.value = false;
    if (path !== '') this.#wait = this.#clock.after(REST_MS, () => void this.#look(path));
  }

  async #look(path: string): Promise<void> {
    const asked = this.#asked;
    const answer = await this.#api.figures<KeepingPreview>(path);
    if (asked !== this.#asked) return;
    this.preview.value = answer.ok ? answer.value : null;
    this.failed.value = !answer.ok;
    // What could not be asked is asked again by the next change.
    if (!answer.ok) this.#path = '';
  }
}
