import type { Split } from '../../../protocol/wire/measures.ts';
import { asSet } from './columns.ts';
import { isOverlapping } from './group-columns.ts';

/** Those that stand in the order of time; all others the largest first. */
const IN_ORDER: ReadonlySet<Split> = new Set(['hour', 'weekday', 'day', 'month', 'score']);

/** A line of a split: one group, or all those of episodes that are in it among others. */
export interface Line {
  key: string;
  groups: number[];
}

export interface SplitGroups {
  keys: readonly string[];
  /** Whether anything is in it at all. */
  isFilled(group: number): boolean;
  sizeOf(group: number): number;
}

/** The largest first, so that what is not shown one by one are the smaller ones, days too. */
export function linesOf({ keys, isFilled, sizeOf }: SplitGroups, split: Split): Line[] {
  const lines = new Map<string, Line>();
  for (const group of [...keys.keys()].filter(isFilled)) {
    for (const key of keysOf(keys[group] as string, split)) {
      const line = lines.get(key);
      if (line) line.groups.push(group);
      else lines.set(key, { key, groups: [group] });
    }
  }
  const sizeOfLine = ({ groups }: Line) => groups.reduce((sum, group) => sum + sizeOf(group), 0);
  const sized = [...lines.values()].map((line) => ({ ...line, size: sizeOfLine(line) }));
  const byKey = byKeyOf(split);
  return sized.sort((one, other) => other.size - one.size || byKey(one, other));
}

/** As they are shown. */
export function inOrder(lines: Line[], split: Split): Line[] {
  return IN_ORDER.has(split) ? lines.sort(byKeyOf(split)) : lines;
}

function byKeyOf(split: Split) {
  const isNumber = split === 'hour' || split === 'weekday';
  return (one: Line, other: Line) => (isNumber ? Number(one.key) - Number(other.key) : one.key < other.key ? -1 : 1);
}

function keysOf(key: string, split: Split): string[] {
  if (!isOverlapping(split)) return [key];
  const set = asSet(key);
  return set.length === 0 ? [''] : [...new Set(set)];
}
