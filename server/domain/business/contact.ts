import type { OrderLink, PurchaseStage } from '../../../protocol/wire/business.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';

/** An episode as the measures of business look at it. */
export interface Contact {
  conversationId: string;
  episode: number;
  /** Whom the site signed for, or else the browser: two of one person have the same. */
  person: string;
  openedAt: number;
  closedAt: number | null;
  outcome: Outcome | null;
  firstResponseMs: number | null;
  score: number | null;
  stage: PurchaseStage | null;
}

/** An order that stands. */
export interface Order {
  orderId: string;
  /** Null: of nobody we know. */
  person: string | null;
  at: number;
  minor: number;
  currency: string;
  link: OrderLink | null;
  /** Said by the site's server or its staff, not by a page alone. */
  isChecked: boolean;
  segment: string | null;
}

/** From an instant up to, not including, another one. */
export interface Span {
  from: number;
  to: number;
}

export function isWithin({ from, to }: Span, at: number): boolean {
  return from <= at && at < to;
}

/** By person, each list in the order of time. */
export function byPerson<Row extends { person: string | null }>(
  rows: readonly Row[],
  atOf: (row: Row) => number,
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.person === null) continue;
    const of = found.get(row.person);
    if (of) of.push(row);
    else found.set(row.person, [row]);
  }
  for (const of of found.values()) of.sort((one, other) => atOf(one) - atOf(other));
  return found;
}
