import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import type { CountedEpisode } from './recount.ts';
import { countOpen } from './recount-hours.ts';
import { wallOf } from './recount-wall.ts';

/** The forecast worked out again, in the words of docs/business.md and with nothing of the product. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKS = 8;
/** The two-sided 95 % point of Student's distribution, from the table of a textbook, by degrees of freedom. */
const STUDENT: Record<number, number> = {
  2: 4.302653,
  3: 3.182446,
  4: 2.776445,
  5: 2.570582,
  6: 2.446912,
  7: 2.364624,
};

export interface ForecastAsked {
  now: number;
  zone: string;
  /** Of the site and the department that were asked for. */
  mine: readonly CountedEpisode[];
  /** The hours of the site, where one was asked for. */
  hours: CalendarDocument | null;
}

/** The same hour on the wall so many days before; of one that is told twice the later, of one that is left out the one after it. */
function wallHourBefore(at: number, days: number, zone: string): number {
  const wall = wallOf(zone);
  const day = new Date(Date.parse(`${wall(at).day}T12:00:00Z`) - days * DAY).toISOString().slice(0, 10);
  const near = at - days * DAY;
  const around = [2, 1, 0, -1, -2].map((hours) => near + hours * HOUR);
  const shows = (hour: number) => around.find((one) => wall(one).day === day && wall(one).hour === hour);
  const { hour } = wall(at);
  return shows(hour) ?? shows(hour + 1) ?? Number.NaN;
}

/** When the wall shows a full hour next. */
function nextHour(now: number, zone: string): number {
  const hourAt = (at: number) => wallOf(zone)(at).hour;
  for (let at = Math.floor(now / MINUTE) * MINUTE + MINUTE; ; at += MINUTE)
    if (hourAt(at) !== hourAt(at - 1)) return at;
}

export function hoursAhead({ now, zone, mine, hours }: ForecastAsked) {
  const open = hours ? countOpen(hours) : (from: number, to: number) => to - from;
  const openShare = (at: number) => open(at, at + HOUR) / HOUR;
  const firstAt = Math.min(...mine.map(({ openedAt }) => openedAt));
  const next = nextHour(now, zone);
  return Array.from({ length: 168 }, (_, index) => {
    const at = next + index * HOUR;
    const share = openShare(at);
    const { weekday, hour } = wallOf(zone)(at);
    // 0 is Monday.
    const place = { at, weekday: weekday - 1, hour, open: share };
    if (share === 0) return { ...place, expected: null, low: null, high: null, weeks: 0, came: 0 };
    const past = Array.from({ length: WEEKS }, (_, week) => wallHourBefore(at, 7 * (week + 1), zone))
      .filter((from) => from + HOUR > firstAt && from + HOUR <= now && openShare(from) >= 0.25)
      .map((from) => ({
        came: mine.filter(({ openedAt }) => openedAt >= from && openedAt < from + HOUR).length,
        share: openShare(from),
      }));
    const came = past.reduce((sum, one) => sum + one.came, 0);
    return { ...place, ...foretell(past, share), weeks: past.length, came };
  });
}

/** For one more week: Student's interval, by the weeks' own scatter or by Poisson's, whichever is more. */
function foretell(past: readonly { came: number; share: number }[], share: number) {
  const k = past.length;
  if (k === 0) return { expected: null, low: null, high: null };
  const rates = past.map((one) => one.came / one.share);
  const mean = rates.reduce((sum, one) => sum + one, 0) / k;
  if (mean === 0) return { expected: 0, low: 0, high: Math.ceil((3 / k) * share) };
  const own = k > 1 ? rates.map((one) => (one - mean) ** 2).reduce((sum, one) => sum + one, 0) / (k - 1) : 0;
  const half = (STUDENT[Math.max(2, k - 1)] as number) * Math.sqrt(Math.max(own, mean) * (1 + 1 / k));
  return {
    expected: mean * share,
    low: Math.floor(Math.max(0, mean - half) * share),
    high: Math.ceil((mean + half) * share),
  };
}

/** M5 of what ended with an agent in the last thirty days. */
export function handlingOf(mine: readonly CountedEpisode[], now: number) {
  const ended = mine.filter(({ closedAt, isInQueue }) => closedAt !== null && closedAt >= now - 30 * DAY && !isInQueue);
  const sum = ended.reduce((all, { handledMs }) => all + handledMs, 0);
  return { n: ended.length, meanMs: ended.length === 0 ? null : sum / ended.length };
}

interface Aim {
  chatsAtOnce: number;
  occupancyMax: number;
  targetShare: number;
  shrinkage: number;
  targetMs: number;
}

/** Erlang C as it stands in books: the sum over all states of the queue, in logarithms. */
function inTarget(servers: number, offered: number, targetMs: number, handlingMs: number): number {
  if (offered >= servers) return 0;
  const logOf = (n: number) => {
    let log = n * Math.log(offered);
    for (let factor = 2; factor <= n; factor += 1) log -= Math.log(factor);
    return log;
  };
  const full = Math.exp(logOf(servers)) * (servers / (servers - offered));
  let some = 0;
  for (let n = 0; n < servers; n += 1) some += Math.exp(logOf(n));
  const waits = full / (some + full);
  return 1 - waits * Math.exp(-((servers - offered) * targetMs) / handlingMs);
}

/** The fewest, tried one after the other. */
export function staffFor(expected: number, high: number, handlingMs: number, aim: Aim) {
  const fewest = (perHour: number) => {
    const offered = (perHour * handlingMs) / HOUR;
    for (let agents = 1; ; agents += 1) {
      const servers = agents * aim.chatsAtOnce;
      if (offered / servers > aim.occupancyMax + 1e-9) continue;
      if (offered === 0 || inTarget(servers, offered, aim.targetMs, handlingMs) >= aim.targetShare) return agents;
    }
  };
  const agents = fewest(expected);
  const offered = (expected * handlingMs) / HOUR;
  const servers = agents * aim.chatsAtOnce;
  return {
    agents,
    planned: Math.ceil(agents / (1 - aim.shrinkage)),
    agentsHigh: Math.max(agents, fewest(high)),
    share: offered === 0 ? 1 : inTarget(servers, offered, aim.targetMs, handlingMs),
    occupancy: offered / servers,
  };
}
