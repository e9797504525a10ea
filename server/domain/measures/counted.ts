import { MEASURES_BINS_ABOVE } from '../../../protocol/wire/limits.ts';
import type { Question } from '../../../protocol/wire/measures.ts';
import { LENGTHS, type LengthName, type ShareName } from './definitions.ts';
import type { Piece } from './fact-tasks.ts';
import { type By, type Grouper, Groups, groupColumns } from './group-columns.ts';
import { GroupCounts } from './group-counts.ts';
import type { Placed } from './grouping.ts';
import type { Aim } from './judgement.ts';
import { LengthCount } from './length-count.ts';
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

/** The facts of a question, put together by something and counted; lengths are counted when they are read. */
export class Counted {
  /** Of the groups, as they were met; empty where they are stretches of time. */
  readonly keys: readonly string[];
  readonly groups: number;
  readonly counts: GroupCounts;
  readonly #placed: Placed[] = [];
  readonly #asked: ToCount;

  constructor(pieces: readonly Piece[], asked: ToCount) {
    this.#asked = asked;
    const { question, by, wall } = asked;
    const grouper = createGrouper(question, by, wall);
    for (const { columns, skipped } of pieces)
      for (const grouping of groupColumns(columns, grouper, skipped)) this.#placed.push({ columns, grouping });
    this.keys = grouper.groups.keys;
    this.groups = by !== null && typeof by === 'object' ? by.bounds.length - 1 : Math.max(1, this.keys.length);
    this.counts = new GroupCounts(this.#placed, this.groups, asked.wanted.shares, aimOf(question, asked.now));
  }

  /** Of each set of groups what was counted of all of them together. One kind of length at a time, so that only one takes room. */
  read(sets: readonly (readonly number[])[]): Tally[] {
    const tallies = sets.map((groups): Tally => ({ lengths: {}, ...this.counts.read(groups) }));
    const exactMax = this.#asked.isExact ? Number.POSITIVE_INFINITY : MEASURES_BINS_ABOVE;
    for (const name of this.#asked.wanted.lengths) {
      const lengths = new LengthCount(LENGTHS[name], this.#placed, this.groups, exactMax);
      for (const [index, groups] of sets.entries()) (tallies[index] as Tally).lengths[name] = lengths.read(groups);
    }
    return tallies;
  }

  get all(): number[] {
    return Array.from({ length: this.groups }, (_, group) => group);
  }
}
