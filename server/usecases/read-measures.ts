import type {
  Filter,
  MeasuresHeat,
  MeasuresSeries,
  MeasuresSplit,
  MeasuresSummary,
  Question,
  SeriesPoint,
  Split,
} from '../../protocol/wire/measures.ts';
import { compareMeasures } from '../domain/measures/difference.ts';
import { isOverlapping } from '../domain/measures/group-columns.ts';
import { listBounds } from '../domain/measures/local-time.ts';
import { readTally } from '../domain/measures/tally.ts';
import type { FactNames } from '../store/fact-store.ts';
import { askFacts } from './ask-facts.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { NamelessAnswers, wallOf } from './nameless-answers.ts';

const POINTS_MAX = 1_000;

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
  const shared = await countShared(context, question, against);
  const differences = compareMeasures(measures, before, shared > 0);
  return answered({ question, at, measures, against: { question: other, measures: before, shared, differences } });
}

/** How many count in both periods: those of the time in which they overlap. */
async function countShared(context: Context, question: Question, against: { from: number; to: number }) {
  const from = Math.max(question.from, against.from);
  const to = Math.min(question.to, against.to);
  if (from >= to) return 0;
  const { episodes, csat } = await readWhole(context, { ...question, from, to });
  return Math.max(episodes, csat.answers);
}

async function readWhole(context: Context, question: Question) {
  const tally = await askFacts(context, 'summary', { question });
  return readTally(tally, (await NamelessAnswers.load(context, question)).all());
}

export async function readSplit(
  context: Context,
  _subject: AgentSubject,
  { question, split }: { question: Question; split: Split },
): Promise<Done<MeasuresSplit>> {
  const at = context.clock.now();
  const { groups, total, rest } = await askFacts(context, 'split', { question, split });
  const { name, isGone } = namesOf(split, await context.store.listNames());
  const narrowed = question[split as Filter];
  const nameless = await NamelessAnswers.load(context, question);
  const wall = wallOf(context, question);
  const named = groups.map(({ key, tally }) => ({
    ...{ key, name: name(key) },
    ...(isGone(key) && { isGone: true as const }),
    measures: readTally(tally, nameless.of(split, key, wall)),
  }));
  return answered({
    ...{ question, at, split, groups: named },
    total: readTally(total, nameless.all()),
    rest: rest && readTally(rest, null),
    overlapping: isOverlapping(split),
    narrowedTo: narrowed === undefined ? null : name(narrowed),
  });
}

export function namesOf(split: Split, { sites, departments, agents }: FactNames) {
  const list = { site: sites, department: departments, agent: agents }[split as string] ?? [];
  const known = new Map<string, { name: string; goneAt?: number | null }>(list.map((one) => [one.id, one]));
  return {
    name: (key: string): string => known.get(key)?.name ?? key,
    isGone: (key: string): boolean => (known.get(key)?.goneAt ?? null) !== null,
  };
}

/** Hour × weekday: how many came, and how soon they were answered. */
export async function readHeat(
  context: Context,
  _subject: AgentSubject,
  question: Question,
): Promise<Done<MeasuresHeat>> {
  const at = context.clock.now();
  return answered({ question, at, cells: await askFacts(context, 'heat', { question }) });
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
  const measured = await askFacts(context, 'points', { question, bounds, withQueue: false });
  const nameless = await NamelessAnswers.load(context, question);
  const points = measured.map((tally, index): SeriesPoint => {
    const span = { at: bounds[index] as number, until: bounds[index + 1] as number };
    const measures = readTally(tally, by === 'hour' ? null : nameless.within(span.at, span.until));
    const { episodes, answered: count, abandoned, abandonedShare, firstResponse, csat, outcomes } = measures;
    return { ...span, episodes, answered: count, abandoned, abandonedShare, firstResponse, csat, outcomes };
  });
  return answered({ question, at, by, points });
}
