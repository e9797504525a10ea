import { BELL_WORDS } from './bell-words.ts';

/** In the built loader (widget/embed/strings.ts), in whatever quotes the build chose. */
const ENGLISH = { open: 'Open chat', failed: 'The chat could not be loaded. Try again.' };
const LANG = /(\.lang=)(["'`])en\2/;
/** The codes of the languages in which there is a bell. */
export const SPOKEN: readonly string[] = ['en', ...Object.keys(BELL_WORDS)].sort();
/** A longer header is nobody's browser. */
const ACCEPTED_LENGTH_MAX = 200;
const WISHES_MAX = 12;

/** The loader with the bell's name in this language; English is built in (W33). */
export function speakLoader(text: string, code: string): string {
  const words = Object.hasOwn(BELL_WORDS, code) ? BELL_WORDS[code] : undefined;
  if (!words) return text;
  // Our own words, without a quote or a sign that a literal would not hold: the quotes that stand there stay.
  const put = (said: string, english: string, word: string) =>
    said.replace(new RegExp(`(["'\`])${english.replaceAll('.', '\\.')}\\1`), (_, quote) => quote + word + quote);
  return put(put(text, ENGLISH.open, words.open), ENGLISH.failed, words.failed).replace(
    LANG,
    (_, before, quote) => before + quote + code + quote,
  );
}

/** The first wish that we speak, as the panel will choose too: the owner's, then the browser's, the dearest first. */
export function loaderLanguage(owner: readonly (string | undefined)[], accepted: string | undefined): string {
  for (const wish of [...owner, ...acceptedTags(accepted)]) {
    const code = codeOf(wish);
    if (code !== null && SPOKEN.includes(code)) return code;
  }
  return 'en';
}

/** Whether the bell has words in the language of this tag. */
export function isSpoken(tag: string): boolean {
  return SPOKEN.includes(`${codeOf(tag)}`);
}

function codeOf(wish: string | undefined): string | null {
  if (!wish) return null;
  try {
    const { language, script } = new Intl.Locale(wish.replaceAll('_', '-')).maximize();
    // Ours is the simplified script, as in widget/ui/speak.ts.
    return script === 'Hant' ? null : language;
  } catch {
    return null;
  }
}

function acceptedTags(header: string | undefined): string[] {
  const parts = (header ?? '').slice(0, ACCEPTED_LENGTH_MAX).split(',').slice(0, WISHES_MAX);
  const weighed = parts.map((part) => {
    const [tag = '', quality = 'q=1'] = part.split(';').map((piece) => piece.trim());
    return { tag, weight: Number(/^q=([\d.]+)$/.exec(quality)?.[1] ?? 0) };
  });
  return weighed
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
