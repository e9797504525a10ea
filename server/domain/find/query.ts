import { askedDigits, type LongNumber, numbersIn } from '../../../protocol/wire/digits.ts';
import { FIND_DIGITS_MIN } from '../../../protocol/wire/find-limits.ts';
import { FIND_TERMS_MAX } from '../../../protocol/wire/limits.ts';
import { type PlacedWord, wordsOf } from '../../../protocol/wire/words.ts';

/** What is looked for: all of these, each one word or several in a row. */
export interface Term {
  words: string[];
  /** Set in quotation marks: only as it stands, not as the beginning of a longer word. */
  exact: boolean;
  /** L10: digits of a long number, of which the words are a piece. Where they stand, the words need not. */
  number?: string;
}

const PIECE = /"([^"]*)"?|[^\s"]+/gu;
/** As languages write them; a keyboard or a phone sets them by itself. Single ones are apostrophes as often. */
const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\uff02]/gu;

/** L2: words separated by spaces are all to be there; quotation marks keep words together. Empty where there is no word. */
export function readQuery(text: string): Term[] {
  const asked = text.replaceAll(QUOTES, '"');
  const numbers = numbersIn(asked, wordsOf(asked), FIND_DIGITS_MIN);
  const terms: Term[] = [];
  for (const piece of asked.matchAll(PIECE)) {
    const quoted = piece[1];
    const placed = wordsOf(quoted ?? piece[0]);
    const words = placed.map(({ word }) => word);
    const number = quoted === undefined ? numberOf(numbers, placed, piece.index) : undefined;
    if (words.length > 0) terms.push({ words, exact: quoted !== undefined, ...(number ? { number } : {}) });
  }
  return terms.slice(0, FIND_TERMS_MAX);
}

/** The number of which a piece of the question is part, if it is nothing else besides. */
function numberOf(numbers: readonly LongNumber[], placed: readonly PlacedWord[], at: number): string | undefined {
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return undefined;
  const whole = numbers.find(
    ({ places }) => (places[0]?.[0] ?? 0) <= at + first.from && at + last.to <= (places.at(-1)?.[1] ?? 0),
  );
  const digits = whole && askedDigits(whole);
  return digits && digits.length >= FIND_DIGITS_MIN && digits !== first.word ? digits : undefined;
}

type Mark = [from: number, to: number];

/** L4: where the terms stand in a text, as [from, to) of its UTF-16 units, in order and apart. */
export function markTerms(text: string, terms: readonly Term[]): Mark[] {
  const words = wordsOf(text);
  const marks: Mark[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = Math.max(0, ...terms.map((term) => (stands(words, at, term) ? term.words.length : 0)));
    if (length === 0) continue;
    marks.push([(words[at] as PlacedWord).from, (words[at + length - 1] as PlacedWord).to]);
    at += length - 1;
  }
  return apart([...marks, ...numbersIn(text, words).flatMap((number) => markDigits(number, terms))]);
}

function stands(words: PlacedWord[], at: number, { words: wanted, exact }: Term): boolean {
  return wanted.every((word, offset) => {
    const here = words[at + offset]?.word;
    const isLast = offset === wanted.length - 1;
    return here !== undefined && (isLast && !exact ? here.startsWith(word) : here === word);
  });
}

/** L10: wherever in a long number the digits of a term stand. */
function markDigits({ digits, places }: LongNumber, terms: readonly Term[]): Mark[] {
  return terms.flatMap(({ words, exact, number }) => {
    const wanted = number ?? (words.length === 1 ? (words[0] as string) : '');
    const at = digits.indexOf(wanted);
    if (wanted.length < FIND_DIGITS_MIN || at < 0 || (exact && !digits.endsWith(wanted))) return [];
    const first = exact ? digits.length - wanted.length : at;
    const [from] = places[first] as Mark;
    const [, to] = places[first + wanted.length - 1] as Mark;
    return [[from, to] as Mark];
  });
}

/** In order; of two that touch the same signs one that is both. */
function apart(marks: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const [from, to] of marks.toSorted(([a], [b]) => a - b)) {
    const last = kept.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else kept.push([from, to]);
  }
  return kept;
}
