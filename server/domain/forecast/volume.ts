import { FORECAST_WEEKS, FORECAST_WEEKS_MIN } from '../../../protocol/wire/limits.ts';
import { studentT95 } from '../business/rate.ts';
import type { ZoneOffset } from '../hours/calendar.ts';
import { weekdayOf } from '../hours/civil.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const HOURS = 168;
/** Zones are whole quarters of an hour from each other. */
export const BUCKET_MS = HOUR_MS / 4;
/** An hour that was open for less than this says too little about a whole one. */
const OPEN_SHARE_MIN = 0.25;
/** Nothing seen in k weeks: 95 of 100 such hours bring less than 3 / k ("the rule of three"). */
const RULE_OF_THREE = 3;

export interface VolumeFacts {
  now: number;
  zone: string;
  offsetOf: ZoneOffset;
  /** Conversations that came, by the quarter of an hour: floor(at / BUCKET_MS). */
  counts: ReadonlyMap<number, number>;
  /** The first one ever; null: there was none. */
  firstAt: number | null;
  /** How much of a span lay, or lies, within the hours, 0 to 1. */
  openShare(from: number, to: number): number;
}

export interface VolumeHour {
  at: number;
  weekday: number;
  hour: number;
  open: number;
  expected: number | null;
  low: number | null;
  high: number | null;
  weeks: number;
  came: number;
}

/** One of the past weeks that can tell: the same hour of the wall. */
export interface PastHour {
  at: number;
  open: number;
  came: number;
}

/**
 * The next 168 hours, each from the same weekday and hour of the last eight weeks, by the wall of the zone. Hours in which it
 * was closed, and weeks before the first conversation, say nothing; hours that will be closed get no figure.
 */
export function readVolume(facts: VolumeFacts): VolumeHour[] {
  const { now, zone, offsetOf } = facts;
  const wall = Math.floor((now + offsetOf(zone, now)) / HOUR_MS + 1) * HOUR_MS;
  const first = instantOf(wall, facts);
  return Array.from({ length: HOURS }, (_, index) => {
    // An hour that the clocks leave out does not come, one that they tell twice comes twice.
    const at = first + index * HOUR_MS;
    const local = at + offsetOf(zone, at);
    const open = facts.openShare(at, at + HOUR_MS);
    const place = {
      at,
      weekday: weekdayOf(Math.floor(local / DAY_MS)),
      hour: Math.floor((local % DAY_MS) / HOUR_MS),
      open,
    };
    if (open === 0) return { ...place, expected: null, low: null, high: null, weeks: 0, came: 0 };
    const past = listPastHours(at, facts);
    const came = past.reduce((sum, one) => sum + one.came, 0);
    return { ...place, ...expect(past, open), came };
  });
}

/** The weeks that can tell, the latest first. */
export function listPastHours(hourAt: number, facts: VolumeFacts): PastHour[] {
  const { now, zone, offsetOf, firstAt, counts, openShare } = facts;
  const local = hourAt + offsetOf(zone, hourAt);
  const past: PastHour[] = [];
  for (let week = 1; week <= FORECAST_WEEKS; week += 1) {
    const at = instantOf(local - week * WEEK_MS, facts);
    if (firstAt === null || at + HOUR_MS <= firstAt || at + HOUR_MS > now) continue;
    const open = openShare(at, at + HOUR_MS);
    if (open < OPEN_SHARE_MIN) continue;
    let came = 0;
    for (let part = 0; part < HOUR_MS / BUCKET_MS; part += 1)
      came += counts.get(Math.floor(at / BUCKET_MS) + part) ?? 0;
    past.push({ at, open, came });
  }
  return past;
}

/**
 * Mean and a 95 % interval for one more week. People who come by chance scatter at least as much as Poisson says, and weeks
 * differ besides: the larger of both counts.
 */
function expect(past: readonly PastHour[], open: number): Pick<VolumeHour, 'expected' | 'low' | 'high' | 'weeks'> {
  // Conversations for each open hour.
  const rates = past.map((one) => one.came / one.open);
  const weeks = rates.length;
  if (weeks === 0) return { expected: null, low: null, high: null, weeks };
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / weeks;
  if (mean === 0) return { expected: 0, low: 0, high: Math.ceil((RULE_OF_THREE / weeks) * open), weeks };
  const scatter = weeks < 2 ? 0 : rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (weeks - 1);
  const factor = studentT95(Math.max(FORECAST_WEEKS_MIN - 1, weeks - 1));
  const half = factor * Math.sqrt(Math.max(mean, scatter) * (1 + 1 / weeks));
  return {
    expected: mean * open,
    low: Math.floor(Math.max(0, mean - half) * open),
    high: Math.ceil((mean + half) * open),
    weeks,
  };
}

/** The instant at which the wall shows this; of an hour that is left out, the one after the jump. */
function instantOf(local: number, { zone, offsetOf }: Pick<VolumeFacts, 'zone' | 'offsetOf'>): number {
  const near = local - offsetOf(zone, local);
  return local - offsetOf(zone, near);
}
