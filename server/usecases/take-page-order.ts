import { PAGE_ORDERS_PER_DAY_MAX } from '../../protocol/wire/limits.ts';
import type { Attributes } from '../../protocol/wire/visitor.ts';
import { isFault, isTrue, readOrder } from '../domain/business/read-order.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { refused } from './finish.ts';

/** The event by which a page reports an order (docs/business.md). */
export const ORDER_EVENT = 'order';
const DAY_MS = 24 * 3_600_000;
const TAKES_NONE_BACK =
  'A page reports orders and takes none back: import the order from your server, with what is left of it or with cancelled true.';

/**
 * A page's word: kept, and marked as nothing more. It says neither whose order it is nor when it was: the visitor is who asks,
 * the time is now. Undefined: it is stored, or was before.
 */
export async function takePageOrder(
  { store, clock }: Context,
  { siteId, visitorId }: VisitorSubject,
  properties: Attributes,
): Promise<Done<never> | undefined> {
  const at = clock.now();
  const { id, total, currency } = properties;
  const back = Number(total) < 0 ? 'total' : isTrue(properties.cancelled) ? 'cancelled' : null;
  if (back) return refused('invalid_payload', { field: `properties.${back}`, hint: TAKES_NONE_BACK });
  const order = readOrder({ id, total, currency }, at);
  if (isFault(order)) return refused('invalid_payload', { field: `properties.${order.field}`, hint: order.hint });
  const max = PAGE_ORDERS_PER_DAY_MAX;
  const kept = await store.addPageOrder({ siteId, visitorId, order, at, max, since: at - DAY_MS });
  if (kept !== 'too_many') return undefined;
  return refused('rate_limited', {
    retryAfterMs: DAY_MS,
    hint: `A page reports at most ${max} orders of a visitor in a day.`,
  });
}
