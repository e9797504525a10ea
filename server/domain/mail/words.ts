import type { MailWords } from './mail-words.ts';
import { ar } from './words-ar.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';
import { fr } from './words-fr.ts';
import { pt } from './words-pt.ts';

const ALL = new Map(Object.entries({ en, de, es, fr, pt, ar }));

/** By a language tag such as `pt-BR`; English for those that are not here. */
export function mailWords(tag: string | null): MailWords {
  return ALL.get((tag ?? 'en').toLowerCase().split('-')[0] ?? 'en') ?? en;
}
