import type { ConsoleLanguage } from '../../model/language.ts';
import type { Language } from './language.ts';

/** Each a file of its own, fetched alone and before anything is drawn. English is built in. */
export const languages: Partial<Record<ConsoleLanguage, () => Promise<Language>>> = {};
