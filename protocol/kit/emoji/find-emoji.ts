import { type EmojiWords, ENGLISH } from './english.ts';

/** Accents, Hebrew and Arabic vowel marks and the stretched stroke, the dot under Hindi letters: many leave them out. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u093c]/g;
/** Letters that stay one when taken apart, and are typed in two ways. */
const ALIKE: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  œ: 'oe',
  '’': "'",
  ة: 'ه',
  ى: 'ي',
  '\u0901': '\u0902',
};
/** Japanese is typed in the round letters; the angular ones stand in the same order further on. */
const KATAKANA = /[\u30a1-\u30f6]/g;
const TO_HIRAGANA = 0x60;

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_HIRAGANA))
    .replace(/[ıłßœ’ةى\u0901]/g, (sign) => ALIKE[sign] ?? sign);
}

/** `wanted` folded. The signs where each of these words begins one of theirs stand first: "clé" is a key, then a muscle. */
function among(said: EmojiWords, wanted: readonly string[]): (keyof EmojiWords)[] {
  const signs = Object.keys(ENGLISH) as (keyof EmojiWords)[];
  const holding = (before: string) => (sign: keyof EmojiWords) =>
    wanted.every((word) => ` ${fold(said[sign])}`.includes(before + word));
  return [...new Set([...signs.filter(holding(' ')), ...signs.filter(holding(''))])];
}

/** The signs by the words asked for; where the language has none of them, by their English words. With their names. */
export function findEmoji(words: EmojiWords, asked: string): [sign: string, name: string][] {
  const wanted = fold(asked).trim().split(/\s+/);
  const own = among(words, wanted);
  return (own.length > 0 ? own : among(ENGLISH, wanted)).map((sign) => [sign, words[sign].replace(/,.*/, '')]);
}
