import { MEASURE_GROUPS_MAX } from '../../../protocol/wire/limits.ts';
import type { HeatCell } from '../../../protocol/wire/measures.ts';
import { addParts, allOf, Counted, type CountedPart, type ToCount, type Wanted } from './counted.ts';
import type { AnswerOf, FactTaskName, Piece, SplitAnswer, TaskOf } from './fact-tasks.ts';
import { addHistograms, countHistogram } from './histogram.ts';
import { addPages, pageOfRows } from './page-of-rows.ts';
import { inOrder, linesOf } from './split-lines.ts';
import type { Tally } from './tally.ts';

const POINT: Wanted = {
  lengths: ['firstResponse'],
  shares: ['ended', 'answered', 'abandonedShare', 'csat', 'responseRate'],
};

/** What a task is counted by, one after the other. */
type Countings = { [Name in FactTaskName]: (task: TaskOf<Name>) => ToCount[] };
const COUNTINGS: Countings = {
  prepare: () => [],
  summary: (task) => [{ ...task, by: null, wanted: allOf(task.withHours) }],
  split: (task) => {
    const own: ToCount = { ...task, by: task.split, wanted: allOf(task.withHours) };
    // Groups add up to all of them; but an answer is several agents'.
    return task.split === 'agent' ? [own, { ...own, by: null, wanted: { lengths: [], shares: [] } }] : [own];
  },
  heat: (task) => {
    const length = task.question.clock === 'business' ? 'firstResponseInHours' : 'firstResponse';
    return [{ ...task, by: 'hourOfWeek', wanted: { lengths: [length], shares: ['ended'] } }];
  },
  points: (task) => {
    const wanted: Wanted = task.withQueue ? { ...POINT, lengths: [...POINT.lengths, 'queue'] } : POINT;
    return [{ ...task, by: { bounds: task.bounds }, wanted }];
  },
  histogram: () => [],
  rows: () => [],
};

export function countingsOf<Name extends FactTaskName>(name: Name, task: TaskOf<Name>): ToCount[] {
  return COUNTINGS[name](task);
}

/** What was worked out of a part of the facts. Values only; parts add up in any order. */
export interface FactPart<Name extends FactTaskName = FactTaskName> {
  /** One for each of the task's countings. */
  counted: readonly CountedPart[];
  /** Of a task that is not counted by groups: its answer as it is for these facts alone. */
  own: AnswerOf<Name> | null;
}

type Owns = { [Name in FactTaskName]?: (task: TaskOf<Name>, pieces: readonly Piece[]) => AnswerOf<Name> };
const OWNS: Owns = { histogram: countHistogram, rows: pageOfRows };

/** Of a task that is not counted by groups. */
export function ownPart<Name extends FactTaskName>(
  name: Name,
  task: TaskOf<Name>,
  pieces: readonly Piece[],
): AnswerOf<Name> | null {
  return OWNS[name]?.(task, pieces) ?? null;
}

type Finishers = { [Name in FactTaskName]: (task: TaskOf<Name>, parts: readonly FactPart<Name>[]) => AnswerOf<Name> };
const FINISHERS: Finishers = {
  prepare: () => null,
  summary: (task, parts) => {
    const [counted] = addUp('summary', task, parts) as [Counted];
    return counted.read([counted.all])[0] as Tally;
  },
  split: finishSplit,
  heat: finishHeat,
  points: (task, parts) => {
    const [counted] = addUp('points', task, parts) as [Counted];
    return counted.read(counted.all.map((group) => [group]));
  },
  histogram: (task, parts) =>
    addHistograms(
      task,
      parts.flatMap(({ own }) => own ?? []),
    ),
  rows: (task, parts) =>
    addPages(
      task,
      parts.flatMap(({ own }) => own ?? []),
    ),
};

/** Puts the parts of a report together. Knows nothing else, so it may run in another thread. */
export function finishFacts<Name extends FactTaskName>(
  name: Name,
  task: TaskOf<Name>,
  parts: readonly FactPart<Name>[],
): AnswerOf<Name> {
  return FINISHERS[name](task, parts);
}

function addUp<Name extends FactTaskName>(name: Name, task: TaskOf<Name>, parts: readonly FactPart<Name>[]): Counted[] {
  return countingsOf(name, task).map((asked, index) => {
    const own = parts.map(({ counted }) => counted[index] as CountedPart);
    const only = own.length === 1 ? own[0] : undefined;
    return new Counted(only ?? addParts(own, asked), asked);
  });
}

function finishSplit(task: TaskOf<'split'>, parts: readonly FactPart<'split'>[]): SplitAnswer {
  const { split } = task;
  const [counted, all] = addUp('split', task, parts) as [Counted, Counted?];
  const { keys, counts } = counted;
  const sizeOf = (group: number) => counts.sizeOf(group);
  const isFilled = (group: number) => sizeOf(group) > 0 || counts.isAnswered(group);
  const lines = linesOf({ keys, isFilled, sizeOf }, split);
  const others = lines.splice(MEASURE_GROUPS_MAX);
  const shown = inOrder(lines, split);
  const ofOthers = [...new Set(others.flatMap(({ groups }) => groups))];
  const tallies = counted.read([...shown.map(({ groups }) => groups), counted.all, ofOthers]);
  const groups = shown.map(({ key }, index) => ({ key, tally: tallies[index] as Tally }));
  const total = tallies[shown.length] as Tally;
  const rest = others.length > 0 ? (tallies.at(-1) as Tally) : null;
  const whole = all && (all.read([all.all])[0] as Tally);
  return { groups, total: whole ? { ...total, scores: whole.scores, credited: whole.credited } : total, rest };
}

/** Hour × weekday: how many came, and how soon they were answered. */
function finishHeat(task: TaskOf<'heat'>, parts: readonly FactPart<'heat'>[]): HeatCell[] {
  const [counted] = addUp('heat', task, parts) as [Counted];
  const length = task.question.clock === 'business' ? 'firstResponseInHours' : 'firstResponse';
  const tallies = counted.read(counted.keys.map((_, group) => [group]));
  const cells = counted.keys.map((key, group): HeatCell => {
    const [weekday, hour] = key.split(' ').map(Number) as [number, number];
    const tally = tallies[group] as Tally;
    const { answered = 0, p50Ms = null, p90Ms = null } = tally.lengths[length] ?? {};
    return { weekday, hour, n: tally.shares.ended?.n ?? 0, answered, p50Ms, p90Ms };
  });
  return cells.sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
