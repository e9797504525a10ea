import { CAUSES, type RowsOf } from '../../../protocol/wire/measures.ts';
import { type FactColumns, OUTCOMES } from './columns.ts';
import { KINDS } from './counts-part.ts';
import {
  at,
  LENGTHS,
  type LengthDefinition,
  type LengthName,
  lengthOf,
  SHARES,
  type ShareDefinition,
  type ShareName,
} from './definitions.ts';
import { type Grouping, NOWHERE } from './grouping.ts';
import { judgedBy } from './judged-by.ts';
import type { Aim } from './judgement.ts';
import { lengthNameOf, readStretch, type Stretch } from './stretch.ts';

/** Where a row stands among others. */
export interface RowPlace {
  no: number;
  episode: number;
  openedAt: number;
  /** Of a wait; 0: the row is the episode. */
  seq: number;
}

/** One row behind a figure: an episode, or one of its waits. */
export interface FigureRow extends RowPlace {
  /** Its length, where the figure is one of lengths. */
  ms: number | null;
  isLonger: boolean;
}

/** Which rows a share's name stands for: those that count, the hits, the others, or those that nobody can judge yet. */
const OF_SHARES: Partial<Record<RowsOf, [ShareName, readonly number[]]>> = {
  episodes: ['ended', [1, 2]],
  ended: ['ended', [2]],
  open: ['ended', [1]],
  answered: ['answered', [2]],
  unanswered: ['answered', [1]],
  abandoned: ['abandonedShare', [2]],
  rated: ['csat', [1, 2]],
  satisfied: ['csat', [2]],
  serviceLevel: ['serviceLevel', [1, 2]],
  served: ['serviceLevel', [2]],
  missed: ['serviceLevel', [1]],
  firstContact: ['firstContact', [1, 2]],
  solvedFirst: ['firstContact', [2]],
  firstContactUnknown: ['firstContact', [3]],
  reopenable: ['reopened', [1, 2]],
  reopened: ['reopened', [2]],
  reopenedUnknown: ['reopened', [3]],
  complaints: ['complaints', [1, 2]],
  complaintsSolved: ['complaints', [2]],
  complaintsUnknown: ['complaints', [3]],
};

/** Who takes rows. Of those that began before `oldestAt` it is enough to know how many there are. */
export interface RowTaker {
  total: number;
  hasMore: boolean;
  readonly oldestAt: number;
  take(row: FigureRow): void;
}

/** The rows that a figure counts, by its own definition. O(rows); only what may be shown is made into something. */
export function listRows(columns: FactColumns, grouping: Grouping, of: RowsOf, aim: Aim, taker: RowTaker) {
  if (of in LENGTHS) return listLengths(columns, grouping, LENGTHS[of as LengthName], taker);
  const stretch = readStretch(of);
  if (stretch) return listLengths(columns, grouping, LENGTHS[lengthNameOf(stretch.of, aim.clock)], taker, stretch);
  const share = OF_SHARES[of];
  if (share) return listShare(columns, grouping, share, aim, taker);
  const [part, name] = of.split(':') as ['outcome' | 'cause', string];
  const code = 1 + (part === 'outcome' ? OUTCOMES.indexOf(name as never) : CAUSES.indexOf(name as never));
  for (let row = 0; row < columns.episodes; row += 1) {
    if (grouping.episodes[row] !== NOWHERE && columns[part][row] === code) add(taker, columns, row, -1, null, false);
  }
}

/** `wait`: its place in the columns; -1: the row is the episode. */
function add(
  taker: RowTaker,
  columns: FactColumns,
  episode: number,
  wait: number,
  ms: number | null,
  isLonger: boolean,
): void {
  taker.total += 1;
  const openedAt = columns.openedAt[episode] as number;
  // Nearly all of many are too old for the page.
  if (openedAt < taker.oldestAt) {
    taker.hasMore = true;
    return;
  }
  const seq = wait < 0 ? 0 : (columns.waitSeq[wait] as number);
  const [no, number] = [columns.no[episode] as number, columns.episode[episode] as number];
  taker.take({ no, episode: number, openedAt, seq, ms, isLonger });
}

function listShare(
  columns: FactColumns,
  grouping: Grouping,
  [name, wanted]: [ShareName, readonly number[]],
  aim: Aim,
  taker: RowTaker,
): void {
  const { over }: ShareDefinition = SHARES[name];
  const judged = judgedBy(columns, name, aim);
  const isIn = name === 'csat' ? ratedIn(columns, grouping) : (row: number) => grouping.episodes[row] !== NOWHERE;
  const flags = Uint8Array.from({ length: KINDS }, (_, kind) => (wanted.includes(kind) ? 1 : 0));
  const isWanted = (row: number) => flags[judged[row] as number] === 1;
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    if (over === 'episode') {
      if (isIn(episode) && isWanted(episode)) add(taker, columns, episode, -1, null, false);
      continue;
    }
    const end = columns.waitFrom[episode + 1] as number;
    for (let wait = columns.waitFrom[episode] as number; wait < end; wait += 1) {
      if (grouping.waits[wait] === NOWHERE || !isWanted(wait)) continue;
      add(taker, columns, episode, wait, at(columns.wait, wait) - 1, columns.waitAnswered[wait] === 0);
    }
  }
}

/** M6: an agent's answers are those of the episodes she wrote in. */
function ratedIn(columns: FactColumns, { episodes, credits }: Grouping): (row: number) => boolean {
  if (credits === null) return (row) => episodes[row] !== NOWHERE;
  return (row) => {
    const end = columns.creditFrom[row + 1] as number;
    for (let one = columns.creditFrom[row] as number; one < end; one += 1) if (credits[one] !== NOWHERE) return true;
    return false;
  };
}

function listLengths(
  columns: FactColumns,
  grouping: Grouping,
  definition: LengthDefinition,
  taker: RowTaker,
  stretch: Stretch | null = null,
): void {
  const [value, ended] = [definition.value(columns), definition.ended(columns)];
  const [less, only] = [definition.less?.(columns), definition.only?.(columns)];
  const msOf = (row: number) => lengthOf(at(value, row), less ? at(less, row) : 1);
  const counts = (row: number) =>
    at(value, row) > 0 && (!only || only[row] === 1) && (!stretch || isWithin(stretch, msOf(row), ended[row] === 1));
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    if (definition.over === 'episode') {
      if (grouping.episodes[episode] === NOWHERE || !counts(episode)) continue;
      add(taker, columns, episode, -1, msOf(episode), ended[episode] === 0);
      continue;
    }
    const end = columns.waitFrom[episode + 1] as number;
    for (let wait = columns.waitFrom[episode] as number; wait < end; wait += 1) {
      if (grouping.waits[wait] === NOWHERE || !counts(wait)) continue;
      add(taker, columns, episode, wait, msOf(wait), ended[wait] === 0);
    }
  }
}

function isWithin({ part, fromMs, toMs }: Stretch, ms: number, hasEnded: boolean): boolean {
  return ms >= fromMs && ms < toMs && (part === 'all' || hasEnded === (part === 'answered'));
}
