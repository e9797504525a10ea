import { FIND_DIGITS_MAX, FIND_DIGITS_MIN, FIND_NUMBER_DIGITS_MIN, FIND_PLAIN_DIGITS_MIN } from './find-limits.ts';
import type { PlacedWord } from './words.ts';

/** L10: long numbers, as of telephones, by any of their digits and in any spelling (decision 0363). */

/** One number of a text, written in one piece or in several. */
export interface LongNumber {
  digits: string;
  /** Where each digit stands, as [from, to). */
  places: [from: number, to: number][];
  /** Written with the sign of a country's code before it. */
  isAbroad: boolean;
}

/** What stands between the pieces of one number. */
const BETWEEN = /^[ \u00a0\u2007\u2009\u202f()./\-\u2010-\u2015\u2212]{1,3}$/u;
const PLUS = /[+\uff0b][( ]?$/u;
const DATE = /^(?:\d{4}\D\d{1,2}\D\d{1,2}|\d{1,2}\D\d{1,2}\D\d{4})$/u;
const DIGITS = /^\d+$/u;
/** Codes of countries of one and of two digits; all others have three. */
const COUNTRY = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/u;

/** The numbers in a text whose words these are. */
export function numbersIn(
  text: string,
  words: readonly PlacedWord[],
  digitsMin = FIND_NUMBER_DIGITS_MIN,
): LongNumber[] {
  const found: LongNumber[] = [];
  let pieces: PlacedWord[] = [];
  const end = () => {
    const number = pieces.length > 0 ? numberOf(text, pieces, digitsMin) : undefined;
    if (number) found.push(number);
    pieces = [];
  };
  for (const one of words) {
    const last = pieces.at(-1);
    if (last && !(DIGITS.test(one.word) && BETWEEN.test(text.slice(last.to, one.from)))) end();
    if (DIGITS.test(one.word)) pieces.push(one);
  }
  end();
  return found;
}

function numberOf(text: string, pieces: PlacedWord[], digitsMin: number): LongNumber | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)] as [PlacedWord, PlacedWord];
  const digits = pieces.map(({ word }) => word).join('');
  const isAbroad = PLUS.test(text.slice(Math.max(0, first.from - 2), first.from)) || digits.startsWith('00');
  const isPlain = pieces.length === 1 && !isAbroad && !digits.startsWith('0');
  if (digits.length < (isPlain ? Math.max(digitsMin, FIND_PLAIN_DIGITS_MIN) : digitsMin)) return undefined;
  if (DATE.test(text.slice(first.from, last.to))) return undefined;
  return { digits, isAbroad, places: pieces.flatMap(placesOf) };
}

/** A digit is as long as the others of its piece, unless signs that nobody looks for stand between them: then it is the piece. */
function placesOf({ word, from, to }: PlacedWord): [number, number][] {
  const length = (to - from) / word.length;
  const isEven = Number.isInteger(length);
  return [...word].map((_, at) => (isEven ? [from + at * length, from + (at + 1) * length] : [from, to]));
}

/** What is stored of a text beside its words: of each long number what is left of it from each digit on. */
export function digitsOf(text: string, words: readonly PlacedWord[]): string[] {
  return numbersIn(text, words).flatMap(({ digits }) =>
    Array.from({ length: digits.length - FIND_DIGITS_MIN + 1 }, (_, at) => digits.slice(at, at + FIND_DIGITS_MAX)),
  );
}

/** What is looked for of a number: without the country's code and the zeros before it, which are written or not. */
export function askedDigits({ digits, isAbroad }: LongNumber): string {
  const own = isAbroad ? digits.replace(/^00/u, '').replace(COUNTRY, '') : digits;
  return own.replace(/^0+/u, '').slice(0, FIND_DIGITS_MAX);
}
