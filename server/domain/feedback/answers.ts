import type { AnswerFilter } from '../../../protocol/wire/feedback.ts';
import type { BusinessBooks } from '../books/books.ts';
import { COMMENTED, COMPLAINED, type ContactColumns } from '../books/contact-columns.ts';
import { type Chosen, type ChosenRows, chooseRows } from '../books/contacts.ts';
import type { Fresh } from '../books/time-book.ts';
import { OUTCOMES } from '../measures/columns.ts';
import { ASKED, type AskedQuestion } from './wordings.ts';

const LOW_SCORE_MAX = 2;
const GOOD_SCORE_MIN = 4;
const UNRESOLVED = OUTCOMES.indexOf('unresolved') + 1;
/** More answers than any question has. */
const ANSWERS = 16;

/** How often an answer was given to the words of one time. */
export interface AskedCount {
  question: AskedQuestion;
  siteId: string;
  /** Since when the words were in force that were asked; 0: none were kept before. */
  wordsFrom: number;
  answer: number;
  n: number;
}

/** Named answers of the episodes chosen, and how many of these have ended: those who could have answered. O(episodes of the time). */
export function countAnswers(
  books: BusinessBooks,
  fresh: Fresh,
  chosen: Chosen,
): { ended: number; asked: AskedCount[] } {
  let ended = 0;
  const counts = new Map<string, Float64Array>();
  for (const { columns, rows } of chooseRows(books, fresh, chosen)) {
    let [site, words] = [-1, -1];
    let own: Float64Array | undefined;
    for (let next = 0; next < rows.length; next += 1) {
      const row = rows[next] as number;
      if (columns.closedAt[row] !== 0) ended += 1;
      if (!isAnswered(columns, row)) continue;
      // Most have the site and the words of the one before.
      if (!own || columns.site[row] !== site || columns.wordsFrom[row] !== words) {
        site = columns.site[row] as number;
        words = columns.wordsFrom[row] as number;
        own = countsOf(counts, `${words} ${columns.words[site]}`);
      }
      for (let question = 0; question < ASKED.length; question += 1) {
        const coded = codedAnswer(columns, row, question);
        if (coded > 0) own[question * ANSWERS + coded] = (own[question * ANSWERS + coded] as number) + 1;
      }
    }
  }
  return { ended, asked: [...counts].flatMap(([key, own]) => toCounts(key, own)) };
}

function countsOf(counts: Map<string, Float64Array>, key: string): Float64Array {
  const known = counts.get(key) ?? new Float64Array(ASKED.length * ANSWERS);
  counts.set(key, known);
  return known;
}

function toCounts(key: string, own: Float64Array): AskedCount[] {
  const space = key.indexOf(' ');
  const [wordsFrom, siteId] = [Number(key.slice(0, space)), key.slice(space + 1)];
  return ASKED.flatMap((question, place) =>
    Array.from(own.subarray(place * ANSWERS, (place + 1) * ANSWERS), (n, coded) => {
      return { question, siteId, wordsFrom, answer: place === SCORE ? coded : coded - 1, n };
    }).filter(({ n }) => n > 0),
  );
}

const SCORE = ASKED.indexOf('score');

function isAnswered({ score, effort, recommend }: ContactColumns, row: number): boolean {
  return score[row] !== 0 || effort[row] !== 0 || recommend[row] !== 0;
}

/** 0: none; the score itself, the others with 1. */
function codedAnswer(columns: ContactColumns, row: number, question: number): number {
  return columns[ASKED[question] as AskedQuestion][row] as number;
}

/** Episodes that were looked for, by their numbers and when something was said of them, or when they opened; `count` of them. */
export interface Found {
  count: number;
  no: Uint32Array;
  episode: Uint32Array;
  at: Float64Array;
}

/** What was said, of one kind (K8). */
export function findSaid(books: BusinessBooks, fresh: Fresh, chosen: Chosen, which: AnswerFilter): Found {
  return find(chooseRows(books, fresh, chosen), 'saidAt', (columns, row) => isOf(columns, row, which));
}

function isOf(columns: ContactColumns, row: number, which: AnswerFilter): boolean {
  const { score, outcome, remarks } = columns;
  const said = score[row] as number;
  switch (which) {
    case 'all':
      return said > 0;
    case 'low':
      return said > 0 && said <= LOW_SCORE_MAX;
    case 'good':
      return said >= GOOD_SCORE_MIN;
    case 'unresolved':
      return outcome[row] === UNRESOLVED;
    case 'comment':
      return ((remarks[row] as number) & COMMENTED) !== 0;
    case 'complaint':
      return ((remarks[row] as number) & COMPLAINED) !== 0;
    case 'effort':
    case 'recommend':
      return (columns[which][row] as number) > 0;
    // These stand in a table of their own (K9).
    case 'nameless':
      return false;
  }
}

/** Answers to a question while its words were the same (K10). */
export function findAsked(
  books: BusinessBooks,
  fresh: Fresh,
  chosen: Chosen,
  { question, since, until }: { question: AskedQuestion; since: number; until: number },
): Found {
  const place = ASKED.indexOf(question);
  return find(chooseRows(books, fresh, chosen), 'openedAt', (columns, row) => {
    const words = columns.wordsFrom[row] as number;
    return words >= since && words < until && codedAnswer(columns, row, place) > 0;
  });
}

function find(
  chosen: readonly ChosenRows[],
  at: 'saidAt' | 'openedAt',
  fits: (columns: ContactColumns, row: number) => boolean,
): Found {
  const most = chosen.reduce((sum, { rows }) => sum + rows.length, 0);
  const found = { count: 0, no: new Uint32Array(most), episode: new Uint32Array(most), at: new Float64Array(most) };
  for (const { columns, rows } of chosen) {
    const [no, episode, when] = [columns.no, columns.episode, columns[at]];
    for (let next = 0; next < rows.length; next += 1) {
      const row = rows[next] as number;
      if (!fits(columns, row)) continue;
      found.no[found.count] = no[row] as number;
      found.episode[found.count] = episode[row] as number;
      found.at[found.count] = when[row] as number;
      found.count += 1;
    }
  }
  return found;
}
