import { type EmojiWords, ENGLISH } from './english.ts';

/** Each a file of its own, fetched alone when the signs are opened in that language (W22). */
const LANGUAGES: Record<string, () => Promise<{ words: EmojiWords }>> = {
  ar: () => import('./emoji-ar.ts'),
  de: () => import('./emoji-de.ts'),
  es: () => import('./emoji-es.ts'),
  fr: () => import('./emoji-fr.ts'),
  he: () => import('./emoji-he.ts'),
  hi: () => import('./emoji-hi.ts'),
  it: () => import('./emoji-it.ts'),
  ja: () => import('./emoji-ja.ts'),
  nl: () => import('./emoji-nl.ts'),
  pl: () => import('./emoji-pl.ts'),
  pt: () => import('./emoji-pt.ts'),
  ru: () => import('./emoji-ru.ts'),
  tr: () => import('./emoji-tr.ts'),
  uk: () => import('./emoji-uk.ts'),
  zh: () => import('./emoji-zh.ts'),
};

/** `lang` may name a region. English where there is no file, or where it cannot be fetched. */
export async function fetchEmojiWords(lang: string): Promise<EmojiWords> {
  try {
    const file = await LANGUAGES[lang.slice(0, 2)]?.();
    return file?.words ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}
