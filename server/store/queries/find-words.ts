import { digitsOf } from '../../../protocol/wire/digits.ts';
import type { FindKind } from '../../../protocol/wire/find.ts';
import type { Party } from '../../../protocol/wire/model.ts';
import { wordsOf } from '../../../protocol/wire/words.ts';
import type { Term } from '../../domain/find/query.ts';
import type { FindLines } from '../find-store.ts';
import type { DialectName } from './dialect.ts';

/**
 * The one place that knows how words and marks look in the two indexes. Words are folded and cut by wordsOf on both sides,
 * so no database has a say in what a word is. Marks are what can be filtered by within the index: a filter that leaves
 * little must not make the database look through all that it leaves out.
 */

export interface Marked {
  kind: FindKind;
  siteId: string;
  author: Party | null;
  agentId: string | null;
}

/** Lines in a row that are a block. It stands in the index: another number needs everything taken up anew. */
export const BLOCK_LINES = 512;
/** In FTS5 marks stand among the words: behind this sign no word that can be typed is one of them, or begins one. */
const SIGN = '\ue000';

/** PostgreSQL keeps 255 positions of a word, up to this one. */
const POSITION_MAX = 16_383;

export function markList({ kind, siteId, author, agentId }: Partial<Marked>): string[] {
  return [
    ...(kind ? [`k${kind}`] : []),
    ...(siteId ? [`s${hex(siteId)}`] : []),
    ...(author ? [`w${author}`] : []),
    ...(agentId ? [`a${hex(agentId)}`] : []),
  ];
}

export function blockOf(line: number): number {
  return Math.floor(line / BLOCK_LINES);
}

export const blockMark = (block: number) => `b${block}`;
export const conversationMark = (no: number) => `c${no}`;

/** For FTS5: the words one after another. */
export function wordText(text: string): string {
  return storedWords(text).join(' ');
}

/** The digits of long numbers behind the words, so that what stands in a row stays in a row (L10). */
function storedWords(text: string): string[] {
  const words = wordsOf(text);
  return [...words.map(({ word }) => word), ...digitsOf(text, words)];
}

/** For FTS5. */
export function markText(marks: readonly string[]): string {
  return marks.map((mark) => `${SIGN}${mark}`).join(' ');
}

/** For PostgreSQL: a tsvector's text, with the marks as words that nobody can type. */
export function wordVector(text: string, marks: readonly string[]): string {
  const places = new Map<string, number[]>();
  storedWords(text).forEach((word, index) => {
    const at = Math.min(index + 1, POSITION_MAX);
    const known = places.get(word);
    if (!known) places.set(word, [at]);
    else if (known.at(-1) !== at && known.length < 255) known.push(at);
  });
  const words = [...places].map(([word, at]) => `'${word}':${at.join(',')}`);
  return [...words, ...marks.map((mark) => `'#${mark}'`)].join(' ');
}

/** The question in the database's own words; with a scope only what has one of these marks, and the index sees nothing else. */
export function matchOf(input: FindLines, scope: readonly string[], dialect: DialectName): string {
  const { all, any, not, markOf, termOf } = WRITES[dialect];
  const within = [...(scope.length > 0 ? [any(scope.map(markOf))] : []), ...marksOf(input).map(markOf)];
  const matching = (open: boolean) => all([...within, ...input.terms.map((term) => termOf(term, open))]);
  // Each side within the scope: a side of its own would be looked through to its end.
  return input.tier === 0 ? matching(false) : not(matching(true), matching(false));
}

/** One thing that must be there; as both databases are asked for it. */
type Part = Record<DialectName, string>;

/** What must all be there, each for itself: where one is rare, the whole question is cheap. */
export function partsOf(input: FindLines): Part[] {
  const { sqlite, postgres } = WRITES;
  const marks = marksOf(input).map((mark) => ({ sqlite: sqlite.markOf(mark), postgres: postgres.markOf(mark) }));
  const words = input.terms.flatMap((term) =>
    term.number
      ? [term]
      : term.words.map((word, at, all) => ({ words: [word], exact: term.exact || at < all.length - 1 })),
  );
  const isOpen = input.tier === 1;
  return [
    ...marks,
    ...words.map((term) => ({ sqlite: sqlite.termOf(term, isOpen), postgres: postgres.termOf(term, isOpen) })),
  ];
}

/** What PostgreSQL's index is asked for: all of these. */
export const leadOf = (parts: readonly Part[]) => WRITES.postgres.all(parts.map(({ postgres }) => postgres));

function marksOf({ kind, siteId, author, agentId }: FindLines): string[] {
  return markList({
    ...(kind ? { kind } : {}),
    ...(siteId ? { siteId } : {}),
    ...(author ? { author } : {}),
    ...(agentId ? { agentId } : {}),
  });
}

interface Writes {
  all(parts: string[]): string;
  any(parts: string[]): string;
  not(one: string, other: string): string;
  markOf(mark: string): string;
  termOf(term: Term, open: boolean): string;
}

const WRITES: Record<DialectName, Writes> = {
  sqlite: {
    all: (parts) => `(${parts.join(' AND ')})`,
    any: (parts) => `(${parts.join(' OR ')})`,
    not: (one, other) => `(${one} NOT ${other})`,
    markOf: (mark) => `marks : ${SIGN}${mark}`,
    termOf({ words, exact, number }, open) {
      const start = open && !exact ? ' *' : '';
      const term = `words : "${words.join(' ')}"${start}`;
      return number ? `(${term} OR words : "${number}"${start})` : term;
    },
  },
  postgres: {
    all: (parts) => `(${parts.join(' & ')})`,
    any: (parts) => `(${parts.join(' | ')})`,
    not: (one, other) => `(${one} & !${other})`,
    markOf: (mark) => `'#${mark}'`,
    termOf({ words, exact, number }, open) {
      const start = open && !exact ? ':*' : '';
      const last = words.length - 1;
      const term = `(${words.map((word, at) => `'${word}'${at === last ? start : ''}`).join(' <-> ')})`;
      return number ? `(${term} | '${number}'${start})` : term;
    },
  },
};

function hex(id: string): string {
  return [...id].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')).join('');
}
