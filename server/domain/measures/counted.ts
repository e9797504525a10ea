import { MEASURES_BINS_ABOVE } from '../../../protocol/wire/limits.ts';
import type { Question } from '../../../protocol/wire/measures.ts';
import { addCounts, countGroups } from './count-groups.ts';
import { addLengths, countLengths } from './count-lengths.ts';
import type { CountsPart } from './counts-part.ts';
import { LENGTHS, type LengthName, type ShareName } from './definitions.ts';
import type { Piece } from './fact-tasks.ts';
import { type By, type Grouper, Groups, groupColumns } from './group-columns.ts';
import { GroupCounts } from './group-counts.ts';
import type { Placed } from './grouping.ts';
import type { Aim } from './judgement.ts';
import { LengthCount } from './length-count.ts';
import type { LengthPart } from './length-part.ts';
import { createWall, type WallPieces } from './local-time.ts';
import { LENGTH_NAMES, SHARE_NAMES, type Tally } from './tally.ts';

/** What is counted: a report that shows less costs less. */
export interface Wanted {
  lengths: readonly LengthName[];
  shares: readonly ShareName[];
}

/** Everything; lengths within hours only where there ever were any. */
export function allOf(withHours: boolean): Wanted {
  return { lengths: LENGTH_NAMES.filter((name) => withHours || !name.endsWith('InHours')), shares: SHARE_NAMES };
}

export function aimOf({ clock, targetMs }: Question, now: number): Aim {
  return { clock, targetMs: targetMs ?? null, now };
}

export function createGrouper(question: Question, by: By, wall: WallPieces): Grouper {
  return { question, by, groups: new Groups(), wall: createWall(wall) };
}

export interface ToCount {
  question: Question;
  by: By;
  wall: WallPieces;
  isExact: boolean;
  now: number;
  wanted: Wanted;
}

/** Facts put together by something and counted: values only. Parts of the same question add up in any order (N4). */
export interface CountedPart {
  /** Of the groups, as they were met; empty where they are stretches of time. */
  keys: readonly string[];
  groups: number;
  counts: CountsPart;
  lengths: Partial<Record<LengthName, LengthPart>>;
}

export function countPieces(pieces: readonly Piece[], asked: ToCount): CountedPart {
  const { question, by, wall, wanted } = asked;
  const grouper = createGrouper(question, by, wall);
  const placed: Placed[] = [];
  for (const { columns, skipped } of pieces)
    placed.push({ columns, grouping: groupColumns(columns, grouper, skipped) });
  const keys = grouper.groups.keys;
  const groups = groupsOf(by, keys);
  const lengths: CountedPart['lengths'] = {};
  for (const name of wanted.lengths) lengths[name] = countLengths(LENGTHS[name], placed, groups, exactMaxOf(asked));
  return { keys, groups, counts: countGroups(placed, groups, wanted.shares, aimOf(question, asked.now)), lengths };
}

export function addParts(parts: readonly CountedPart[], asked: ToCount): CountedPart {
  const { by, wanted } = asked;
  const names = new Groups();
  const isByTime = by !== null && typeof by === 'object';
  const places = parts.map(({ keys, groups }) =>
    isByTime
      ? Uint32Array.from({ length: groups }, (_, group) => group)
      : Uint32Array.from(keys, (key) => names.placeOf(key)),
  );
  const groups = groupsOf(by, names.keys);
  const lengths: CountedPart['lengths'] = {};
  for (const name of wanted.lengths) {
    const own = parts.map((part) => part.lengths[name] as LengthPart);
    lengths[name] = addLengths(own, places, groups, exactMaxOf(asked));
  }
  const counts = addCounts(
    parts.map((part) => part.counts),
    places,
    groups,
  );
  return { keys: names.keys, groups, counts, lengths };
}

function groupsOf(by: By, keys: readonly string[]): number {
  return by !== null && typeof by === 'object' ? by.bounds.length - 1 : Math.max(1, keys.length);
}

function exactMaxOf({ isExact }: ToCount): number {
  return isExact ? Number.POSITIVE_INFINITY : MEASURES_BINS_ABOVE;
}

/** What was counted, to be read by group. */
export class Counted {
  readonly keys: readonly string[];
  readonly groups: number;
  readonly counts: GroupCounts;
  readonly #part: CountedPart;
  readonly #asked: ToCount;

  constructor(part: CountedPart, asked: ToCount) {
    this.#part = part;
    this.#asked = asked;
    this.keys = part.keys;
    this.groups = part.groups;
    this.counts = new GroupCounts(part.counts);
  }

  /** Of each set of groups what was counted of all of them together. */
  read(sets: readonly (readonly number[])[]): Tally[] {
    const tallies = sets.map((groups): Tally => ({ lengths: {}, ...this.counts.read(groups) }));
    for (const name of this.#asked.wanted.lengths) {
      const lengths = new LengthCount(this.#part.lengths[name] as LengthPart, exactMaxOf(this.#asked));
      for (const [index, groups] of sets.entries()) (tallies[index] as Tally).lengths[name] = lengths.read(groups);
    }
    return tallies;
  }

  get all(): number[] {
    return Array.from({ length: this.groups }, (_, group) => group);
  }
}
