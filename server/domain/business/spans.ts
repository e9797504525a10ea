import type { Span } from './span.ts';

/** In order, apart from each other, and cut to `within`. */
export function unionOf(spans: readonly Span[], within: Span): Span[] {
  const done: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const from = Math.max(span.from, within.from);
    const to = Math.min(span.to, within.to);
    if (from >= to) continue;
    const last = done.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else done.push({ from, to });
  }
  return done;
}

/** Both lists as `unionOf` leaves them. */
export function overlapOf(some: readonly Span[], others: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let one = 0, other = 0; one < some.length && other < others.length; ) {
    const a = some[one] as Span;
    const b = others[other] as Span;
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    if (from < to) found.push({ from, to });
    if (a.to < b.to) one += 1;
    else other += 1;
  }
  return found;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
