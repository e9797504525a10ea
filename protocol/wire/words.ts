import { FIND_WORD_CHARS_MAX } from './limits.ts';

/** One word of a text as it is looked for: folded, and where it stands. */
export interface PlacedWord {
  word: string;
  from: number;
  to: number;
}

/**
 * Which cutting and folding this is. Raise it whenever `wordsOf` or `digitsOf` gives other words for a text than before: indexes that were
 * made by another are brought to this one behind people's backs (L5). 2: a maqaf parts words, and digits are those of their worth. 3: signs
 * that were typed in pieces are those that they make, what only says how a sign looks is no part of a word, and long numbers are
 * found from each of their digits on.
 */
export const WORDS_FOLDING = 3;

/** Letters that no decomposition opens, and the other shape of one. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
  ς: 'σ',
};
/**
 * Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs. Signs that Hindi or Thai cannot do without stay. With them
 * goes what nobody sees within a word: where it may be parted, how letters join, and that an emoji before it is a coloured one.
 */
const ACCENTS =
  /[\u20e3\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640]|\p{DI}/gu;
/** The zeros of Arabic, Persian and Hindi: each digit is the one of its worth. */
const ZEROS = [0x660, 0x6f0, 0x966];
const PART_OF_WORD = /^[\p{L}\p{N}\p{M}]+$/u;
/** Written without spaces: each sign is a word, and a word of several signs is looked for as a phrase. */
const ONE_BY_ONE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+$/u;
/** A sign as it is typed; with the sound mark of Japanese, which may be one of its own. Of others the word is composed as a whole. */
const SIGN = /.[\u3099\u309a\uff9e\uff9f]?/gsu;

/**
 * L1: the words of a text, without case and accents, so that "cafe" finds "Café". The same for what is stored and what is
 * asked, on both databases. O(length).
 */
export function wordsOf(text: string): PlacedWord[] {
  const found: PlacedWord[] = [];
  let word = '';
  let from = 0;
  let at = 0;
  const end = () => {
    if (word !== '') found.push({ word: word.normalize('NFC').slice(0, FIND_WORD_CHARS_MAX), from, to: at });
    word = '';
  };
  for (const [sign] of text.matchAll(SIGN)) {
    const folded = fold(sign);
    if (folded !== '' && !PART_OF_WORD.test(folded)) end();
    else if (ONE_BY_ONE.test(folded)) {
      end();
      for (const one of folded) found.push({ word: one, from: at, to: at + sign.length });
    } else {
      if (word === '') from = at;
      word += folded;
    }
    at += sign.length;
  }
  end();
  return found;
}

function fold(sign: string): string {
  const lower = sign.normalize('NFKD').toLowerCase().normalize('NFKD').replace(ACCENTS, '');
  return PLAIN[lower] ?? digitOf(lower) ?? lower.normalize('NFC');
}

function digitOf(sign: string): string | undefined {
  const code = sign.charCodeAt(0);
  const zero = ZEROS.find((one) => code >= one && code < one + 10);
  return zero === undefined ? undefined : String(code - zero);
}
