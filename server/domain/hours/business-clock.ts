import type { CalendarVersion } from './business-time.ts';
import type { ZoneOffset } from './calendar.ts';
import { DAY_MS } from './civil.ts';
import { listOpenSpans, type Span } from './open-spans.ts';

/** Spans are worked out for so long a stretch at once, and kept. */
const STRETCH_MS = 64 * DAY_MS;

interface Stretch {
  spans: Span[];
  /** The sum of those before each, and of all at the end. */
  before: number[];
}

/** As `businessMs`, for many questions about the same hours: all spans of a time are found once. */
export function createBusinessClock(
  versions: readonly CalendarVersion[],
  offsetOf: ZoneOffset,
): (from: number, to: number) => number {
  if (versions.length === 0) return (from, to) => Math.max(0, to - from);
  const kept = new Map<number, Stretch>();

  function stretchAt(number: number): Stretch {
    const known = kept.get(number);
    if (known) return known;
    const spans = listSpans(versions, offsetOf, number * STRETCH_MS, (number + 1) * STRETCH_MS);
    const before = [0];
    for (const span of spans) before.push((before.at(-1) as number) + span.to - span.from);
    const made = { spans, before };
    kept.set(number, made);
    return made;
  }

  /** From the beginning of its stretch up to `at`. */
  function upTo({ spans, before }: Stretch, at: number): number {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle] as Span).from < at) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const last = spans[low - 1] as Span;
    return (before[low - 1] as number) + Math.min(at, last.to) - last.from;
  }

  return (from, to) => {
    if (to <= from) return 0;
    const [first, last] = [Math.floor(from / STRETCH_MS), Math.floor(to / STRETCH_MS)];
    let total = upTo(stretchAt(last), to) - upTo(stretchAt(first), from);
    for (let number = first; number < last; number += 1) total += stretchAt(number).before.at(-1) as number;
    return total;
  };
}

/** By the versions in force; where there is none it is open always. */
function listSpans(versions: readonly CalendarVersion[], offsetOf: ZoneOffset, from: number, to: number): Span[] {
  const cuts = versions.map(({ validFrom }) => validFrom).filter((at) => at > from && at < to);
  const marks = [from, ...cuts, to];
  return marks.slice(0, -1).flatMap((begin, index) => {
    const end = marks[index + 1] as number;
    const calendar = versions.findLast(({ validFrom }) => validFrom <= begin)?.calendar ?? null;
    return calendar ? listOpenSpans(calendar, offsetOf, begin, end) : [{ from: begin, to: end }];
  });
}
