import type { PurchaseStage } from '../../protocol/wire/business.ts';
import { readPurchaseStage } from '../domain/business/purchase-stage.ts';
import type { Context } from './context.ts';

/** M14: where a visitor stands now, for the episode that she opens. */
export async function readStage(
  { store, clock }: Context,
  { siteId, visitorId }: { siteId: string; visitorId: string },
): Promise<PurchaseStage> {
  const [{ events }, lastOrderAt] = await Promise.all([
    store.readVisitorProfile(visitorId),
    store.findLastOrderAt({ siteId, visitorId }),
  ]);
  return readPurchaseStage({ events, lastOrderAt }, clock.now());
}
