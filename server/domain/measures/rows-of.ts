import { CAUSES, type RowsOf } from '../../../protocol/wire/measures.ts';
import { type FactColumns, OUTCOMES } from './columns.ts';
import { type Grouping, NOWHERE } from './count-columns.ts';
import {
  at,
  LENGTHS,
  type LengthDefinition,
  type LengthName,
  SHARES,
  type ShareDefinition,
  type ShareName,
} from './definitions.ts';
import type { Aim } from './judgement.ts';

/** One row behind a figure: an episode, or one of its waits. */
export interface FigureRow {
  no: number;
  episode: number;
  openedAt: number;
  /** Of a wait; 0: the row is the episode. */
  seq: number;
  /** Its length, where the figure is one of lengths. */
  ms: number | null;
  isLonger: boolean;
}

/** Which rows a share's name stands for: those that count, the hits, or the others. */
const OF_SHARES: Partial<Record<RowsOf, [ShareName, readonly number[]]>> = {
  episodes: ['ended', [1, 2]],
  ended: ['ended', [2]],
  open: ['ended', [1]],
  answered: ['answered', [2]],
  abandoned: ['abandonedShare', [2]],
  rated: ['csat', [1, 2]],
  satisfied: ['csat', [2]],
  serviceLevel: ['serviceLevel', [1, 2]],
  served: ['serviceLevel', [2]],
  missed: ['serviceLevel', [1]],
  firstContact: ['firstContact', [1, 2]],
  solvedFirst: ['firstContact', [2]],
  reopenable: ['reopened', [1, 2]],
  reopened: ['reopened', [2]],
  complaints: ['complaints', [1, 2]],
  complaintsSolved: ['complaints', [2]],
};

/** Takes rows as numbers, because most of millions are only counted. `wait`: its place in the columns; -1: the row is the episode. */
export type TakeRow = (
  columns: FactColumns,
  episode: number,
  wait: number,
  ms: number | null,
  isLonger: boolean,
) => void;

/** The rows that a figure counts, by its own definition. */
export function listRows(columns: FactColumns, grouping: Grouping, of: RowsOf, aim: Aim, add: TakeRow) {
  if (of in LENGTHS) return listLengths(columns, grouping, LENGTHS[of as LengthName], add);
  const share = OF_SHARES[of];
  if (share) return listShare(columns, grouping, share, aim, add);
  const [part, name] = of.split(':') as ['outcome' | 'cause', string];
  const code = 1 + (part === 'outcome' ? OUTCOMES.indexOf(name as never) : CAUSES.indexOf(name as never));
  for (let row = 0; row < columns.episodes; row += 1) {
    if (grouping.episodes[row] !== NOWHERE && columns[part][row] === code) add(columns, row, -1, null, false);
  }
}

function listShare(
  columns: FactColumns,
  grouping: Grouping,
  [name, wanted]: [ShareName, readonly number[]],
  aim: Aim,
  add: TakeRow,
): void {
  const { over, judge }: ShareDefinition = SHARES[name];
  const isIn = name === 'csat' ? ratedIn(columns, grouping) : (row: number) => grouping.episodes[row] !== NOWHERE;
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    if (over === 'episode') {
      if (isIn(episode) && wanted.includes(judge(columns, episode, aim, episode)))
        add(columns, episode, -1, null, false);
      continue;
    }
    const end = columns.waitFrom[episode + 1] as number;
    for (let wait = columns.waitFrom[episode] as number; wait < end; wait += 1) {
      if (grouping.waits[wait] === NOWHERE || !wanted.includes(judge(columns, wait, aim, episode))) continue;
      const isLonger = columns.waitAnswered[wait] === 0;
      add(columns, episode, wait, at(columns.wait, wait) - 1, isLonger);
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

function listLengths(columns: FactColumns, grouping: Grouping, definition: LengthDefinition, add: TakeRow): void {
  const [value, ended] = [definition.value(columns), definition.ended(columns)];
  const [less, only] = [definition.less?.(columns), definition.only?.(columns)];
  const lengthOf = (row: number) => Math.max(0, at(value, row) - (less ? at(less, row) : 1));
  const counts = (row: number) => at(value, row) > 0 && (!only || only[row] === 1);
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    if (definition.over === 'episode') {
      if (grouping.episodes[episode] === NOWHERE || !counts(episode)) continue;
      add(columns, episode, -1, lengthOf(episode), ended[episode] === 0);
      continue;
    }
    const end = columns.waitFrom[episode + 1] as number;
    for (let wait = columns.waitFrom[episode] as number; wait < end; wait += 1) {
      if (grouping.waits[wait] === NOWHERE || !counts(wait)) continue;
      add(columns, episode, wait, lengthOf(wait), ended[wait] === 0);
    }
  }
}
