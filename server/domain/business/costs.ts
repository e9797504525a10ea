import type { BusinessSettings, Costs } from '../../../protocol/wire/business.ts';
import type { Contacts } from '../books/contact-room.ts';
import { meanOf } from './rate.ts';
import type { Buyers } from './retention.ts';
import { marketingOf } from './serving-cost.ts';
import type { Span } from './span.ts';

export interface CostFacts {
  contacts: Contacts;
  /** Of each contact (`readServingCosts`). */
  costs: Float64Array;
  /** So many are numbered. */
  people: number;
  /** Everybody who ordered in the period (M12). */
  buyers: Buyers;
  settings: BusinessSettings;
  settingsVersion: number;
  /** Marketing is known for everything together only. */
  isOfAll: boolean;
}

/** M13: what a conversation costs, what those who came back cost, and what those who came for the first time did. O(contacts + people). */
export function readCosts(facts: CostFacts, period: Span): Costs {
  const { contacts, settings, settingsVersion, buyers } = facts;
  // In one order, whatever of them is packed: sums of fractions are the same to the last digit then.
  const rows = byNumber(rowsWithin(contacts, period), contacts.no);
  const each = new Float64Array(rows.length);
  let isKnown = settings.currency !== null && (settings.months.length > 0 || each.length === 0);
  let total = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const cost = facts.costs[rows[at] as number] as number;
    if (Number.isNaN(cost)) isKnown = false;
    each[at] = cost;
    total += cost;
  }
  const known = isKnown ? each : each.subarray(0, 0);
  // Who ordered now and had before has come back: that is known at once, unlike whether somebody will.
  const came = new Uint8Array(facts.people);
  let back = 0;
  for (let one = 0; one < buyers.person.length; one += 1) {
    if (buyers.isKnown[one] === 0) continue;
    came[buyers.person[one] as number] = 1;
    back += 1;
  }
  let theirs = 0;
  for (let at = 0; at < known.length; at += 1)
    if (came[contacts.person[rows[at] as number] as number] === 1) theirs += known[at] as number;
  const retain = isKnown && back > 0 ? theirs / back : null;
  const marketing = facts.isOfAll && settings.currency !== null ? marketingOf(settings.months, period) : null;
  const fresh = buyers.person.length - back;
  const acquire = marketing !== null && fresh > 0 ? marketing / fresh : null;
  return {
    currency: settings.currency,
    perConversation: meanOf(known),
    total: isKnown ? total : null,
    retained: { people: back, perPerson: retain },
    acquired: { people: fresh, perPerson: acquire, marketing },
    ratio: retain !== null && acquire !== null && acquire > 0 ? retain / acquire : null,
    settingsVersion,
  };
}

/** Contacts that opened in the period, of those that the question leaves. */
export function rowsWithin({ count, openedAt, isIn }: Contacts, period: Span): Int32Array {
  const rows = new Int32Array(count);
  let found = 0;
  for (let row = 0; row < count; row += 1) {
    const at = openedAt[row] as number;
    if (at < period.from || at >= period.to || isIn[row] === 0) continue;
    rows[found] = row;
    found += 1;
  }
  return rows.subarray(0, found);
}

/** Rows of packs are by number, and those that are told anew behind them, too: two runs become one. O(rows). */
function byNumber(rows: Int32Array, no: Uint32Array): Int32Array {
  const numberAt = (place: number) => no[rows[place] as number] as number;
  let end = 1;
  while (end < rows.length && numberAt(end - 1) <= numberAt(end)) end += 1;
  const merged = new Int32Array(rows.length);
  let one = 0;
  let other = end;
  for (let next = 0; next < rows.length; next += 1) {
    const isFirst = one < end && (other >= rows.length || numberAt(one) <= numberAt(other));
    merged[next] = rows[isFirst ? one : other] as number;
    if (isFirst) one += 1;
    else other += 1;
  }
  return merged;
}
