import { strings } from './strings.ts';

/** Instants as a person reads them. */
export interface Formats {
  time(at: number): string;
  /** With date, for a tooltip. */
  exact(at: number): string;
  /** For other words about time. */
  locale: string;
  now(): number;
  day(at: number): string;
  dayOf(at: number): string;
}

/** `language`: the tag of the words, so that dates speak as they do. */
export function createFormats(language: string, now: () => number): Formats {
  const formatter = (options: Intl.DateTimeFormatOptions, locale = language) => {
    // Building one is slow: once, and not before there is something to say, since opening the panel waits for nothing.
    let made: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      made ??= new Intl.DateTimeFormat(locale, options);
      return made.format(at);
    };
  };
  const dayOf = formatter({ dateStyle: 'short' }, 'en-CA');
  const day = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
  return {
    time: formatter({ hour: '2-digit', minute: '2-digit' }),
    exact: formatter({ dateStyle: 'medium', timeStyle: 'medium' }),
    locale: language,
    now,
    day(at) {
      if (dayOf(at) === dayOf(now())) return strings.today;
      return dayOf(at) === dayOf(now() - 24 * 3_600_000) ? strings.yesterday : day(at);
    },
    dayOf,
  };
}
