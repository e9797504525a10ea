import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import {
  HOURS_SPANS_MAX,
  IDLE_MS_MIN,
  NAME_CHARS_MAX,
  OWNER_TEXT_CHARS_MAX,
  QUEUE_STAGE_MS_MIN,
  QUEUE_STAGES_MAX,
  QUEUE_WAITING_MAX,
  RANGE_SAMPLES_MIN,
  SPECIAL_DAYS_MAX,
  WRAP_UP_MS_MAX,
} from '../../protocol/wire/limits.ts';
import type { Api, SettingsOwner } from './api.ts';
import type { Leaving, WallClock } from './ports.ts';
import { SettingsDraft } from './settings-draft.ts';

export interface ServiceSettingsParts {
  api: Api;
  clock: Clock;
  wall: WallClock;
  leaving: Leaving;
  onSessionEnded(): void;
}

/**
 * Hours, closing and queue of the sites, and hours of departments. What was changed and not saved stays here while its
 * owner walks through other pages, and the page is not left without a question.
 */
export class ServiceSettings {
  /** Where the person sits: the first guess for a calendar's zone. */
  readonly wall: WallClock;
  readonly limits = {
    textMax: OWNER_TEXT_CHARS_MAX,
    nameMax: NAME_CHARS_MAX,
    spansMax: HOURS_SPANS_MAX,
    daysMax: SPECIAL_DAYS_MAX,
    waitingMax: QUEUE_WAITING_MAX,
    stagesMax: QUEUE_STAGES_MAX,
    stageMsMin: QUEUE_STAGE_MS_MIN,
    idleMsMin: IDLE_MS_MIN,
    wrapUpMsMax: WRAP_UP_MS_MAX,
    rangeSamplesMin: RANGE_SAMPLES_MIN,
  };
  readonly unsaved: ReadonlySignal<number>;
  readonly #parts: ServiceSettingsParts;
  readonly #drafts = signal<ReadonlyMap<string, SettingsDraft>>(new Map());
  #agentId: string | null = null;

  constructor(parts: ServiceSettingsParts) {
    this.#parts = parts;
    this.wall = parts.wall;
    this.unsaved = computed(() => [...this.#drafts.value.values()].filter((draft) => draft.changed.value).length);
    parts.leaving.holdWhile(() => this.unsaved.peek() > 0);
  }

  /** Somebody else sits here: what the one before left half done is not hers. */
  seat(agentId: string): void {
    if (this.#agentId !== null && this.#agentId !== agentId) this.forget();
    this.#agentId = agentId;
  }

  forget(): void {
    this.#drafts.value = new Map();
  }

  draftOf(of: SettingsOwner): SettingsDraft {
    const key = `${of.kind}-${of.id}`;
    const held = this.#drafts.peek().get(key);
    if (held) return held;
    const draft = new SettingsDraft({ ...this.#parts, of });
    this.#drafts.value = new Map([...this.#drafts.peek(), [key, draft]]);
    return draft;
  }
}
