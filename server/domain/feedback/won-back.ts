import type { FollowUpFigures, FollowUpFilter, FollowUpOutcome } from '../../../protocol/wire/feedback.ts';
import { readPart } from './figures.ts';

const GOOD_SCORE_MIN = 4;

/** A follow-up as figures see it. */
export interface Followed {
  id: string;
  no: number;
  episode: number;
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
  const said = made.filter(isOfFeedback);
  const heard = said.filter(isHeard);
  const open = said.filter(({ doneAt }) => doneAt === null);
  const promised = due.filter((one) => isPromised(one, now));
  const outcomes: FollowUpFigures['outcomes'] = {};
  for (const { outcome } of said) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    made: said.length,
    open: open.length,
    overdue: open.filter(({ dueAt }) => dueAt <= now).length,
    wonBack: readPart(heard.filter(isWonBack).length, heard.length),
    silent: said.length - heard.length,
    outcomes,
    kept: readPart(promised.filter(isKept).length, promised.length),
  };
}

function isWonBack({ nextScore, nextSolved }: Followed): boolean {
  return nextSolved === 'yes' || (nextScore !== null && nextScore >= GOOD_SCORE_MIN);
}

const isOfFeedback = ({ kind }: Followed) => kind === 'feedback';
const isHeard = ({ nextScore }: Followed) => nextScore !== null;
const isPromised = ({ kind, dueAt }: Followed, now: number) => kind !== 'snooze' && dueAt <= now;
const isKept = ({ doneAt, dueAt }: Followed) => doneAt !== null && doneAt <= dueAt;

/** The follow-ups that a figure counts, by its own definition, and whether each is a hit; the latest first. */
export function listFollowed(
  { made, due }: { made: readonly Followed[]; due: readonly Followed[] },
  which: FollowUpFilter,
  now: number,
): { followed: Followed; isHit: boolean }[] {
  if (which === 'due')
    return due.filter((one) => isPromised(one, now)).map((followed) => ({ followed, isHit: isKept(followed) }));
  const said = made.filter((one) => isOfFeedback(one) && isHeard(one) === (which === 'heard'));
  return said.map((followed) => ({ followed, isHit: isWonBack(followed) }));
}
