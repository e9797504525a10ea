import { MEASURE_GROUPS_MAX } from '../../../protocol/wire/limits.ts';
import type { HeatCell, Split } from '../../../protocol/wire/measures.ts';
import { allOf, Counted, type Wanted } from './counted.ts';
import type { AnswerOf, FactTaskName, Piece, SplitAnswer, TaskOf } from './fact-tasks.ts';
import { isOverlapping } from './group-columns.ts';
import { countHistogram } from './histogram.ts';
import { pageOfRows } from './page-of-rows.ts';
import type { Tally } from './tally.ts';

/** Those that stand in the order of time; all others the largest first. */
const IN_ORDER: ReadonlySet<Split> = new Set(['hour', 'weekday', 'day', 'month', 'score']);
const POINT: Wanted = {
  lengths: ['firstResponse'],
  shares: ['ended', 'answered', 'abandonedShare', 'csat', 'responseRate'],
};

type Answerers = { [Name in FactTaskName]: (task: TaskOf<Name>, pieces: readonly Piece[]) => AnswerOf<Name> };

const ANSWERERS: Answerers = {
  none: () => null,
  summary(task, pieces) {
    const counted = new Counted(pieces, { ...task, by: null, wanted: allOf(task.withHours) });
    const [all] = counted.read([counted.all]);
    return all as Tally;
  },
  split: answerSplit,
  heat: answerHeat,
  points(task, pieces) {
    const wanted: Wanted = task.withQueue ? { ...POINT, lengths: [...POINT.lengths, 'queue'] } : POINT;
    const counted = new Counted(pieces, { ...task, by: { bounds: task.bounds }, wanted });
    return counted.read(counted.all.map((group) => [group]));
  },
  histogram: countHistogram,
  rows: pageOfRows,
};

/** Works a report out of facts. Knows nothing else, so it may run in another thread. */
export function answerFacts<Name extends FactTaskName>(
  name: Name,
  task: TaskOf<Name>,
  pieces: readonly Piece[],
): AnswerOf<Name> {
  return ANSWERERS[name](task, pieces);
}

function answerSplit(task: TaskOf<'split'>, pieces: readonly Piece[]): SplitAnswer {
  const { split, withHours } = task;
  const counted = new Counted(pieces, { ...task, by: split, wanted: allOf(withHours) });
  const order = inOrder(counted, split);
  const [shown, others] = [order.slice(0, MEASURE_GROUPS_MAX), order.slice(MEASURE_GROUPS_MAX)];
  // Where each row is in one group only, groups add up to all of them; but an answer is several agents'.
  const addsUp = !isOverlapping(split);
  const tallies = counted.read([
    ...shown.map((group) => [group]),
    ...(addsUp ? [counted.all] : []),
    ...(others.length > 0 ? [others] : []),
  ]);
  const groups = shown.map((group, index) => ({
    key: counted.keys[group] as string,
    tally: tallies[index] as Tally,
  }));
  const rest = others.length > 0 ? (tallies.at(-1) as Tally) : null;
  const total = addsUp ? (tallies[shown.length] as Tally) : null;
  return { groups, total: wholeOf(task, pieces, total), rest };
}

/** All rows once. `added`: the groups together, where they add up. */
function wholeOf(task: TaskOf<'split'>, pieces: readonly Piece[], added: Tally | null): Tally {
  if (added !== null && task.split !== 'agent') return added;
  const wanted = added === null ? allOf(task.withHours) : { lengths: [], shares: [] };
  const counted = new Counted(pieces, { ...task, by: null, wanted });
  const [whole] = counted.read([counted.all]) as [Tally];
  return added === null ? whole : { ...added, scores: whole.scores, credited: whole.credited };
}

function inOrder({ keys, counts }: Counted, split: Split): number[] {
  const keyOf = (group: number) => keys[group] as string;
  const all = [...keys.keys()].filter((group) => counts.sizeOf(group) > 0 || counts.isAnswered(group));
  const byKey = (one: number, other: number) =>
    split === 'hour' || split === 'weekday'
      ? Number(keyOf(one)) - Number(keyOf(other))
      : keyOf(one) < keyOf(other)
        ? -1
        : 1;
  if (IN_ORDER.has(split)) return all.sort(byKey);
  return all.sort((one, other) => counts.sizeOf(other) - counts.sizeOf(one) || byKey(one, other));
}

/** Hour × weekday: how many came, and how soon they were answered. */
function answerHeat(task: TaskOf<'heat'>, pieces: readonly Piece[]): HeatCell[] {
  const length = task.question.clock === 'business' ? 'firstResponseInHours' : 'firstResponse';
  const counted = new Counted(pieces, { ...task, by: 'hourOfWeek', wanted: { lengths: [length], shares: ['ended'] } });
  const tallies = counted.read(counted.keys.map((_, group) => [group]));
  const cells = counted.keys.map((key, group): HeatCell => {
    const [weekday, hour] = key.split(' ').map(Number) as [number, number];
    const tally = tallies[group] as Tally;
    const { answered = 0, p50Ms = null, p90Ms = null } = tally.lengths[length] ?? {};
    return { weekday, hour, n: tally.shares.ended?.n ?? 0, answered, p50Ms, p90Ms };
  });
  return cells.sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
