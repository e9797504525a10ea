import type { ConsoleLanguage } from '../../model/language.ts';
import type { Language } from './language.ts';

/** Each a file of its own, fetched alone and before anything is drawn. English is built in. */
const languages: Record<Exclude<ConsoleLanguage, 'en'>, () => Promise<Language>> = {
  ar: () => import('./ar.ts').then(({ language }) => language),
  de: () => import('./de.ts').then(({ language }) => language),
  es: () => import('./es.ts').then(({ language }) => language),
  fr: () => import('./fr.ts').then(({ language }) => language),
  'pt-BR': () => import('./pt-br.ts').then(({ language }) => language),
};

/** Null for English. */
export async function fetchLanguage(code: ConsoleLanguage): Promise<Language | null> {
  return code === 'en' ? null : languages[code]();
}
