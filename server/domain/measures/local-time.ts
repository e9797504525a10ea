import type { ZoneOffset } from '../hours/calendar.ts';
import { civilDate, DAY_MS, dayNumber, weekdayOf } from '../hours/civil.ts';
import { type Piece, piecesOf } from '../hours/open-spans.ts';

const HOUR_MS = 3_600_000;

/** Stretches of time between which the clocks of a zone are put forward or back. */
export type WallPieces = readonly Piece[];

export function piecesOfWall(zone: string, offsetOf: ZoneOffset, from: number, to: number): WallPieces {
  return piecesOf(zone, offsetOf, from, to);
}

/** The wall clock between two instants, for many of them: where it is put forward or back is found once. */
export function createWall(pieces: WallPieces): (at: number) => number {
  let last = pieces[0];
  return (at) => {
    if (last === undefined) return at;
    if (at < last.from || at >= last.to) last = pieces.find((piece) => piece.from <= at && at < piece.to) ?? last;
    return at + last.offset;
  };
}

/** 0 to 23, of a time on the wall. */
export function hourOf(wall: number): number {
  return Math.floor(wall / HOUR_MS) - Math.floor(wall / DAY_MS) * 24;
}

/** 1 is Monday. */
export function weekdayNumber(wall: number): number {
  return weekdayOf(Math.floor(wall / DAY_MS)) + 1;
}

/** Days on the wall, counted from 1970. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** `YYYY-MM-DD`, of a day counted so. */
export function dateOf(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `YYYY-MM` */
export function monthOf(number: number): string {
  return dateOf(number).slice(0, 7);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * Where hours, days or weeks of the zone begin between two instants, those two themselves at the ends. They are as long as the wall
 * makes them: days 23, 24 or 25 hours, hours a half, one or one and a half where clocks are moved by half an hour.
 */
export function listBounds(
  by: 'hour' | 'day' | 'week',
  zone: string,
  offsetOf: ZoneOffset,
  from: number,
  to: number,
): number[] {
  if (by === 'hour') return [from, ...hoursWithin(piecesOf(zone, offsetOf, from, to)), to];
  const bounds = [from];
  let day = Math.floor((from + offsetOf(zone, from)) / DAY_MS) + 1;
  if (by === 'week') while (weekdayOf(day) !== 0) day += 1;
  for (; ; day += by === 'week' ? 7 : 1) {
    const at = beginOf(day, zone, offsetOf);
    if (at >= to) break;
    if (at > from) bounds.push(at);
  }
  return [...bounds, to];
}

/** Clocks that are put forward into another hour begin it; those that are put back within one let it go on. */
function hoursWithin(pieces: WallPieces): number[] {
  const begins: number[] = [];
  let before: number | null = null;
  for (const { from, to, offset } of pieces) {
    const hour = Math.floor((from + offset) / HOUR_MS);
    if (before !== null && (before !== hour || from + offset === hour * HOUR_MS)) begins.push(from);
    for (let at = (hour + 1) * HOUR_MS - offset; at < to; at += HOUR_MS) begins.push(at);
    before = Math.floor((to - 1 + offset) / HOUR_MS);
  }
  return begins;
}

/** When a day of the zone begins; where midnight is left out, when the clock goes on after it. */
export function beginOf(day: number, zone: string, offsetOf: ZoneOffset): number {
  return instantOf(day * DAY_MS, zone, offsetOf);
}

/** The first instant at which the wall says so, or, where it never does, the one at which it leaps over it. */
export function instantOf(wall: number, zone: string, offsetOf: ZoneOffset): number {
  const before = wall - offsetOf(zone, wall - DAY_MS);
  const after = wall - offsetOf(zone, before);
  // Two offsets fit where it says so twice; the first of them counts.
  for (const at of [before, after]) if (at + offsetOf(zone, at) === wall) return at;
  return leapOver(wall, zone, offsetOf, Math.min(before, after), Math.max(before, after));
}

/** The first instant at which the wall says so or more; it does at `high`, and not yet at `low`. */
function leapOver(wall: number, zone: string, offsetOf: ZoneOffset, low: number, high: number): number {
  let [begin, end] = [low, high];
  while (end - begin > 1) {
    const middle = Math.floor((begin + end) / 2);
    if (middle + offsetOf(zone, middle) >= wall) end = middle;
    else begin = middle;
  }
  return end;
}

/** Of the date on the wall now. */
export function dayOf(wall: number): number {
  return dayNumber(civilDate(Math.floor(wall / DAY_MS)));
}
