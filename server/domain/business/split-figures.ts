import type { BusinessFigures } from '../../../protocol/wire/business.ts';
import type { Contacts } from '../books/contact-room.ts';
import { groupByCode } from '../books/grouped.ts';
import type { AtRiskPeople } from './at-risk.ts';
import type { Judged } from './conversion.ts';
import { rowsWithin } from './costs.ts';
import { type Counts, countGroups, countVerdicts, meanOf, rateOf } from './rate.ts';
import type { Buyers } from './retention.ts';
import type { Span } from './span.ts';

export interface SplitFacts {
  contacts: Contacts;
  buyers: Buyers;
  conversion: Judged;
  promises: Judged;
  atRisk: AtRiskPeople;
  /** Of each contact; null: the settings do not say what an hour costs. */
  costs: Float64Array | null;
  /** The group of each of the buyers; one that is in none has a number that no group has. */
  buyerGroups: ArrayLike<number>;
  /** So many groups there are. */
  groups: number;
}

/** Figures of some groups together, or of everybody. */
export interface GroupedFigures {
  sizeOf(group: number): number;
  isFilled(group: number): boolean;
  read(groups: readonly number[]): BusinessFigures;
  readAll(): BusinessFigures;
}

/** Counts once for each group; what several are in is added up. O(contacts + people). */
export function groupFigures(facts: SplitFacts, period: Span): GroupedFigures {
  const { contacts, buyers, conversion, promises, atRisk, buyerGroups, groups } = facts;
  const ofRows = (rows: Int32Array) => codesOf(rows, contacts.group, groups);
  const within = rowsWithin(contacts, period);
  const episodes = groupByCode(ofRows(within), groups);
  const risky = new Uint8Array(atRisk.row.length);
  const counted = {
    promises: countGroups(promises.verdict, ofRows(promises.row), groups),
    conversion: countGroups(conversion.verdict, ofRows(conversion.row), groups),
    retention: countGroups(buyers.verdict, buyerGroups, groups),
    repeat: countGroups(buyers.isKnown, buyerGroups, groups),
    atRisk: countGroups(risky, ofRows(atRisk.row), groups),
  };
  const sizeOf = (group: number) => (episodes.from[group + 1] as number) - (episodes.from[group] as number);
  const peopleIn = (group: number) => sum(counted.repeat[group]) + sum(counted.atRisk[group]);
  const figuresOf = (counts: (name: keyof typeof counted) => Counts, rows: Int32Array): BusinessFigures => ({
    ...{ episodes: rows.length, people: sum(counts('repeat')), atRisk: sum(counts('atRisk')) },
    ...{ promises: rateOf(counts('promises')), retention: rateOf(counts('retention')) },
    ...{ repeat: rateOf(counts('repeat')), conversion: rateOf(counts('conversion')) },
    cost: meanOf(costsOf(facts.costs, rows)),
  });
  return {
    sizeOf,
    isFilled: (group) => sizeOf(group) > 0 || peopleIn(group) > 0,
    read: (some) =>
      figuresOf(
        (name) => addCounts(some.map((group) => counted[name][group])),
        rowsIn(
          some.map((group) => episodes.places.subarray(episodes.from[group], episodes.from[group + 1])),
          within,
        ),
      ),
    readAll() {
      const verdicts = {
        ...{ promises: promises.verdict, conversion: conversion.verdict, retention: buyers.verdict },
        ...{ repeat: buyers.isKnown, atRisk: risky },
      };
      return figuresOf((name) => countVerdicts(verdicts[name]), within);
    },
  };
}

/** NOWHERE is no code. A plain loop: `from` with a function takes twenty times as long. */
function codesOf(rows: Int32Array, group: ArrayLike<number>, groups: number): Int32Array {
  const codes = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const code = group[rows[place] as number] as number;
    codes[place] = code < groups ? code : -1;
  }
  return codes;
}

function sum(counts: Counts | undefined): number {
  return (counts ?? []).reduce((all, one) => all + one, 0);
}

function addCounts(all: readonly (Counts | undefined)[]): Counts {
  const added: Counts = [0, 0, 0];
  for (const counts of all) for (const place of [0, 1, 2] as const) added[place] += counts?.[place] ?? 0;
  return added;
}

function rowsIn(parts: readonly Int32Array[], within: Int32Array): Int32Array {
  const rows = new Int32Array(parts.reduce((all, part) => all + part.length, 0));
  let next = 0;
  for (const part of parts) for (const place of part) rows[next++] = within[place] as number;
  return rows;
}

/** Where one of them is not known, none is: a mean of some would look like one of all. */
function costsOf(costs: Float64Array | null, rows: Int32Array): Float64Array {
  if (costs === null) return new Float64Array(0);
  const each = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const cost = costs[rows[place] as number] as number;
    if (Number.isNaN(cost)) return each.subarray(0, 0);
    each[place] = cost;
  }
  return each;
}
