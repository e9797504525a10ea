import { MEASURE_GROUPS_MAX } from '../../protocol/wire/limits.ts';
import type {
  MeasureGroup,
  MeasuresHeat,
  MeasuresSeries,
  MeasuresSplit,
  MeasuresSummary,
  Question,
  SeriesPoint,
  Split,
} from '../../protocol/wire/measures.ts';
import type { Wanted } from '../domain/measures/count-columns.ts';
import { compareMeasures } from '../domain/measures/difference.ts';
import { isOverlapping } from '../domain/measures/group-columns.ts';
import { listBounds } from '../domain/measures/local-time.ts';
import { addTally, createTally, readTally, type Tally } from '../domain/measures/tally.ts';
import type { FactNames } from '../store/fact-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { allOf, type Counted, countMeasures } from './count-measures.ts';
import { answered, refused } from './finish.ts';
import { NamelessAnswers, wallOf } from './nameless-answers.ts';
import { hasHours } from './read-columns.ts';

/** Those that stand in the order of time; all others the largest first. */
const IN_ORDER: ReadonlySet<Split> = new Set(['hour', 'weekday', 'day', 'month', 'score']);
const POINTS_MAX = 1_000;
const POINT: Wanted = {
  lengths: ['firstResponse'],
  shares: ['ended', 'answered', 'abandonedShare', 'csat', 'responseRate'],
};

export async function readMeasures(
  context: Context,
  _subject: AgentSubject,
  { question, against }: { question: Question; against: { from: number; to: number } | null },
): Promise<Done<MeasuresSummary>> {
  const at = context.clock.now();
  const measures = await readWhole(context, question);
  if (!against) return answered({ question, at, measures });
  const other = { ...question, ...against };
  const before = await readWhole(context, other);
  const differences = compareMeasures(measures, before);
  return answered({ question, at, measures, against: { question: other, measures: before, differences } });
}

async function readWhole(context: Context, question: Question) {
  const withHours = await hasHours(context);
  const { tallies } = await countMeasures(context, question, null, allOf(withHours));
  const nameless = await NamelessAnswers.load(context, question);
  return readTally(tallies[0] as Tally, withHours, nameless.all());
}

export async function readSplit(
  context: Context,
  _subject: AgentSubject,
  { question, split }: { question: Question; split: Split },
): Promise<Done<MeasuresSplit>> {
  const at = context.clock.now();
  const withHours = await hasHours(context);
  const counted = await countMeasures(context, question, split, allOf(withHours), true);
  const nameless = await NamelessAnswers.load(context, question);
  const wall = wallOf(context, question);
  const name = namesOf(split, await context.store.listNames());
  const ordered = inOrder(counted, split);
  const shown = ordered.slice(0, MEASURE_GROUPS_MAX);
  const groups: MeasureGroup[] = shown.map(({ key, tally }) => ({
    ...{ key, name: name(key) },
    measures: readTally(tally, withHours, nameless.of(split, key, wall)),
  }));
  const rest = restOf(ordered.slice(MEASURE_GROUPS_MAX).map(({ tally }) => tally));
  return answered({
    ...{ question, at, split, groups },
    total: readTally(counted.total as Tally, withHours, nameless.all()),
    rest: rest && readTally(rest, withHours, null),
    overlapping: isOverlapping(split),
  });
}

interface KeyedTally {
  key: string;
  tally: Tally;
}

function inOrder({ keys, tallies }: Counted, split: Split): KeyedTally[] {
  const sizeOf = ({ tally }: KeyedTally) => Math.max(tally.shares.ended.n, tally.lengths.response.n);
  const all = keys
    .map((key, index) => ({ key, tally: tallies[index] as Tally }))
    .filter((one) => sizeOf(one) > 0 || one.tally.credited !== null);
  const byKey = (one: KeyedTally, other: KeyedTally) =>
    split === 'hour' || split === 'weekday' ? Number(one.key) - Number(other.key) : one.key < other.key ? -1 : 1;
  if (IN_ORDER.has(split)) return all.sort(byKey);
  return all.sort((one, other) => sizeOf(other) - sizeOf(one) || byKey(one, other));
}

function restOf(tallies: readonly Tally[]): Tally | null {
  if (tallies.length === 0) return null;
  const rest = createTally(false);
  for (const tally of tallies) addTally(rest, tally);
  return rest;
}

function namesOf(split: Split, { sites, departments, agents }: FactNames): (key: string) => string {
  const list = { site: sites, department: departments, agent: agents }[split as string] ?? [];
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (key) => names.get(key) ?? key;
}

/** Hour × weekday: how many came, and how soon they were answered. */
export async function readHeat(
  context: Context,
  _subject: AgentSubject,
  question: Question,
): Promise<Done<MeasuresHeat>> {
  const at = context.clock.now();
  const length = question.clock === 'business' ? 'firstResponseInHours' : 'firstResponse';
  const wanted: Wanted = { lengths: [length], shares: ['ended'] };
  const { keys, tallies } = await countMeasures(context, question, 'hourOfWeek', wanted);
  const cells = keys.map((key, index) => {
    const [weekday, hour] = key.split(' ').map(Number) as [number, number];
    const tally = tallies[index] as Tally;
    const { answered: count, p50Ms, p90Ms } = tally.lengths[length].read();
    return { weekday, hour, n: tally.shares.ended.n, answered: count, p50Ms, p90Ms };
  });
  return answered({ question, at, cells: cells.sort((a, b) => a.weekday - b.weekday || a.hour - b.hour) });
}

export async function readSeries(
  context: Context,
  _subject: AgentSubject,
  { question, by }: { question: Question; by: MeasuresSeries['by'] },
): Promise<Done<MeasuresSeries>> {
  const at = context.clock.now();
  const bounds = listBounds(by, question.zone, context.zones.offsetOf, question.from, question.to);
  if (bounds.length > POINTS_MAX + 1)
    return refused('invalid_payload', {
      field: 'by',
      hint: `At most ${POINTS_MAX} points. Take a shorter period or longer steps.`,
    });
  const { tallies } = await countMeasures(context, question, { bounds }, POINT);
  const nameless = await NamelessAnswers.load(context, question);
  const points = tallies.map((tally, index): SeriesPoint => {
    const span = { at: bounds[index] as number, until: bounds[index + 1] as number };
    const {
      episodes,
      answered: count,
      abandoned,
      abandonedShare,
      firstResponse,
      csat,
      outcomes,
    } = readTally(tally, false, by === 'hour' ? null : nameless.within(span.at, span.until));
    return { ...span, episodes, answered: count, abandoned, abandonedShare, firstResponse, csat, outcomes };
  });
  return answered({ question, at, by, points });
}
