import { FIND_TERMS_MAX } from '../../../protocol/wire/limits.ts';
import { type PlacedWord, wordsOf } from '../../../protocol/wire/words.ts';

/** What is looked for: all of these, each one word or several in a row. */
export interface Term {
  words: string[];
  /** Set in quotation marks: only as it stands, not as the beginning of a longer word. */
  exact: boolean;
}

const PIECE = /"([^"]*)"?|[^\s"]+/gu;
/** As languages write them; a keyboard or a phone sets them by itself. Single ones are apostrophes as often. */
const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\uff02]/gu;

/** L2: words separated by spaces are all to be there; quotation marks keep words together. Empty where there is no word. */
export function readQuery(text: string): Term[] {
  const terms: Term[] = [];
  for (const piece of text.replaceAll(QUOTES, '"').matchAll(PIECE)) {
    const quoted = piece[1];
    const words = wordsOf(quoted ?? piece[0]).map(({ word }) => word);
    if (words.length > 0) terms.push({ words, exact: quoted !== undefined });
  }
  return terms.slice(0, FIND_TERMS_MAX);
}

/** L4: where the terms stand in a text, as [from, to) of its UTF-16 units, in order and apart. */
export function markTerms(text: string, terms: readonly Term[]): [from: number, to: number][] {
  const words = wordsOf(text);
  const marks: [number, number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = Math.max(0, ...terms.map((term) => (stands(words, at, term) ? term.words.length : 0)));
    if (length === 0) continue;
    marks.push([(words[at] as PlacedWord).from, (words[at + length - 1] as PlacedWord).to]);
    at += length - 1;
  }
  return marks;
}

function stands(words: PlacedWord[], at: number, { words: wanted, exact }: Term): boolean {
  return wanted.every((word, offset) => {
    const here = words[at + offset]?.word;
    const isLast = offset === wanted.length - 1;
    return here !== undefined && (isLast && !exact ? here.startsWith(word) : here === word);
  });
}
