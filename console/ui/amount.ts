import { LOCALE } from './format.ts';

/** In the currency that a page or a server named; a number alone where none was. */
export function amount(value: number, currency: string | null): string {
  const form = currency === null ? null : currencyForm(currency);
  // 74.7 is read as an amount only with both digits of its smaller part.
  return (form ?? new Intl.NumberFormat(LOCALE, { minimumFractionDigits: value % 1 === 0 ? 0 : 2 })).format(value);
}

export function currencyForm(currency: string): Intl.NumberFormat | null {
  try {
    return new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  } catch {
    return null;
  }
}
