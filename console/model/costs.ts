import { signal } from '@preact/signals';
import type { BusinessMonth, BusinessSettings, BusinessSettingsRead } from '../../protocol/wire/business.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { AGENT_CAPACITY_MAX, BUSINESS_MONTHS_MAX } from '../../protocol/wire/limits.ts';
import type { Api } from './api.ts';
import { Load } from './load.ts';

export interface CostsParts {
  api: Api;
  onSessionEnded(): void;
}

/** As it is typed: amounts in whole money, shares in percent. */
export interface CostsDraft {
  currency: string;
  months: { month: string; hourlyCost: string; marketing: string }[];
  targetShare: string;
  targetSeconds: string;
  chatsAtOnce: string;
  occupancyMax: string;
  shrinkage: string;
}

/** What service costs, from the owner, and how a shift is planned (docs/business.md). */
export class Costs {
  readonly read = new Load<BusinessSettingsRead>();
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = { monthsMax: BUSINESS_MONTHS_MAX, chatsMax: AGENT_CAPACITY_MAX };
  readonly #parts: CostsParts;

  constructor(parts: CostsParts) {
    this.#parts = parts;
  }

  load(): void {
    this.saved.value = false;
    this.problem.value = null;
    void this.read.again(() => this.#guard(this.#parts.api.businessSettings()));
  }

  draftOf({ currency, months, staffing }: BusinessSettings): CostsDraft {
    const digits = digitsOf(currency ?? '');
    const typed = (minor: number | null) => (minor === null ? '' : (minor / 10 ** digits).toFixed(digits));
    return {
      currency: currency ?? '',
      months: months.map(({ month, hourlyCost, marketing }) => ({
        ...{ month, hourlyCost: typed(hourlyCost), marketing: typed(marketing) },
      })),
      targetShare: percentOf(staffing.targetShare),
      targetSeconds: staffing.targetMs === null ? '' : String(staffing.targetMs / 1_000),
      chatsAtOnce: String(staffing.chatsAtOnce),
      occupancyMax: percentOf(staffing.occupancyMax),
      shrinkage: percentOf(staffing.shrinkage),
    };
  }

  /** Saves what was typed; false with `problem` where the relay refuses. */
  async save(draft: CostsDraft, version: number): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await this.#guard(this.#parts.api.setBusinessSettings(settingsOf(draft), version));
    this.saving.value = false;
    if (!answer.ok) {
      // Z13: what is there now comes beside what is typed.
      if (answer.error === 'changed_meanwhile')
        await this.read.again(() => this.#guard(this.#parts.api.businessSettings()));
      this.problem.value = answer;
      return false;
    }
    this.read.put(answer.value);
    this.saved.value = true;
    return true;
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}

function settingsOf(draft: CostsDraft): BusinessSettings {
  const currency = draft.currency.trim().toUpperCase();
  const digits = digitsOf(currency);
  // What is no number stays one that the relay refuses, with its field.
  const minor = (text: string) => (text.trim() === '' ? null : Math.round(numberOf(text) * 10 ** digits));
  const months: BusinessMonth[] = draft.months.map(({ month, hourlyCost, marketing }) => ({
    ...{ month, hourlyCost: minor(hourlyCost), marketing: minor(marketing) },
  }));
  return {
    currency: currency === '' ? null : currency,
    months,
    staffing: {
      targetShare: numberOf(draft.targetShare) / 100,
      targetMs: draft.targetSeconds.trim() === '' ? null : Math.round(numberOf(draft.targetSeconds) * 1_000),
      chatsAtOnce: numberOf(draft.chatsAtOnce),
      occupancyMax: numberOf(draft.occupancyMax) / 100,
      shrinkage: numberOf(draft.shrinkage) / 100,
    },
  };
}

function percentOf(share: number): string {
  return String(Math.round(share * 1_000) / 10);
}

function numberOf(text: string): number {
  return Number(text.trim().replace(',', '.'));
}

/** How many digits a currency has after the point; what is no currency yet is taken as one with two. */
function digitsOf(currency: string): number {
  if (!/^[A-Za-z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
