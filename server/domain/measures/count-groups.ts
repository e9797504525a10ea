import { CAUSES } from '../../../protocol/wire/measures.ts';
import { type FactColumns, OUTCOMES } from './columns.ts';
import { type CountsPart, entriesOf, KINDS, PIECES, SCORES } from './counts-part.ts';
import { at, SHARES, type ShareName } from './definitions.ts';
import { NOWHERE, type Placed } from './grouping.ts';
import { judgedBy } from './judged-by.ts';
import type { Aim } from './judgement.ts';

const SATISFIED_SCORE_MIN = 4;

function emptyCounts(groups: number, shares: readonly ShareName[], isCredited: boolean): CountsPart {
  return {
    shares: Object.fromEntries(shares.map((name) => [name, new Uint32Array(groups * KINDS)])),
    outcomes: new Uint32Array(groups * (OUTCOMES.length + 1)),
    causes: new Uint32Array(groups * (CAUSES.length + 1)),
    scores: new Uint32Array(groups * (SCORES + 1)),
    waits: new Uint32Array(groups),
    credited: isCredited ? new Float64Array(groups * 2) : null,
  };
}

/** O(rows + groups). */
export function countGroups(
  placed: readonly Placed[],
  groups: number,
  shares: readonly ShareName[],
  aim: Aim,
): CountsPart {
  const isCredited = placed.some(({ grouping }) => grouping.credits !== null);
  const part = emptyCounts(groups, shares, isCredited);
  for (const one of placed) addPlaced(part, one, aim);
  return part;
}

/** `places[p][g]` is where group g of part p belongs. */
export function addCounts(parts: readonly CountsPart[], places: readonly Uint32Array[], groups: number): CountsPart {
  const shares = entriesOf(parts[0]?.shares ?? {}).map(([name]) => name);
  const isCredited = parts.some(({ credited }) => credited !== null);
  const sum = emptyCounts(groups, shares, isCredited);
  for (const [index, part] of parts.entries()) {
    const into = places[index] as Uint32Array;
    for (const name of shares) addList(part.shares[name] as Uint32Array, sum.shares[name] as Uint32Array, into, KINDS);
    addList(part.outcomes, sum.outcomes, into, OUTCOMES.length + 1);
    addList(part.causes, sum.causes, into, CAUSES.length + 1);
    addList(part.scores, sum.scores, into, SCORES + 1);
    addList(part.waits, sum.waits, into, 1);
    if (part.credited && sum.credited) addList(part.credited, sum.credited, into, 2);
  }
  return sum;
}

type Counts = Uint32Array | Float64Array;

function addList(from: Counts, to: Counts, into: Uint32Array, each: number): void {
  for (let group = 0; group < into.length; group += 1) {
    const [begin, place] = [group * each, (into[group] as number) * each];
    for (let at = 0; at < each; at += 1) to[place + at] = (to[place + at] as number) + (from[begin + at] as number);
  }
}

function addPlaced(part: CountsPart, { columns, grouping }: Placed, aim: Aim): void {
  for (const [name, into] of entriesOf(part.shares)) {
    const groups = SHARES[name].over === 'wait' ? grouping.waits : grouping.episodes;
    countCodes(judgedBy(columns, name, aim), groups, into, KINDS);
  }
  countCodes(columns.outcome, grouping.episodes, part.outcomes, OUTCOMES.length + 1);
  countCodes(columns.cause, grouping.episodes, part.causes, CAUSES.length + 1);
  for (let row = 0; row < grouping.waits.length; row += 1) {
    const group = grouping.waits[row] as number;
    if (group !== NOWHERE) part.waits[group] = (part.waits[group] as number) + 1;
  }
  // Of an agent, those she wrote in are counted as her credits are.
  if (grouping.credits === null) countCodes(columns.score, grouping.episodes, part.scores, SCORES + 1);
  else addCredits(part, columns, grouping.credits);
}

/** M6: where several agents served, each has her share of the team's messages in the answer. */
function addCredits(part: CountsPart, columns: FactColumns, groups: Uint32Array): void {
  const { episodes, creditFrom, creditMessages, score } = columns;
  const [scores, credited] = [part.scores, part.credited as Float64Array];
  for (let episode = 0; episode < episodes; episode += 1) {
    const [begin, end] = [creditFrom[episode] as number, creditFrom[episode + 1] as number];
    let messages = 0;
    for (let row = begin; row < end; row += 1) messages += creditMessages[row] as number;
    for (let row = begin; row < end; row += 1) {
      const group = groups[row] as number;
      if (group === NOWHERE) continue;
      const given = at(score, episode);
      const place = group * (SCORES + 1) + given;
      scores[place] = (scores[place] as number) + 1;
      const share = Math.round(((creditMessages[row] as number) / messages) * PIECES);
      credited[group * 2] = (credited[group * 2] as number) + share;
      if (given >= SATISFIED_SCORE_MIN) credited[group * 2 + 1] = (credited[group * 2 + 1] as number) + share;
    }
  }
}

function countCodes(codes: Uint8Array, groups: Uint32Array, into: Uint32Array, places: number): void {
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (group === NOWHERE) continue;
    const place = group * places + (codes[row] as number);
    into[place] = (into[place] as number) + 1;
  }
}
