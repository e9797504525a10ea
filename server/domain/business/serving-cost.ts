import type { BusinessMonth } from '../../../protocol/wire/business.ts';
import { civilDate, DAY_MS, dayNumber } from '../hours/civil.ts';
import type { Span } from './contact.ts';

/** An agent's time with one episode. */
export interface Served extends Span {
  agentId: string;
  conversationId: string;
  /** Null: of another site, or opened in another time than is asked about. It has its share of the agent's time there, and no cost here. */
  episode: number | null;
}

const HOUR_MS = 3_600_000;

/**
 * M13: a minute in which an agent had three conversations costs each of them a third, whichever site and period they are of, so
 * that all reports together cost what the agent's time with visitors did. Answers by episode, in the currency's smallest unit; null where no cost was in force.
 */
export function readServingCosts(
  served: readonly Served[],
  months: readonly BusinessMonth[],
): Map<string, number | null> {
  const costs = new Map<string, number | null>();
  for (const own of groupByAgent(served).values()) {
    for (const { from, to, episodes } of sliceShared(own, changesOf(months))) {
      const hourly = hourlyCostAt(months, from);
      for (const key of episodes) {
        const before = costs.has(key) ? costs.get(key) : 0;
        const cost = hourly === null ? null : ((to - from) / HOUR_MS) * (hourly / episodes.length);
        costs.set(key, before == null || cost === null ? null : before + cost);
      }
    }
  }
  return costs;
}

export function episodeKey({ conversationId, episode }: Pick<Served, 'conversationId' | 'episode'>): string {
  return `${conversationId} ${episode}`;
}

function groupByAgent(served: readonly Served[]): Map<string, Served[]> {
  const found = new Map<string, Served[]>();
  for (const one of served) {
    const own = found.get(one.agentId);
    if (own) own.push(one);
    else found.set(one.agentId, [one]);
  }
  return found;
}

/** When an hour begins to cost something else: what runs over it costs both. */
function changesOf(months: readonly BusinessMonth[]): number[] {
  return months.flatMap(({ month, hourlyCost }) => {
    const [year = 0, number = 1] = month.split('-').map(Number);
    return hourlyCost === null ? [] : [dayNumber({ year, month: number, day: 1 }) * DAY_MS];
  });
}

/** Cuts one agent's time wherever a conversation begins or ends, and at the instants of `cuts`. */
function sliceShared(own: readonly Served[], cuts: readonly number[]): (Span & { episodes: string[] })[] {
  const marks = own
    .flatMap((one) => [
      { at: one.from, key: episodeKey(one), begins: 1 },
      { at: Math.max(one.from, one.to), key: episodeKey(one), begins: -1 },
    ])
    .concat(cuts.map((at) => ({ at, key: '', begins: 0 })))
    .sort((one, other) => one.at - other.at);
  const active = new Map<string, number>();
  const slices: (Span & { episodes: string[] })[] = [];
  let from = 0;
  for (const { at, key, begins } of marks) {
    if (active.size > 0 && at > from) slices.push({ from, to: at, episodes: [...active.keys()] });
    from = at;
    const count = (active.get(key) ?? 0) + begins;
    if (count === 0) active.delete(key);
    else active.set(key, count);
  }
  return slices;
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
