import { CAUSES } from '../../../protocol/wire/measures.ts';
import { type FactColumns, OUTCOMES } from './columns.ts';
import { type CountsPart, entriesOf, KINDS, PIECES, SCORES } from './counts-part.ts';
import { at, EPISODE_SHARES, type ShareName } from './definitions.ts';
import { type Grouping, NOWHERE, type Placed } from './grouping.ts';
import { judgedBy } from './judged-by.ts';
import type { Aim } from './judgement.ts';
import { codesIn, judgementIn, kindsOf } from './kinds.ts';

const SATISFIED_SCORE_MIN = 4;
/** Groups by kinds; above that, each episode is added by itself. */
const CELLS_MAX = 2 ** 21;

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

/** O(rows + groups × kinds of episodes), and no more than O(rows) where groups are as many as rows. */
export function countGroups(
  placed: readonly Placed[],
  groups: number,
  shares: readonly ShareName[],
  aim: Aim,
): CountsPart {
  const isCredited = placed.some(({ grouping }) => grouping.credits !== null);
  const part = emptyCounts(groups, shares, isCredited);
  countEpisodes(part, placed, groups, aim);
  for (const { columns, grouping } of placed) {
    countWaits(part, columns, grouping, aim);
    // Of an agent, those they wrote in are counted as their credits are.
    if (grouping.credits !== null) addCredits(part, columns, grouping.credits);
  }
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

/** How many of each kind each group has; then what every kind counts for. */
function countEpisodes(part: CountsPart, placed: readonly Placed[], groups: number, aim: Aim): void {
  const known = new Map<number, number>();
  const numberOf = (signature: number) => {
    const number = known.get(signature) ?? known.size;
    known.set(signature, number);
    return number;
  };
  const all = placed.map(({ columns, grouping }) => {
    const { of, signatures } = kindsOf(columns, aim);
    return { of, numbers: Uint32Array.from(signatures, numberOf), grouping };
  });
  const signatures = [...known.keys()];
  // Of an agent, answers are counted as their credits are.
  const add = createAdder(
    part,
    placed.every(({ grouping }) => grouping.credits === null),
  );
  const cells = new Uint32Array(groups * known.size <= CELLS_MAX ? groups * known.size : 0);
  for (const { of, numbers, grouping } of all) {
    const { episodes, few } = grouping;
    const list = few.episodes;
    const count = list === null ? of.length : list.length;
    for (let at = 0; at < count; at += 1) {
      const row = list === null ? at : (list[at] as number);
      const group = episodes[row] as number;
      if (group === NOWHERE) continue;
      const number = numbers[of[row] as number] as number;
      if (cells.length === 0) {
        add(group, signatures[number] as number, 1);
        continue;
      }
      const cell = group * known.size + number;
      cells[cell] = (cells[cell] as number) + 1;
    }
  }
  for (const [cell, count] of cells.entries())
    if (count > 0) add(Math.floor(cell / known.size), signatures[cell % known.size] as number, count);
}

type Adder = (group: number, signature: number, count: number) => void;

function createAdder(part: CountsPart, isScored: boolean): Adder {
  const judged = entriesOf(part.shares).flatMap(([name, into]) => {
    const share = EPISODE_SHARES.indexOf(name);
    return share < 0 ? [] : [{ share, into }];
  });
  const add = (into: Uint32Array, place: number, count: number) => {
    into[place] = (into[place] as number) + count;
  };
  return (group, signature, count) => {
    for (const { share, into } of judged) add(into, group * KINDS + judgementIn(signature, share), count);
    const { outcome, cause, score } = codesIn(signature);
    add(part.outcomes, group * (OUTCOMES.length + 1) + outcome, count);
    add(part.causes, group * (CAUSES.length + 1) + cause, count);
    if (isScored) add(part.scores, group * (SCORES + 1) + score, count);
  };
}

/** M10 of each wait, and with it how many waits a group has. */
function countWaits(part: CountsPart, columns: FactColumns, { waits: groups, few }: Grouping, aim: Aim): void {
  const { waits } = part;
  const list = few.waits;
  const into = part.shares.serviceLevel;
  const judged = into && judgedBy(columns, 'serviceLevel', aim);
  const count = list === null ? groups.length : list.length;
  for (let at = 0; at < count; at += 1) {
    const row = list === null ? at : (list[at] as number);
    const group = groups[row] as number;
    if (group === NOWHERE) continue;
    waits[group] = (waits[group] as number) + 1;
    if (!into || !judged) continue;
    const place = group * KINDS + (judged[row] as number);
    into[place] = (into[place] as number) + 1;
  }
}

/** M6: where several agents served, each has their share of the team's messages in the answer. */
function addCredits(part: CountsPart, columns: FactColumns, groups: Uint32Array): void {
  const { episodes, creditFrom, creditMessages, score } = columns;
  const [scores, credited] = [part.scores, part.credited as Float64Array];
  for (let episode = 0; episode < episodes; episode += 1) {
    const begin = creditFrom[episode] as number;
    const end = creditFrom[episode + 1] as number;
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
