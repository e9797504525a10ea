import { MEASURES_EXACT_MAX } from '../../protocol/wire/limits.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import { countColumns, type Wanted } from '../domain/measures/count-columns.ts';
import { type By, type Grouper, Groups, groupColumns, isOverlapping } from '../domain/measures/group-columns.ts';
import type { Aim } from '../domain/measures/judgement.ts';
import { createWall } from '../domain/measures/local-time.ts';
import { addTally, createTally, LENGTH_NAMES, SHARE_NAMES, type Tally } from '../domain/measures/tally.ts';
import { type FactsContext, readColumns } from './read-columns.ts';

export interface Counted {
  /** The keys of the groups; empty where they are stretches of time. */
  keys: string[];
  tallies: Tally[];
  /** All of them once; null where nobody asked. */
  total: Tally | null;
}

const NOTHING: Wanted = { lengths: [], shares: [] };

/** Everything; lengths within hours only where there ever were any. */
export function allOf(withHours: boolean): Wanted {
  return { lengths: LENGTH_NAMES.filter((name) => withHours || !name.endsWith('InHours')), shares: SHARE_NAMES };
}

/** Counts the facts of a question's period, put together by something; `withTotal` also as one. */
export async function countMeasures(
  context: FactsContext,
  question: Question,
  by: By,
  wanted: Wanted,
  withTotal = false,
): Promise<Counted> {
  const grouper = createGrouper(context, question, by);
  const whole = { ...grouper, by: null, groups: new Groups() };
  const isExact = await isSmall(context);
  const aim = aimOf(question, context.clock.now());
  const tallies: Tally[] = [];
  const grow = (count: number) => {
    while (tallies.length < count) tallies.push(createTally(isExact));
  };
  // Stretches of time are there before anything falls into them; and one group is there when nothing does.
  grow(by === null ? 1 : typeof by === 'object' ? by.bounds.length - 1 : 0);
  const total = withTotal ? createTally(isExact) : null;
  const answers = by === 'agent' || total === null ? createTally(isExact) : total;
  // Where each row is in one group only, groups add up to all of them; but an answer is several agents'.
  const addsUp = !isOverlapping(by);
  const once = addsUp ? NOTHING : wanted;
  for await (const { columns, skipped } of readColumns(context, question)) {
    for (const grouping of groupColumns(columns, grouper, skipped)) {
      grow(grouper.groups.keys.length);
      countColumns(columns, grouping, tallies, aim, wanted);
    }
    if (!total || (addsUp && by !== 'agent')) continue;
    for (const grouping of groupColumns(columns, whole, skipped)) {
      countColumns(columns, grouping, [answers], aim, once);
    }
  }
  if (total && addsUp) {
    for (const tally of tallies) addTally(total, tally);
    if (by === 'agent') Object.assign(total, { scores: answers.scores, credited: answers.credited });
  }
  return { keys: grouper.groups.keys, tallies, total };
}

export function createGrouper({ zones }: Pick<FactsContext, 'zones'>, question: Question, by: By): Grouper {
  const { zone, from, to } = question;
  return { question, by, groups: new Groups(), wall: createWall(zone, zones.offsetOf, from, to) };
}

export function aimOf({ clock, targetMs }: Question, now: number): Aim {
  return { clock, targetMs: targetMs ?? null, now };
}

/** Above so many waits lengths are counted in bins, with the error that figures name. */
async function isSmall({ store }: FactsContext): Promise<boolean> {
  const packs = await store.listPacks();
  return packs.reduce((sum, { waits }) => sum + waits, 0) <= MEASURES_EXACT_MAX;
}
