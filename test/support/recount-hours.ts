import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import { isOpenByTheWall } from '../unit/domain/hours/wall-oracle.ts';

const MINUTE = 60_000;

/** How much of a span is open, by the clock on the wall, minute by minute; each minute is looked at once. */
export function countOpen(hours: CalendarDocument): (from: number, to: number) => number {
  const minutes = new Map<number, boolean>();
  const isOpen = (at: number) => {
    const known = minutes.get(at) ?? isOpenByTheWall(hours, at);
    minutes.set(at, known);
    return known;
  };
  return (from, to) => {
    let open = 0;
    for (let at = Math.floor(from / MINUTE) * MINUTE; at < to; at += MINUTE)
      if (isOpen(at)) open += Math.min(to, at + MINUTE) - Math.max(from, at);
    return open;
  };
}
