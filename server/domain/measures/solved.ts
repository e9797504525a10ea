import { FIRST_CONTACT_MS, RATING_WINDOW_MS, REOPEN_WINDOW_MS } from '../../../protocol/wire/limits.ts';
import { type FactColumns, OUTCOMES } from './columns.ts';
import type { Aim, Judgement } from './judgement.ts';

/** So long after its end an episode is judged the same for ever, unless its rows change. */
const JUDGED_AFTER_MS = Math.max(FIRST_CONTACT_MS, RATING_WINDOW_MS, REOPEN_WINDOW_MS);

/** From when on time changes no judgement of these rows. */
export function settledAtOf({ closedAt }: FactColumns): number {
  let last = 0;
  for (const at of closedAt) last = Math.max(last, at === 0 ? Number.POSITIVE_INFINITY : at);
  return last + JUDGED_AFTER_MS;
}

const SPAM = 1 + OUTCOMES.indexOf('spam');

/**
 * M8: of episodes that ended, those that were resolved and after which nothing of it came again: not reopened, and no other
 * conversation of the same person on the same topic within seven days. One that ended less than seven days ago is not known yet,
 * whatever it looks like: failures show at once and successes only then, so counting the young ones would count failures.
 */
export function judgeFirstContact(columns: FactColumns, row: number, { now }: Aim): Judgement {
  const closedAt = columns.closedAt[row] as number;
  if (closedAt === 0 || columns.outcome[row] === SPAM) return 0;
  if (now < closedAt + FIRST_CONTACT_MS) return 3;
  return columns.isResolved[row] === 1 && columns.isAgain[row] === 0 ? 2 : 1;
}

/** M8, the other half: resolved ones that were opened again, among resolved ones. */
export function judgeReopened(columns: FactColumns, row: number, { now }: Aim): Judgement {
  if (columns.isResolved[row] === 0) return 0;
  if (now < (columns.closedAt[row] as number) + REOPEN_WINDOW_MS) return 3;
  return columns.isReopened[row] === 1 ? 2 : 1;
}

/**
 * M9: complaints that were resolved and of which the customer said that it is solved, among complaints. One that is open, or that
 * ended less than a day ago, is not known yet, also where she has said something: yes comes sooner than silence becomes a no.
 */
export function judgeComplaint(columns: FactColumns, row: number, { now }: Aim): Judgement {
  if (columns.isComplaint[row] === 0) return 0;
  const closedAt = columns.closedAt[row] as number;
  if (closedAt === 0 || now < closedAt + RATING_WINDOW_MS) return 3;
  return columns.isResolved[row] === 1 && columns.isConfirmed[row] === 1 ? 2 : 1;
}
