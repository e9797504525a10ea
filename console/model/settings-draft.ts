import { computed, signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import type { OfflineNow, ServiceHours, SiteSettings } from '../../protocol/wire/settings.ts';
import type { Api, SettingsOwner, SettingsRead } from './api.ts';
import { HoursLook } from './hours-look.ts';
import { changedParts, type SettingsPart, wholeOf } from './settings-parts.ts';

export interface SettingsDraftParts {
  api: Api;
  clock: Clock;
  of: SettingsOwner;
  onSessionEnded(): void;
}

/** Somebody else saved meanwhile, and some of it is what was changed here, too. */
export interface Conflict {
  both: SettingsPart[];
  /** Who it was, where the relay knows. */
  by?: string | undefined;
}

/** What the relay holds, what the person made of it, and how the two come together again (H11). */
export class SettingsDraft {
  readonly of: SettingsOwner;
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly stored = signal<SiteSettings>(wholeOf({}));
  readonly draft = signal<SiteSettings>(wholeOf({}));
  readonly saving = signal(false);
  readonly saved = signal(false);
  /** A save was tried: what is missing may be said now. */
  readonly tried = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly conflict = signal<Conflict | null>(null);
  /** Parts that somebody else saved meanwhile and that were taken over beside ours. */
  readonly merged = signal<SettingsPart[]>([]);
  readonly mine = computed(() => changedParts(this.stored.value, this.draft.value));
  readonly changed = computed(() => this.mine.value.length > 0);
  /** What the draft's hours would mean, and what those in force mean. */
  readonly look: HoursLook;
  readonly inForce: HoursLook;
  readonly #parts: SettingsDraftParts;
  #version = 0;
  /** In a conflict: what I have, with theirs where both changed the same. */
  #theirs = (mine: SiteSettings) => mine;

  constructor(parts: SettingsDraftParts) {
    this.#parts = parts;
    this.of = parts.of;
    this.look = new HoursLook(parts);
    this.inForce = new HoursLook(parts);
  }

  /** What is changed here stays; without changes it is read afresh. */
  async open(): Promise<void> {
    if (this.changed.value) return;
    this.saved.value = false;
    if (this.state.value === 'failed') this.state.value = 'loading';
    const answer = await this.#guard(this.#parts.api.settings(this.of));
    // What was saved here meanwhile is later than the answer.
    if (this.changed.value || (answer.ok && answer.value.version < this.#version)) return;
    if (answer.ok) this.#hold(answer.value, null);
    else if (this.state.value === 'loading') this.state.value = 'failed';
  }

  change(part: Partial<SiteSettings>): void {
    this.draft.value = { ...this.draft.value, ...part };
    this.saved.value = false;
    this.problem.value = null;
    this.look.ask(this.draft.value);
  }

  discard(): void {
    this.#settle();
    this.draft.value = this.stored.value;
    this.look.ask(this.draft.value);
  }

  async save(): Promise<boolean> {
    this.tried.value = true;
    return this.#send(this.draft.value, null);
  }

  /** At once, whatever else is half done here. */
  async setOffline(offline: OfflineNow | null): Promise<boolean> {
    const before = this.draft.value;
    return this.#send({ ...this.stored.value, offline }, { ...before, offline });
  }

  /** In a conflict: what I changed counts. */
  async keepMine(): Promise<boolean> {
    this.conflict.value = null;
    return this.#send(this.draft.value, null);
  }

  /** In a conflict: what they saved counts, where both changed the same. */
  takeTheirs(): void {
    const theirs = this.#theirs(this.draft.value);
    this.conflict.value = null;
    this.change(theirs);
  }

  /** `after`: what the draft is once it is saved, where that is not what was saved. */
  async #send(settings: SiteSettings, after: SiteSettings | null): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await this.#guard(this.#parts.api.setSettings(this.of, this.#bodyOf(settings), this.#version));
    this.saving.value = false;
    if (answer.ok) {
      this.#settle();
      this.#hold(answer.value, after);
      this.saved.value = true;
      return true;
    }
    if (answer.error === 'changed_meanwhile') return this.#meet(settings, after, answer.by);
    this.problem.value = answer;
    return false;
  }

  /** Theirs become what is stored, mine stay on top; what only one side touched needs no question. */
  async #meet(settings: SiteSettings, after: SiteSettings | null, by: string | undefined): Promise<boolean> {
    const answer = await this.#guard(this.#parts.api.settings(this.of));
    // Most saves meet nobody.
    const part = await import('./meet-settings.ts').catch(() => null);
    if (!answer.ok || !part) {
      this.problem.value = answer.ok ? { ok: false, error: 'unavailable' } : answer;
      return false;
    }
    const met = part.meetSettings(this.stored.value, wholeOf(answer.value.settings), settings, after);
    this.merged.value = met.merged;
    this.#theirs = met.theirs;
    this.#hold(answer.value, met.after);
    if (met.both.length > 0 && !after) {
      this.conflict.value = { both: met.both, by };
      return false;
    }
    return this.#send(met.settings, after && this.draft.value);
  }

  #hold({ settings, version }: SettingsRead, draft: SiteSettings | null): void {
    this.#version = version;
    this.stored.value = wholeOf(settings);
    this.draft.value = draft ?? this.stored.value;
    this.state.value = 'ready';
    this.look.ask(this.draft.value);
    this.inForce.ask(this.stored.value);
  }

  #settle(): void {
    this.tried.value = false;
    this.problem.value = null;
    this.conflict.value = null;
  }

  #bodyOf(settings: SiteSettings): ServiceHours | SiteSettings {
    const { hours, offline } = settings;
    return this.of.kind === 'site' ? settings : { hours, offline };
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
