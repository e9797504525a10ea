import { FILTERS, type Question, type Split } from '../../protocol/wire/measures.ts';
import type { Csat } from '../../protocol/wire/report.ts';
import { createWall, dateOf, dayOfWall, monthOf, piecesOfWall } from '../domain/measures/local-time.ts';
import type { AnonymousCount } from '../store/feedback-store.ts';
import type { Context } from './context.ts';

type Scores = Csat['scores'];

/** What was said without a name in the period of a question (K9): of which site and day, and nothing else. */
export class NamelessAnswers {
  readonly #counts: readonly AnonymousCount[] | null;

  /** Null: the question is narrower than anybody knows of them. */
  private constructor(counts: readonly AnonymousCount[] | null) {
    this.#counts = counts;
  }

  static async load({ store }: Pick<Context, 'store'>, question: Question): Promise<NamelessAnswers> {
    if (!knowsNameless(question)) return new NamelessAnswers(null);
    const { from, to, site } = question;
    return new NamelessAnswers(await store.countAnonymous({ from, to, siteId: site ?? null }));
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

/** Narrowed to a site at most. */
export function knowsNameless(question: Question): boolean {
  return FILTERS.every((name) => name === 'site' || question[name] === undefined);
}

export function wallOf({ zones }: Pick<Context, 'zones'>, { zone, from, to }: Question) {
  return createWall(piecesOfWall(zone, zones.offsetOf, from, to));
}
