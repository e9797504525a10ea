import { planOf } from '../domain/routing/plan-of.ts';
import { toSettings } from '../domain/routing/rules.ts';
import type { Settings } from '../domain/routing/standing.ts';
import type { Store } from '../store/store.ts';

/** What owners set, with the defaults filled in, for every department. */
export async function readSettings(store: Pick<Store, 'readRoutingPlan' | 'listDepartments'>): Promise<Settings> {
  return toSettings(planOf(await store.readRoutingPlan()), await store.listDepartments());
}
