import './ui/styles/all.css';
import { createMemory } from './browser/memory.ts';
import { LANGUAGE_KEY, pickLanguage } from './model/language.ts';
import { speak } from './ui/language.ts';
import { languages } from './ui/languages/all.ts';

/** Words are read when the console's modules begin; so the language is fetched before them. Without it: English. */
async function begin(): Promise<void> {
  const code = pickLanguage(createMemory().read(LANGUAGE_KEY), navigator.languages ?? []);
  const language = await languages[code]?.().catch(() => null);
  speak(language ? code : 'en', language ?? null);
  document.documentElement.lang = language ? code : 'en';
  document.documentElement.dir = language && code === 'ar' ? 'rtl' : 'ltr';
  await import('./main.tsx');
}

void begin();
