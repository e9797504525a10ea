import type { Measures, MeasuresToday, Question } from '../../protocol/wire/measures.ts';
import { beginOf, dayOf } from '../domain/measures/local-time.ts';
import { readTally } from '../domain/measures/tally.ts';
import { askFacts } from './ask-facts.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** The same weekday, so many times before. */
const WEEKS = 8;

/** Today so far, beside what is usual by this time of this weekday; days are those of the question's zone. */
export async function readToday(
  context: Context,
  _subject: AgentSubject,
  asked: Omit<Question, 'from' | 'to'>,
): Promise<Done<MeasuresToday>> {
  const { zone } = asked;
  const { offsetOf } = context.zones;
  const at = context.clock.now();
  const day = dayOf(at + offsetOf(zone, at));
  const from = beginOf(day, zone, offsetOf);
  const soFarMs = at + 1 - from;
  // Each day's part begins at an even place; what lies between is counted and left aside.
  const bounds = Array.from({ length: WEEKS + 1 }, (_, index) =>
    beginOf(day - 7 * (WEEKS - index), zone, offsetOf),
  ).flatMap((begin) => [begin, begin + soFarMs]);
  const question: Question = { ...asked, from: bounds[0] as number, to: at + 1 };
  const points = await askFacts(context, 'points', { question, bounds, withQueue: true });
  const days = points.filter((_, index) => index % 2 === 0).map((tally) => readTally(tally, null));
  const { episodes, firstResponse, queue } = days.at(-1) as Measures;
  return answered({ at, from, today: { episodes, firstResponse, queue }, usual: usualOf(days.slice(0, -1)) });
}

/** Days on which nobody came say nothing of what is usual: the shop may not have been there. */
function usualOf(days: readonly Measures[]): MeasuresToday['usual'] {
  const known = days.filter(({ episodes }) => episodes > 0);
  const lengths = (name: 'firstResponse' | 'queue') =>
    middleOf(known.flatMap((measures) => measures[name].p50Ms ?? []));
  return {
    days: known.length,
    episodes: middleOf(known.map(({ episodes }) => episodes)),
    firstResponseP50Ms: lengths('firstResponse'),
    queueP50Ms: lengths('queue'),
  };
}

function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return null;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
