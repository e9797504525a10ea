import { groupBy } from './group-by.ts';
import type { HistoryPlan } from './history-plan.ts';
import { shareOf } from './recount-shares.ts';

/** K1, K5: what was worked on and who was won back, counted again from what happened, in the words of docs/feedback.md. */

type Deed = HistoryPlan['happenings'][number]['deed'];
type Rating = Extract<Deed, { what: 'rate' }>;

export interface FollowedUp {
  no: number;
  episode: number;
  madeAt: number;
  dueAt: number;
  person: number;
}

interface Rated {
  no: number;
  episode: number;
  person: number;
  at: number;
  score: number;
  solved: string | null;
}

export const isBad = ({ score, solved, complaint, nameless }: Rating) =>
  !nameless && (score <= 2 || solved === 'no' || complaint === true);

/** `personOf`: profiles that turned out to be one are one. */
export function readRatings({ happenings }: HistoryPlan, dueInMs: number, personOf: (visitor: number) => number) {
  const episodes = new Map<number, number>();
  const visitors = new Map<number, number>();
  const ratings = new Map<string, Rated | 'nameless'>();
  const made: FollowedUp[] = [];
  for (const { no, at, deed } of happenings) {
    if (deed.what === 'open') visitors.set(no, deed.visitor);
    if (deed.what === 'open' || deed.what === 'reopen') episodes.set(no, (episodes.get(no) ?? 0) + 1);
    if (deed.what !== 'rate') continue;
    const episode = episodes.get(no) as number;
    const key = `${no} ${episode}`;
    const before = ratings.get(key);
    // Without a name nothing is replaced, and it is never replaced.
    if (before === 'nameless' || (deed.nameless && before)) continue;
    if (deed.nameless) {
      ratings.set(key, 'nameless');
      continue;
    }
    const person = personOf(visitors.get(no) as number);
    ratings.set(key, { no, episode, person, at, score: deed.score, solved: deed.solved ?? null });
    // What comes on top of an open one joins it.
    const isOpen = made.some((one) => one.no === no && one.episode === episode);
    if (isBad(deed) && !isOpen) made.push({ no, episode, madeAt: at, dueAt: at + dueInMs, person });
  }
  return { made, ratings: [...ratings.values()].filter((one) => one !== 'nameless') };
}

/** Of those whose visitor has rated since: whose first such rating, as it is now, is good or says that it is solved. */
export function wonBackOf(made: readonly FollowedUp[], ratings: readonly Rated[]) {
  const ratingsOf = groupBy([...ratings], ({ person }) => person);
  const next = made.map(
    ({ person, madeAt }) =>
      ratingsOf(person)
        .filter(({ at }) => at > madeAt)
        .sort((one, other) => one.at - other.at)[0],
  );
  const heard = next.filter((one) => one !== undefined);
  const won = heard.filter(({ score, solved }) => score >= 4 || solved === 'yes');
  return { wonBack: shareOf(won.length, heard.length), silent: made.length - heard.length };
}
