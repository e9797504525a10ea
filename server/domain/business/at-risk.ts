import type { Amount, AtRisk } from '../../../protocol/wire/business.ts';

import { SATISFIED_SCORE_MIN } from '../../../protocol/wire/limits.ts';
import { byPerson, type Contact, isWithin, type Order, type Span } from './contact.ts';
import { meanOf } from './rate.ts';

/** So far back what somebody ordered says what she is worth. */
const WORTH_MS = 365 * 24 * 3_600_000;

export interface PersonAtRisk {
  person: string;
  why: AtRisk['why'];
  contact: Contact;
  worth: Amount[];
}

/**
 * People who had ordered, whose last word with us in the period went unanswered or was rated badly, and who have not ordered
 * since. What they ordered in the year before is what may be lost, not what is lost.
 */
export function listAtRisk(contacts: readonly Contact[], orders: readonly Order[], period: Span): PersonAtRisk[] {
  const bought = byPerson(orders, (order) => order.at);
  const found: PersonAtRisk[] = [];
  const within = contacts.filter(({ openedAt, outcome }) => isWithin(period, openedAt) && outcome !== 'spam');
  for (const [person, own] of byPerson(within, (contact) => contact.openedAt)) {
    const contact = own.at(-1);
    const why = contact && whyOf(contact);
    if (!contact || !why) continue;
    const theirs = bought.get(person) ?? [];
    const isBack = theirs.some(({ at }) => at >= contact.openedAt);
    const before = theirs.filter(({ at }) => at < contact.openedAt && at >= contact.openedAt - WORTH_MS);
    if (!isBack && before.length > 0) found.push({ person, why, contact, worth: sumOf(before) });
  }
  return found;
}

function whyOf({ score, closedAt, firstResponseMs }: Contact): AtRisk['why'] | undefined {
  if (score !== null) return score < SATISFIED_SCORE_MIN ? 'rated_bad' : undefined;
  return closedAt !== null && firstResponseMs === null ? 'unanswered' : undefined;
}

export function readAtRisk(people: readonly PersonAtRisk[]): AtRisk[] {
  return (['unanswered', 'rated_bad'] as const).map((why) => {
    const of = people.filter((one) => one.why === why);
    const revenue = sumOf(of.flatMap(({ worth }) => worth));
    const one = revenue.length === 1 ? of.map(({ worth }) => worth[0]?.minor ?? 0) : null;
    return { why, people: of.length, revenue, perPerson: one && meanOf(one) };
  });
}

/** One sum for each currency: nobody here knows their rates. */
export function sumOf(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<string, number>();
  for (const { currency, minor } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([currency, minor]) => ({ currency, minor }));
}
