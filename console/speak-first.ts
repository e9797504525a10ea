import './ui/styles/all.css';
import { createMemory } from './browser/memory.ts';
import { LANGUAGE_KEY, pickLanguage } from './model/language.ts';
import { speak } from './ui/language.ts';
import { fetchLanguage } from './ui/languages/all.ts';

/** Words are read when the console's modules begin; so the language is fetched before them. Without it: English. */
async function begin(): Promise<void> {
  const code = pickLanguage(createMemory().read(LANGUAGE_KEY), navigator.languages ?? []);
  // Numbers and dates of the language's own sentences follow it from the first one on.
  speak(code, null);
  const language = await fetchLanguage(code).catch(() => null);
  speak(language ? code : 'en', language);
  document.documentElement.lang = language ? code : 'en';
  document.documentElement.dir = language && code === 'ar' ? 'rtl' : 'ltr';
  await import('./main.tsx');
}

void begin();
