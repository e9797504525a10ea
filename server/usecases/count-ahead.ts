import { MEASURES_EXACT_MAX } from '../../protocol/wire/limits.ts';
import type { Question, Split } from '../../protocol/wire/measures.ts';
import type { PackNeeded } from '../domain/measures/fact-order.ts';
import { runOf } from '../domain/measures/fact-work.ts';
import type { PackLine } from '../store/fact-store.ts';
import { createPackReader } from './ask-facts.ts';
import { deskOf } from './desk-of.ts';
import { type FactsContext, hasHours } from './read-columns.ts';

/** What is asked of everything, by everybody; null: the summary. Those by the clock on the wall depend on a zone, and are left out. */
const AHEAD: readonly (Split | null)[] = [
  ...([null, 'agent', 'department', 'page', 'segment', 'topic', 'tag'] as const),
  ...(['site', 'language', 'stage', 'outcome', 'cause', 'score'] as const),
];

/** Of these packs those that no new conversation changes: full runs, the latest first as reports ask for them. */
export function settledPacks(lines: readonly PackLine[]): PackNeeded[] {
  const last = runOf(Math.max(0, ...lines.map(({ number }) => number)));
  const settled = lines.filter(({ number }) => runOf(number) < last).reverse();
  return settled.map(({ number, stamp }) => ({ number, stamp, skipped: [], isWhole: true }));
}

/**
 * Counts the next of the usual questions for what is settled, so that the first report of the morning only adds it up; what is
 * counted is kept where reports are worked out (N12). One at a time: it is done while nobody asks. False: there are no more.
 */
export async function countAhead(context: FactsContext, lines: readonly PackLine[], next: number): Promise<boolean> {
  const packs = settledPacks(lines);
  const waits = lines.reduce((sum, line) => sum + line.waits, 0);
  // So few are counted in no time, and exactly.
  if (packs.length === 0 || waits <= MEASURES_EXACT_MAX || next >= AHEAD.length) return false;
  const withHours = await hasHours(context);
  const split = AHEAD[next] ?? null;
  for (const clock of withHours ? (['calendar', 'business'] as const) : (['calendar'] as const)) {
    const question: Question = { from: 0, to: Number.MAX_SAFE_INTEGER, zone: 'UTC', clock };
    const usual = { question, wall: [], withHours, isExact: false, now: context.clock.now() };
    const order = { packs, live: [] };
    if (split === null)
      await deskOf(context).answer({ ...order, name: 'summary', task: usual }, createPackReader(context));
    else
      await deskOf(context).answer({ ...order, name: 'split', task: { ...usual, split } }, createPackReader(context));
  }
  return true;
}
