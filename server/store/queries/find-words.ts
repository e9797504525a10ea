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

/** For FTS5: the words one after another. */
export function wordText(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .join(' ');
}

/** For PostgreSQL: a tsvector's text, with the marks as words that nobody can type. */
export function wordVector(text: string, marks: readonly string[]): string {
  const places = new Map<string, number[]>();
  wordsOf(text).forEach(({ word }, index) => {
    const at = Math.min(index + 1, POSITION_MAX);
    const known = places.get(word);
    if (!known) places.set(word, [at]);
    else if (known.at(-1) !== at && known.length < 255) known.push(at);
  });
  const words = [...places].map(([word, at]) => `'${word}':${at.join(',')}`);
  return [...words, ...marks.map((mark) => `'#${mark}'`)].join(' ');
}

/** The question in the database's own words. */
export function matchOf(input: FindLines, dialect: DialectName): string {
  const { terms, tier } = input;
  const write = dialect === 'sqlite' ? fts : tsquery;
  const marks = markList({
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.siteId ? { siteId: input.siteId } : {}),
    ...(input.author ? { author: input.author } : {}),
    ...(input.agentId ? { agentId: input.agentId } : {}),
  });
  return write(terms, tier, marks);
}

function fts(terms: readonly Term[], tier: 0 | 1, marks: string[]): string {
  const all = (open: boolean) =>
    `words : (${terms.map(({ words, exact }) => `"${words.join(' ')}"${open && !exact ? ' *' : ''}`).join(' AND ')})`;
  const words = tier === 0 ? all(false) : `((${all(true)}) NOT (${all(false)}))`;
  return marks.length === 0 ? words : `(marks : (${marks.join(' AND ')})) AND (${words})`;
}

function tsquery(terms: readonly Term[], tier: 0 | 1, marks: string[]): string {
  const all = (open: boolean) =>
    terms
      .map(({ words, exact }) => {
        const last = words.length - 1;
        return `(${words.map((word, at) => `'${word}'${open && !exact && at === last ? ':*' : ''}`).join(' <-> ')})`;
      })
      .join(' & ');
  const words = tier === 0 ? all(false) : `(${all(true)}) & !(${all(false)})`;
  return [...marks.map((mark) => `'#${mark}'`), words].join(' & ');
}

function hex(id: string): string {
  return [...id].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')).join('');
}
