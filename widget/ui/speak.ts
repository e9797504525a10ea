import type { English, Forms, Language } from './language.ts';
import { fill, replaceTexts } from './own-texts.ts';

/** The languages beside English, which is built in. Each is a file of its own, fetched alone (W22). */
const LANGUAGES: Record<string, () => Promise<{ language: Language }>> = {
  ar: () => import('./languages/ar.ts'),
  de: () => import('./languages/de.ts'),
  es: () => import('./languages/es.ts'),
  fr: () => import('./languages/fr.ts'),
  he: () => import('./languages/he.ts'),
  hi: () => import('./languages/hi.ts'),
  it: () => import('./languages/it.ts'),
  ja: () => import('./languages/ja.ts'),
  nl: () => import('./languages/nl.ts'),
  pl: () => import('./languages/pl.ts'),
  pt: () => import('./languages/pt.ts'),
  ru: () => import('./languages/ru.ts'),
  tr: () => import('./languages/tr.ts'),
  uk: () => import('./languages/uk.ts'),
  zh: () => import('./languages/zh.ts'),
};

interface Spoken {
  /** Undefined is English. */
  language: Language | undefined;
  rules: Intl.PluralRules;
  numbers: Intl.NumberFormat;
}

type SomeForms = Partial<Forms<Intl.LDMLPluralRule>> & Forms<never>;

export type Texts = { [Group in keyof English]?: object };
export type Words = ReturnType<typeof createWords>;

const PLAIN = speakingOf('en-GB');

/** What the English was, by the live object that the components read: other words may stand there now. */
const english = new WeakMap<object, object>();

/** Puts the visitor's language, and over it the owner's words, into the texts that the components read. */
export function createWords(options: Readonly<Record<string, unknown>>, texts: Texts) {
  let spoken: Spoken = PLAIN;
  let turn = 0;

  const put = () => {
    for (const [group, live] of Object.entries(texts)) {
      if (!english.has(live)) english.set(live, said(live, undefined, PLAIN) as object);
      Object.assign(live, said(english.get(live), spoken.language?.[group as keyof Language], spoken));
      replaceTexts(live, options);
    }
  };
  return {
    /** The tag by which dates and numbers are written now; null: somebody asked for another language meanwhile. */
    async speak(): Promise<string | null> {
      turn += 1;
      const mine = turn;
      const { code, tag } = chooseLanguage([options.locale, document.documentElement.lang, ...navigator.languages]);
      // English and whatever the owner says do not wait, and stand where the language cannot be fetched.
      put();
      const file = await LANGUAGES[code]?.();
      if (mine !== turn) return null;
      spoken = speakingOf(tag, file?.language);
      put();
      return tag;
    },
    /** Texts have joined. */
    put,
    /** The texts live as long as the page; the next chat begins with English. */
    stop() {
      turn += 1;
      for (const live of Object.values(texts)) Object.assign(live, said(english.get(live), undefined, PLAIN));
    },
  };
}

/** The first wish that we speak, with the region that the wishes name for it; else English. */
export function chooseLanguage(wishes: readonly unknown[]): { code: string; tag: string } {
  const locales = wishes.map(localeOf).filter((locale) => locale !== null);
  const chosen = locales.find(({ language }) => language === 'en' || language in LANGUAGES);
  const code = chosen?.language ?? 'en';
  const regional = locales.find(({ language, region }) => language === code && region);
  // Plain "en" writes dates the American way.
  const tag = String((chosen?.region ? chosen : (regional ?? chosen)) ?? 'en');
  return { code, tag: tag === 'en' ? 'en-GB' : tag };
}

function localeOf(wish: unknown): Intl.Locale | null {
  try {
    const locale = new Intl.Locale(String(wish).replaceAll('_', '-'));
    // Ours is the simplified script: who reads the other one is better served by the next wish.
    return locale.maximize().script === 'Hant' ? null : locale;
  } catch {
    return null;
  }
}

/** A text as it is said, a fresh group where it is a group: what is put into it must not reach the original. */
function said(text: unknown, given: unknown, spoken: Spoken): unknown {
  if (typeof text === 'function') return given ? sentence(given as string | SomeForms, spoken) : text;
  if (typeof text !== 'object' || Array.isArray(text)) return given ?? text;
  const inner = Object(given) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(Object(text)).map(([name, one]) => [name, said(one, inner[name], spoken)]));
}

function speakingOf(tag: string, language?: Language): Spoken {
  return { language, rules: new Intl.PluralRules(tag), numbers: new Intl.NumberFormat(tag) };
}

function sentence(given: string | SomeForms, { rules, numbers, language }: Spoken): (...about: unknown[]) => string {
  const isRightToLeft = language?.panel.dir === 'rtl';
  const write = (one: unknown) => {
    if (typeof one === 'number') return numbers.format(one);
    // A name in another script must not turn the sentence round: between marks it runs by itself. What is made of such names has
    // no letters of its own to be read by: it is ours, and runs as we write.
    return isRightToLeft ? `${/\u2069/.test(`${one}`) ? '\u2067' : '\u2068'}${one}\u2069` : one;
  };
  return (...about) => {
    const [count = 0] = about.filter((one) => typeof one === 'number').slice(-1);
    const form = typeof given === 'string' ? given : (given[rules.select(count)] ?? given.other);
    return fill(form, about.map(write));
  };
}
