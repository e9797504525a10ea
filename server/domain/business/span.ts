/** From an instant up to, not including, another one. */
export interface Span {
  from: number;
  to: number;
}
