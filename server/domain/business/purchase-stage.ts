import type { PurchaseStage } from '../../../protocol/wire/business.ts';
import { CART_FRESH_MS } from '../../../protocol/wire/limits.ts';

/** Names of events by which a page says that somebody is buying. */
const BUYING: readonly string[] = ['cart', 'checkout', 'add_to_cart', 'begin_checkout'];

export interface KnownOfBuyer {
  events: readonly { event: string; at: number }[];
  lastOrderAt: number | null;
}

/**
 * M14: in the cart or at the till within the last half hour, and no order since: `during`. Otherwise `after` an order was
 * reported, and `before` where none ever was.
 */
export function readPurchaseStage({ events, lastOrderAt }: KnownOfBuyer, at: number): PurchaseStage {
  const buyingAt = Math.max(0, ...events.filter(({ event }) => BUYING.includes(event)).map((one) => one.at));
  const isBuying = buyingAt > 0 && at - buyingAt <= CART_FRESH_MS && buyingAt > (lastOrderAt ?? 0);
  if (isBuying) return 'during';
  return lastOrderAt === null ? 'before' : 'after';
}
