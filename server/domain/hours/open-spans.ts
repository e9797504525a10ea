import { type Calendar, hoursOn, isOpenAt, type ZoneOffset } from './calendar.ts';
import { DAY_MS, MINUTE_MS } from './civil.ts';

/** From an instant up to, not including, another one, ms. */
export interface Span {
  from: number;
  to: number;
}

/** How far ahead a change is looked for. Further than a year: the next one may be the end of a long closure. */
const HOURS_AHEAD_MS_MAX = 400 * DAY_MS;
/** Most changes come within a day or two; only a long closure is worth a long look. */
const LOOKS_MS = [2 * DAY_MS, 9 * DAY_MS, 64 * DAY_MS, HOURS_AHEAD_MS_MAX];

export interface HoursNow {
  open: boolean;
  /** When that changes; null where no change is in sight. */
  changesAt: number | null;
}

/** When it is open between two instants: in order, apart from each other, cut to the two. */
export function listOpenSpans(calendar: Calendar, offsetOf: ZoneOffset, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (const piece of piecesOf(calendar.zone, offsetOf, from, to)) {
    // Within a piece the wall clock only runs, so local times are instants moved by one length.
    const last = Math.floor((piece.to - 1 + piece.offset) / DAY_MS);
    // The day before the first one may reach into it.
    for (let day = Math.floor((piece.from + piece.offset) / DAY_MS) - 1; day <= last; day += 1) {
      for (const hours of hoursOn(calendar, day).open) {
        const begin = Math.max(piece.from, day * DAY_MS + hours.from * MINUTE_MS - piece.offset);
        const end = Math.min(piece.to, day * DAY_MS + hours.to * MINUTE_MS - piece.offset);
        if (begin < end) found.push({ from: begin, to: end });
      }
    }
  }
  return joined(found);
}

/** Whether it is open at `at`, and until when (H5). */
export function readHours(calendar: Calendar, offsetOf: ZoneOffset, at: number): HoursNow {
  const open = isOpenAt(calendar, offsetOf, at);
  for (const lookMs of LOOKS_MS) {
    const [first] = listOpenSpans(calendar, offsetOf, at, at + lookMs);
    if (!open && first) return { open, changesAt: first.from };
    if (open && first && first.to < at + lookMs) return { open, changesAt: first.to };
  }
  return { open, changesAt: null };
}

export interface Piece extends Span {
  offset: number;
}

/** Cuts a span where the zone's clocks are put forward or back. */
export function piecesOf(zone: string, offsetOf: ZoneOffset, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let begin = from;
  let offset = offsetOf(zone, from);
  for (let probe = from; probe < to; ) {
    const next = Math.min(probe + DAY_MS, to);
    const nextOffset = offsetOf(zone, next);
    if (nextOffset !== offset) {
      const cut = findCut((at) => offsetOf(zone, at) === offset, probe, next);
      pieces.push({ from: begin, to: cut, offset });
      begin = cut;
      offset = nextOffset;
    }
    probe = next;
  }
  if (begin < to) pieces.push({ from: begin, to, offset });
  return pieces;
}

/** The first instant that is not like `low`. */
function findCut(isLike: (at: number) => boolean, low: number, high: number): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isLike(middle)) before = middle;
    else after = middle;
  }
  return after;
}

function joined(spans: Span[]): Span[] {
  const done: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = done.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else done.push({ ...span });
  }
  return done;
}
