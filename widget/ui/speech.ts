import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Texts, Words } from './speak.ts';

/** What the tag or `boot` says. */
type Options = Readonly<Record<string, unknown>>;

/** English with or without a region. */
const ENGLISH = /^en(-\w\w)?$/i;
/** So long an opened panel waits for the words of the visitor's language; then it speaks English until they come, ms. */
const WORDS_MS_MAX = 3_000;

/** English, until the part that knows the languages and the owner's words has put others in its place (W19, W22). */
export function createSpeech(options: Options, texts: Texts, after: Clock['after']) {
  const locale = signal('en-GB');
  /** How often words were told; 0 while those of the first are on the way. */
  const told = signal(0);
  let words: Promise<Words> | null = null;
  let failed = false;
  const change = () => {
    const { language } = navigator;
    const asked = `${options.locale || document.documentElement.lang || language}`;
    if (!words && ENGLISH.test(asked) && !names(options, /^text/)) {
      locale.value = [asked, language].find((tag) => ENGLISH.exec(tag)?.[1]) ?? 'en-GB';
      told.value ||= 1;
      return;
    }
    failed = false;
    words ??= import('./speak.ts').then(({ createWords }) => createWords(options, texts));
    const fail = (error: unknown) => {
      failed = true;
      told.value += 1;
      console.warn(error);
    };
    words.then(
      (there) =>
        there.speak().then((tag) => {
          if (tag === null) return;
          locale.value = tag;
          told.value += 1;
        }, fail),
      (error) => {
        words = null;
        fail(error);
      },
    );
  };
  const stopWaiting = after(WORDS_MS_MAX, () => {
    told.value ||= 1;
  });
  change();
  return {
    ...{ locale, told, change },
    join: () => words?.then((there) => there.put()).catch(() => {}),
    retry: () => failed && change(),
    stop() {
      stopWaiting();
      words?.then((there) => there.stop()).catch(() => {});
    },
  };
}

/** Whether one of the options has such a name. */
export function names(options: Options, wanted: RegExp): boolean {
  return Object.keys(options).some((name) => wanted.test(name));
}
