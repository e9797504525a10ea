import { pickLocale } from './format.ts';

/** Times of a clock on somebody else's wall, in the reader's form of English. */
const LOCALE = pickLocale(navigator.languages ?? []);
const FORM = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

/** By the clock of a zone; by ours, where this browser does not know the zone. */
export function dayTimeIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat(LOCALE, { ...FORM, ...(isZone(zone) ? { timeZone: zone } : {}) }).format(at);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** For the list to choose from; a browser without it takes what is typed. */
export function listZones(): string[] {
  return (Intl as { supportedValuesOf?: (key: 'timeZone') => string[] }).supportedValuesOf?.('timeZone') ?? [];
}
