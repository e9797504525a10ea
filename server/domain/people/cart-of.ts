import type { Person } from '../../../protocol/wire/people.ts';
import type { VisitorProfile } from '../../../protocol/wire/visitor.ts';

/** J6: what lies in the cart, by what her page told last; what was ordered since is in it no more. */
export function cartOf(
  { events, attributes }: Pick<VisitorProfile, 'events' | 'attributes'>,
  lastOrderAt: number | null,
): Person['cart'] {
  for (const { event, properties, at } of events) {
    if (event !== 'cart') continue;
    const { value, currency } = properties;
    if (value === null || (lastOrderAt !== null && lastOrderAt >= at)) return null;
    if (typeof value === 'number' && value > 0) return { value, currency: textOf(currency), at };
    if (typeof value === 'number') return null;
  }
  const said = attributes.cart;
  const since = events[0]?.at ?? 0;
  return typeof said === 'number' && said > 0 && lastOrderAt === null
    ? { value: said, currency: textOf(attributes.currency), at: since }
    : null;
}

/** As currencies are named; anything else is none. */
function textOf(given: unknown): string | null {
  return typeof given === 'string' && /^[A-Za-z]{3}$/.test(given) ? given.toUpperCase() : null;
}
