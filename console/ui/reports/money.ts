import type { Amount, Mean } from '../../../protocol/wire/business.ts';
import { LOCALE } from '../format.ts';
import { businessWords as words } from '../strings-of-business.ts';

const forms = new Map<string, { form: Intl.NumberFormat; unit: number }>();

function formOf(currency: string) {
  const known = forms.get(currency);
  if (known) return known;
  const form = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  const made = { form, unit: 10 ** (form.resolvedOptions().maximumFractionDigits ?? 2) };
  forms.set(currency, made);
  return made;
}

/** An amount in its currency's smallest unit, as people write it. */
export function money(minor: number, currency: string): string {
  const { form, unit } = formOf(currency);
  return form.format(minor / unit);
}

/** One sum for each currency. */
export function sums(amounts: readonly Amount[]): string {
  return amounts.length === 0 ? words.none : amounts.map(({ minor, currency }) => money(minor, currency)).join(' + ');
}

/** A mean with as much as it may be off. */
export function meanOfMoney({ mean, low, high }: Mean, currency: string): { value: string; off: string | null } {
  if (mean === null) return { value: words.none, off: null };
  const off =
    low === null || high === null ? null : words.between(money(Math.max(0, low), currency), money(high, currency));
  return { value: money(mean, currency), off };
}
