import type { BusinessMonth } from '../../../protocol/wire/business.ts';
import type { Contacts } from '../books/contact-room.ts';
import { dayOf } from '../books/day-mark.ts';
import type { DaySheet } from '../books/day-sheet.ts';
import { civilDate, DAY_MS, dayNumber } from '../hours/civil.ts';
import type { Span } from './span.ts';

const HOUR_MS = 3_600_000;

/**
 * M13: what each contact cost, in the currency's smallest unit: its shares of the time of those who served it, at what an hour cost then.
 * Not a number where no cost was in force; 0 where nobody served it. O(contacts and stretches).
 */
export function readServingCosts(
  contacts: Contacts,
  sheets: readonly DaySheet[],
  months: readonly BusinessMonth[],
): Float64Array {
  const costs = new Float64Array(contacts.count);
  const rowOf = firstRows(contacts);
  for (const { day, no, episode, share } of sheets) {
    const hourly = hourlyCostAt(months, day * DAY_MS);
    for (let place = 0; place < no.length; place += 1) {
      const ms = share[place] as number;
      const row = ms === 0 ? -1 : rowOf(no[place] as number, episode[place] as number);
      if (row >= 0) costs[row] = (costs[row] as number) + (ms * (hourly ?? Number.NaN)) / HOUR_MS;
    }
  }
  return costs;
}

/** Rows of one conversation stand together, by episode. */
function firstRows({ count, no, episode }: Contacts): (no: number, episode: number) => number {
  let [low, high] = [Number.MAX_SAFE_INTEGER, -1];
  for (let row = 0; row < count; row += 1) {
    low = Math.min(low, no[row] as number);
    high = Math.max(high, no[row] as number);
  }
  const first = new Int32Array(Math.max(0, high - low + 1)).fill(-1);
  for (let row = count - 1; row >= 0; row -= 1) first[(no[row] as number) - low] = row;
  return (wanted, number) => {
    for (let row = first[wanted - low] ?? -1; row >= 0 && row < count && no[row] === wanted; row += 1)
      if (episode[row] === number) return row;
    return -1;
  };
}

/** The days in which what opened in the period may have been served. */
export function daysServed(period: Span, servedTo: number): { first: number; last: number } {
  return { first: dayOf(period.from), last: dayOf(Math.max(period.from, servedTo)) };
}

/** The latest one said for this month (UTC) or one before it. */
export function hourlyCostAt(months: readonly BusinessMonth[], at: number): number | null {
  const month = monthOf(at);
  return months.findLast((one) => one.month <= month && one.hourlyCost !== null)?.hourlyCost ?? null;
}

/** What marketing cost in a period: of each month the part that lies in it. Null where a month of it was not said. */
export function marketingOf(months: readonly BusinessMonth[], period: Span): number | null {
  let total = 0;
  for (let at = period.from; at < period.to; ) {
    const { from, to } = spanOfMonth(at);
    const said = months.find(({ month }) => month === monthOf(at))?.marketing ?? null;
    if (said === null) return null;
    total += (said * (Math.min(to, period.to) - at)) / (to - from);
    at = to;
  }
  return total;
}

function monthOf(at: number): string {
  const { year, month } = civilDate(Math.floor(at / DAY_MS));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function spanOfMonth(at: number): Span {
  const { year, month } = civilDate(Math.floor(at / DAY_MS));
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return { from: dayNumber({ year, month, day: 1 }) * DAY_MS, to: dayNumber(next) * DAY_MS };
}
