import { CONVERSION_MS } from '../../../protocol/wire/limits.ts';
import { byPerson, type Contact, isWithin, type Order, type Span } from './contact.ts';
import type { Judged } from './rate.ts';

/**
 * Conversion after chat: of the episodes that opened before or during a purchase, those whose person ordered within seven days.
 * One that is younger is not known, whether an order came or
 * not: orders show at once, their absence only then. `orders` reach seven days further than the period.
 */
export function judgeConversions(
  contacts: readonly Contact[],
  orders: readonly Order[],
  period: Span,
  now: number,
): Judged<Contact>[] {
  const bought = byPerson(orders, (order) => order.at);
  return contacts
    .filter((contact) => isWithin(period, contact.openedAt) && contact.outcome !== 'spam')
    .filter(({ stage }) => stage === 'before' || stage === 'during')
    .map((row) => {
      const group = row.stage ?? 'before';
      const until = row.openedAt + CONVERSION_MS;
      const isBought = (bought.get(row.person) ?? []).some(({ at }) => at > row.openedAt && at <= until);
      return { row, group, verdict: now < until ? 'unknown' : isBought ? 'hit' : 'miss' };
    });
}
