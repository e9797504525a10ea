import { strings } from './strings.ts';

/** Instants as a person reads them. */
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

export function createFormats(language: string, now: () => number): Formats {
  const formatter = (options: Intl.DateTimeFormatOptions, locale?: string) => {
    // Building one is slow: once, and not before there is something to say, since opening the panel waits for nothing.
    let made: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      made ??= new Intl.DateTimeFormat(locale ?? localeFor(language), options);
      return made.format(at);
    };
  };
  const dayOf = formatter({ dateStyle: 'short' }, 'en-CA');
  const day = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
  return {
    time: formatter({ hour: '2-digit', minute: '2-digit' }),
    exact: formatter({ dateStyle: 'medium', timeStyle: 'medium' }),
    day(at) {
      if (dayOf(at) === dayOf(now())) return strings.today;
      return dayOf(at) === dayOf(now() - 24 * 3_600_000) ? strings.yesterday : day(at);
    },
    dayOf,
  };
}
