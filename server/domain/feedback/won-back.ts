import type { FollowUpFigures, FollowUpOutcome } from '../../../protocol/wire/feedback.ts';
import { readPart } from './figures.ts';

const GOOD_SCORE_MIN = 4;

/** A follow-up as figures see it. */
export interface Followed {
  madeAt: number;
  dueAt: number;
  doneAt: number | null;
  outcome: FollowUpOutcome | null;
  kind: 'feedback' | 'by_hand' | 'snooze';
  /** The first rating of the same visitor after it was made; null: none. */
  nextScore: number | null;
  nextSolved: string | null;
}

/**
 * K5. `made`: those that were made in the period; `due`: those that were due in it. Whoever has said nothing since is
 * in neither part of "won back": silence proves nothing.
 */
export function readFollowUps(made: readonly Followed[], due: readonly Followed[], now: number): FollowUpFigures {
  const said = made.filter(({ kind }) => kind === 'feedback');
  const heard = said.filter(({ nextScore }) => nextScore !== null);
  const open = said.filter(({ doneAt }) => doneAt === null);
  const promised = due.filter(({ kind, dueAt }) => kind !== 'snooze' && dueAt <= now);
  const outcomes: FollowUpFigures['outcomes'] = {};
  for (const { outcome } of said) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    made: said.length,
    open: open.length,
    overdue: open.filter(({ dueAt }) => dueAt <= now).length,
    wonBack: readPart(heard.filter(isWonBack).length, heard.length),
    silent: said.length - heard.length,
    outcomes,
    kept: readPart(promised.filter(({ doneAt, dueAt }) => doneAt !== null && doneAt <= dueAt).length, promised.length),
  };
}

function isWonBack({ nextScore, nextSolved }: Followed): boolean {
  return nextSolved === 'yes' || (nextScore !== null && nextScore >= GOOD_SCORE_MIN);
}
