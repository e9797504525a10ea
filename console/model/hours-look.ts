import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { HoursPreview, ServiceHours } from '../../protocol/wire/settings.ts';
import type { Api } from './api.ts';

export interface Fault {
  /** Path of the field, such as `hours.week.monday.0.to`. */
  field: string;
}

/** While somebody types, the relay is asked when the hand rests. */
const REST_MS = 250;

/** What hours mean in words, by the relay's own reckoning (H12): there is one that counts. */
export class HoursLook {
  readonly preview = signal<HoursPreview | null>(null);
  readonly fault = signal<Fault | null>(null);
  readonly #api: Api;
  readonly #clock: Clock;
  #wait: Cancel | null = null;
  #asked = 0;
  #text = '';

  constructor({ api, clock }: { api: Api; clock: Clock }) {
    this.#api = api;
    this.#clock = clock;
  }

  ask({ hours, offline }: ServiceHours): void {
    const text = JSON.stringify({ hours, offline });
    if (text === this.#text) return;
    this.#text = text;
    this.#wait?.();
    this.#wait = this.#clock.after(this.preview.peek() ? REST_MS : 0, () => void this.#look({ hours, offline }));
  }

  async #look(hours: ServiceHours): Promise<void> {
    const asked = ++this.#asked;
    const answer = await this.#api.previewHours(hours);
    if (asked !== this.#asked) return;
    // What could not be asked is asked again by the next change; a save says what is wrong in any case.
    if (!answer.ok && answer.error !== 'invalid_payload') this.#text = '';
    this.preview.value = answer.ok ? answer.value : null;
    this.fault.value = !answer.ok && answer.field ? { field: answer.field } : null;
  }
}
