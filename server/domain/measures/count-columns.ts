import type { FactColumns } from './columns.ts';
import {
  at,
  LENGTHS,
  type LengthDefinition,
  type LengthName,
  SHARES,
  type ShareDefinition,
  type ShareName,
} from './definitions.ts';
import type { Aim, Judgement } from './judgement.ts';
import type { LengthTally } from './length-tally.ts';
import type { Tally } from './tally.ts';

/** What is counted: a report that shows less costs less. */
export interface Wanted {
  lengths: readonly LengthName[];
  shares: readonly ShareName[];
}

/** In no group. */
export const NOWHERE = 0xffffffff;

/** Which group each row belongs to. Waits have their own: an agent's waits are those she ended (M3). */
export interface Grouping {
  episodes: Uint32Array;
  waits: Uint32Array;
  /** Of `creditAgent` rows, where groups are agents; null: an answer counts once, in its episode's group. */
  credits: Uint32Array | null;
}

/** Adds all rows to the groups they belong to. */
export function countColumns(
  columns: FactColumns,
  grouping: Grouping,
  tallies: readonly Tally[],
  aim: Aim,
  wanted: Wanted,
): void {
  for (const name of wanted.lengths) {
    const into = tallies.map(({ lengths }) => lengths[name]);
    countLengths(columns, LENGTHS[name], grouping, into);
  }
  for (const name of wanted.shares) {
    const into = tallies.map(({ shares }) => shares[name]);
    if (SHARES[name].over === 'wait') countWaitShares(columns, SHARES[name], grouping.waits, into, aim);
    else countEpisodeShares(columns, SHARES[name], grouping.episodes, into, aim);
  }
  countCodes(columns, grouping, tallies);
  if (grouping.credits) countCredits(columns, grouping.credits, tallies);
}

function countLengths(
  columns: FactColumns,
  definition: LengthDefinition,
  grouping: Grouping,
  into: readonly LengthTally[],
): void {
  const groups = definition.over === 'wait' ? grouping.waits : grouping.episodes;
  const value = definition.value(columns);
  const ended = definition.ended(columns);
  const less = definition.less?.(columns) ?? null;
  const only = definition.only?.(columns) ?? null;
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    const coded = value[row] as number;
    if (group === NOWHERE || coded === 0 || (only !== null && only[row] === 0)) continue;
    const ms = less === null ? coded - 1 : Math.max(0, coded - (less[row] as number));
    (into[group] as LengthTally).add(ms, ended[row] === 1);
  }
}

type Count = { hits: number; n: number; unknown: number };

function countEpisodeShares(
  columns: FactColumns,
  { judge }: ShareDefinition,
  groups: Uint32Array,
  into: readonly Count[],
  aim: Aim,
): void {
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (group !== NOWHERE) addTo(into[group] as Count, judge(columns, row, aim, row));
  }
}

function countWaitShares(
  columns: FactColumns,
  { judge }: ShareDefinition,
  groups: Uint32Array,
  into: readonly Count[],
  aim: Aim,
): void {
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    const end = columns.waitFrom[episode + 1] as number;
    for (let row = columns.waitFrom[episode] as number; row < end; row += 1) {
      const group = groups[row] as number;
      if (group !== NOWHERE) addTo(into[group] as Count, judge(columns, row, aim, episode));
    }
  }
}

function addTo(count: Count, judgement: Judgement): void {
  if (judgement === 0) return;
  if (judgement === 3) count.unknown += 1;
  else count.n += 1;
  if (judgement === 2) count.hits += 1;
}

function countCodes(
  { episodes, outcome, cause, score }: FactColumns,
  grouping: Grouping,
  tallies: readonly Tally[],
): void {
  for (let row = 0; row < episodes; row += 1) {
    const tally = tallies[grouping.episodes[row] as number];
    if (!tally) continue;
    tally.outcomes[at(outcome, row)] = (tally.outcomes[at(outcome, row)] ?? 0) + 1;
    tally.causes[at(cause, row)] = (tally.causes[at(cause, row)] ?? 0) + 1;
    // Of an agent, those she wrote in are counted as her credits are.
    if (grouping.credits === null && at(score, row) > 0) addScore(tally, at(score, row));
  }
}

function addScore(tally: Tally, score: number): void {
  tally.scores[score - 1] = (tally.scores[score - 1] ?? 0) + 1;
}

/** M6: where several agents served, each has her share of the team's messages in the answer. */
function countCredits(columns: FactColumns, groups: Uint32Array, tallies: readonly Tally[]): void {
  for (const tally of tallies) tally.credited ??= { n: 0, hits: 0 };
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    const [begin, end] = [columns.creditFrom[episode] as number, columns.creditFrom[episode + 1] as number];
    let messages = 0;
    for (let row = begin; row < end; row += 1) messages += columns.creditMessages[row] as number;
    for (let row = begin; row < end; row += 1) {
      const tally = tallies[groups[row] as number];
      if (!tally?.credited) continue;
      const score = at(columns.score, episode);
      const part = (columns.creditMessages[row] as number) / messages;
      addScore(tally, score);
      tally.credited.n += part;
      if (score >= 4) tally.credited.hits += part;
    }
  }
}
