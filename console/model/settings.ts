import { signal } from '@preact/signals';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { NAME_CHARS_MAX, SITE_ORIGINS_MAX } from '../../protocol/wire/limits.ts';
import type { Account } from './account.ts';
import type { Api, SiteLine } from './api.ts';
import { Load } from './load.ts';
import { SETTINGS_PAGES } from './route.ts';

export interface SettingsParts {
  api: Api;
  account: Account;
}

/** My password, and the sites with the tag that puts the bell on a page. */
export class Settings {
  readonly pages = SETTINGS_PAGES;
  readonly nameMax = NAME_CHARS_MAX;
  readonly originsMax = SITE_ORIGINS_MAX;
  readonly sites = new Load<SiteLine[]>();
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly #parts: SettingsParts;

  constructor(parts: SettingsParts) {
    this.#parts = parts;
  }

  /** Whether they could be read. */
  loadSites(): Promise<boolean> {
    return this.sites.again(async () => {
      const answer = await this.#parts.api.sites();
      if (!answer.ok && answer.error === 'unauthorized') this.#parts.account.ended();
      return answer;
    });
  }

  /** Answers whether the password was changed. `forbidden` means that the current one was wrong. */
  async changePassword(current: string, next: string): Promise<boolean> {
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await this.#parts.account.changePassword(current, next);
    this.saving.value = false;
    this.saved.value = answer.ok;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.account.ended();
    else if (!answer.ok) this.problem.value = answer;
    return answer.ok;
  }
}
