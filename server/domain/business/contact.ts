/** From an instant up to, not including, another one. */
export interface Span {
  from: number;
  to: number;
}

export function isWithin({ from, to }: Span, at: number): boolean {
  return from <= at && at < to;
}
