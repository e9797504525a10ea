import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import { FILE_KINDS } from '../../protocol/wire/files.ts';
import {
  CONSENT_CHARS_MAX,
  EVENT_NAME_CHARS_MAX,
  FILE_BYTES_MAX,
  FILE_BYTES_MIN,
  FILE_KEEP_DAYS_MAX,
  FORM_FIELDS_MAX,
  FORM_OPTIONS_MAX,
  HOURS_SPANS_MAX,
  IDLE_MS_MIN,
  NAME_CHARS_MAX,
  OWNER_TEXT_CHARS_MAX,
  PROACTIVE_AFTER_MS_MAX,
  PROACTIVE_CART_MAX,
  PROACTIVE_PATTERNS_MAX,
  PROACTIVE_RULES_MAX,
  PROACTIVE_TEXT_CHARS_MAX,
  PROACTIVE_TIMES_MAX,
  PROACTIVE_VISITS_MAX,
  QUEUE_STAGE_MS_MIN,
  QUEUE_STAGES_MAX,
  QUEUE_WAITING_MAX,
  RANGE_SAMPLES_MIN,
  REASON_CHARS_MAX,
  REASONS_MAX,
  SETTING_MS_MAX,
  SKILL_CHARS_MAX,
  SPECIAL_DAYS_MAX,
  TOPICS_MAX,
  WRAP_UP_MS_MAX,
} from '../../protocol/wire/limits.ts';
import { PROACTIVE_WHEN_ANY } from '../../protocol/wire/proactive.ts';
import type { Api, SettingsOwner } from './api.ts';
import { KeepingLook } from './keeping-look.ts';
import { keyFor } from './key-for.ts';
import type { Leaving, WallClock } from './ports.ts';
import { SettingsDraft } from './settings-draft.ts';

export interface ServiceSettingsParts {
  api: Api;
  clock: Clock;
  wall: WallClock;
  leaving: Leaving;
  /** What is half done elsewhere, under the same rules: the plan of the report. */
  beside: { changed: ReadonlySignal<boolean>; discard(): void };
  onSessionEnded(): void;
}

/** From which mark it was made, and each field that was changed: what it is now, and what it was. */
export interface KeptForm {
  basedOn: string;
  typed: Readonly<Record<string, { value: unknown; before: string }>>;
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
    settingMsMax: SETTING_MS_MAX,
    wrapUpMsMax: WRAP_UP_MS_MAX,
    rangeSamplesMin: RANGE_SAMPLES_MIN,
    topicsMax: TOPICS_MAX,
    fieldsMax: FORM_FIELDS_MAX,
    optionsMax: FORM_OPTIONS_MAX,
    consentMax: CONSENT_CHARS_MAX,
    versionMax: SKILL_CHARS_MAX,
    reasonsMax: REASONS_MAX,
    reasonMax: REASON_CHARS_MAX,
    fileBytesMin: FILE_BYTES_MIN,
    fileBytesMax: FILE_BYTES_MAX,
    fileDaysMax: FILE_KEEP_DAYS_MAX,
    fileKinds: FILE_KINDS,
    rulesMax: PROACTIVE_RULES_MAX,
    bubbleMax: PROACTIVE_TEXT_CHARS_MAX,
    patternsMax: PROACTIVE_PATTERNS_MAX,
    ruleAfterMsMax: PROACTIVE_AFTER_MS_MAX,
    visitsMax: PROACTIVE_VISITS_MAX,
    cartMax: PROACTIVE_CART_MAX,
    timesMax: PROACTIVE_TIMES_MAX,
    eventMax: EVENT_NAME_CHARS_MAX,
  };
  /** A key of their own for things that people name. */
  readonly keyFor = keyFor;
  /** A new rule matters nothing yet. */
  readonly anyWhen = PROACTIVE_WHEN_ANY;
  readonly keepingLook: KeepingLook;
  /** What was typed into forms of one record each, by their names (console/ui/use-record.ts). */
  readonly forms = signal<ReadonlyMap<string, KeptForm>>(new Map());
  readonly unsaved: ReadonlySignal<number>;
  readonly #parts: ServiceSettingsParts;
  readonly #drafts = signal<ReadonlyMap<string, SettingsDraft>>(new Map());
  #agentId: string | null = null;

  constructor(parts: ServiceSettingsParts) {
    this.#parts = parts;
    this.wall = parts.wall;
    this.keepingLook = new KeepingLook(parts);
    this.unsaved = computed(
      () =>
        this.forms.value.size +
        [...this.#drafts.value.values(), parts.beside].filter((draft) => draft.changed.value).length,
    );
    parts.leaving.holdWhile(() => this.unsaved.peek() > 0);
  }

  /** Somebody else sits here: what the one before left half done is not hers. */
  seat(agentId: string): void {
    if (this.#agentId !== null && this.#agentId !== agentId) this.forget();
    this.#agentId = agentId;
  }

  forget(): void {
    this.forms.value = new Map();
    this.#drafts.value = new Map();
    this.#parts.beside.discard();
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
