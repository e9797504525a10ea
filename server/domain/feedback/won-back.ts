import type { FollowUpFigures, FollowUpFilter, FollowUpOutcome } from '../../../protocol/wire/feedback.ts';
import { readPart } from './figures.ts';

const GOOD_SCORE_MIN = 4;

/** A follow-up as lists show it. */
export interface Followed {
  id: string;
  no: number;
  episode: number;
  dueAt: number;
  doneAt: number | null;
  outcome: FollowUpOutcome | null;
  /** The first rating of the same visitor after it was made; null: none. */
  nextScore: number | null;
  nextSolved: string | null;
}

/** So many follow-ups that are alike in all that figures ask of them: counted where they are kept, however many there are. */
export interface FollowedAlike extends Pick<Followed, 'outcome' | 'nextScore' | 'nextSolved'> {
  kind: 'feedback' | 'by_hand' | 'snooze';
  isDone: boolean;
  /** Its time is over by now, done or not. */
  isOver: boolean;
  /** Done, and by its time. */
  isKept: boolean;
  n: number;
}

/**
 * K5. `made`: those that were made in the period; `due`: those that were due in it. Whoever has said nothing since is
 * in neither part of "won back": silence proves nothing.
 */
export function readFollowUps(made: readonly FollowedAlike[], due: readonly FollowedAlike[]): FollowUpFigures {
  const said = made.filter(({ kind }) => kind === 'feedback');
  const heard = said.filter(({ nextScore }) => nextScore !== null);
  const open = said.filter(({ isDone }) => !isDone);
  const promised = due.filter(({ kind, isOver }) => kind !== 'snooze' && isOver);
  const outcomes: FollowUpFigures['outcomes'] = {};
  for (const { outcome, n } of said) if (outcome) outcomes[outcome] = (outcomes[outcome] ?? 0) + n;
  return {
    made: sum(said),
    open: sum(open),
    overdue: sum(open.filter(({ isOver }) => isOver)),
    wonBack: readPart(sum(heard.filter(isWonBack)), sum(heard)),
    silent: sum(said) - sum(heard),
    outcomes,
    kept: readPart(sum(promised.filter(({ isKept }) => isKept)), sum(promised)),
  };
}

const sum = (some: readonly FollowedAlike[]) => some.reduce((all, { n }) => all + n, 0);

function isWonBack({ nextScore, nextSolved }: Pick<Followed, 'nextScore' | 'nextSolved'>): boolean {
  return nextSolved === 'yes' || (nextScore !== null && nextScore >= GOOD_SCORE_MIN);
}

/** How many a figure counts, and so its list has. */
export function countFollowed({ wonBack, silent, kept }: FollowUpFigures, which: FollowUpFilter): number {
  return { heard: wonBack.n, silent, due: kept.n }[which];
}

/** Whether what a figure counts is a hit, by its own definition. */
export function isHit(one: Followed, which: FollowUpFilter): boolean {
  return which === 'due' ? one.doneAt !== null && one.doneAt <= one.dueAt : isWonBack(one);
}
