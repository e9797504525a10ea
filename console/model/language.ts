const CODES = ['en', 'de', 'es', 'fr', 'pt-BR', 'ar'] as const;

export type ConsoleLanguage = (typeof CODES)[number];

/** A preference of this browser: also who is not signed in yet reads it. */
export const LANGUAGE_KEY = 'deskbell:console:language';

/** The kept choice; else the first language of the browser that the console speaks; else English. */
export function pickLanguage(kept: string | null, asked: readonly string[]): ConsoleLanguage {
  if (kept !== null && isSpoken(kept)) return kept;
  for (const tag of asked) {
    const found = CODES.find((code) => baseOf(code) === baseOf(tag));
    if (found) return found;
  }
  return 'en';
}

function isSpoken(code: string): code is ConsoleLanguage {
  return (CODES as readonly string[]).includes(code);
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_@]/)[0] as string;
}
