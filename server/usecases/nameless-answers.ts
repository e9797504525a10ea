import { FILTERS, type Question, type Split } from '../../protocol/wire/measures.ts';
import type { Csat } from '../../protocol/wire/report.ts';
import { dayNumber, readDate } from '../domain/hours/civil.ts';
import { beginOf, createWall, dateOf, dayOfWall, monthOf, piecesOfWall } from '../domain/measures/local-time.ts';
import type { AnonymousCount } from '../store/feedback-store.ts';
import type { Context } from './context.ts';

/** What is known of them (K9). */
const KNOWN: readonly string[] = ['site', 'day', 'month'];

type Scores = Csat['scores'];

/** What was said without a name in the period of a question (K9): of which site and day, and nothing else. */
export class NamelessAnswers {
  readonly #counts: readonly AnonymousCount[] | null;

  /** Null: the question is narrower than anybody knows of them. */
  private constructor(counts: readonly AnonymousCount[] | null) {
    this.#counts = counts;
  }

  static async load(context: Pick<Context, 'store' | 'zones'>, question: Question): Promise<NamelessAnswers> {
    if (!knowsNameless(question)) return new NamelessAnswers(null);
    return new NamelessAnswers(await context.store.countAnonymous(namelessOf(context, question)));
  }

  all(): Scores | null {
    return this.#where(() => true);
  }

  /** From an instant up to, not including, another one: whole days, or nobody knows. */
  within(at: number, until: number): Scores | null {
    return this.#where(({ dayAt }) => dayAt >= at && dayAt < until);
  }

  /** Of one group of a split. */
  of(split: Split, key: string, wall: (at: number) => number): Scores | null {
    switch (split) {
      case 'site':
        return this.#where(({ siteId }) => siteId === key);
      case 'day':
        return this.#where(({ dayAt }) => dateOf(dayOfWall(wall(dayAt))) === key);
      case 'month':
        return this.#where(({ dayAt }) => monthOf(dayOfWall(wall(dayAt))) === key);
      default:
        return null;
    }
  }

  #where(isIn: (count: AnonymousCount) => boolean): Scores | null {
    if (!this.#counts) return null;
    const scores: Scores = [0, 0, 0, 0, 0];
    for (const count of this.#counts) {
      if (isIn(count)) scores[count.score - 1] = (scores[count.score - 1] ?? 0) + count.n;
    }
    return scores;
  }
}

/** Narrowed to a site, days and months at most. */
export function knowsNameless(question: Question): boolean {
  return FILTERS.every((name) => KNOWN.includes(name) || question[name] === undefined);
}

/** Where they are looked for: in the part of the period that lies in the day and the month that are asked for. */
export function namelessOf({ zones }: Pick<Context, 'zones'>, question: Question) {
  let { from, to } = question;
  for (const asked of [question.day, question.month]) {
    if (asked === undefined) continue;
    const [first, next] = daysOf(asked);
    from = Math.max(from, first === null ? to : beginOf(first, question.zone, zones.offsetOf));
    to = Math.max(from, Math.min(to, next === null ? to : beginOf(next, question.zone, zones.offsetOf)));
  }
  return { from, to, siteId: question.site ?? null };
}

/** Of `2026-11-26` or `2026-11`: its first day and the one after its last. */
function daysOf(key: string): [first: number | null, next: number | null] {
  const date = readDate(key.length === 7 ? `${key}-01` : key);
  if (!date) return [null, null];
  const { year, month } = date;
  const after = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return [dayNumber(date), key.length === 7 ? dayNumber(after) : dayNumber(date) + 1];
}

export function wallOf({ zones }: Pick<Context, 'zones'>, { zone, from, to }: Question) {
  return createWall(piecesOfWall(zone, zones.offsetOf, from, to));
}
