import { strings } from './strings.ts';

/** Instants as a person reads them. Made once for each panel: building an Intl formatter is slow. */
export interface Formats {
  time(at: number): string;
  /** With date, for a tooltip. */
  exact(at: number): string;
  day(at: number): string;
  dayOf(at: number): string;
}

/** The words are English; dates take the visitor's own kind of English, if she has one and Intl knows it. */
export function localeFor(language: string): string {
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(language);
    return known?.startsWith('en') ? known : 'en-GB';
  } catch {
    // Some systems tell "en-US@posix", which is no language tag.
    return 'en-GB';
  }
}

export function createFormats(locale: string, now: () => number): Formats {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const key = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const dayOf = (at: number) => key.format(at);
  return {
    time: (at) => time.format(at),
    exact: (at) => exact.format(at),
    day(at) {
      if (dayOf(at) === dayOf(now())) return strings.today;
      return dayOf(at) === dayOf(now() - 24 * 3_600_000) ? strings.yesterday : day.format(at);
    },
    dayOf,
  };
}
