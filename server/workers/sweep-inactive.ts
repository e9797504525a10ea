import type { Clock } from '../../protocol/kit/clock.ts';
import { INACTIVE_SWEEP_MS, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { settingsFor, weightOf } from '../domain/routing/standing.ts';
import type { Store } from '../store/store.ts';
import { readSettings } from '../usecases/read-settings.ts';

export interface SweepInactiveParts {
  store: Pick<Store, 'listInactive' | 'listAwakened' | 'setRoom' | 'readRoutingPlan' | 'listDepartments'>;
  clock: Clock;
  wakeRouting: () => void;
}

/**
 * R21: a conversation that was answered and has been silent for long enough frees its room; when its visitor writes
 * again it takes it back, above the capacity if need be. Nobody is told: it stays where it is.
 */
export function createInactiveSweep({ store, clock, wakeRouting }: SweepInactiveParts): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function wakeUp(at: number): Promise<void> {
    const found = await store.listAwakened(SWEEP_ROWS_MAX);
    if (found.length === 0) return;
    const room = weightOf((await readSettings(store)).plan);
    for (const one of found) await store.setRoom({ ...one, room, at });
  }

  return async () => {
    const now = clock.now();
    await wakeUp(now);
    if (now - lookedAt < INACTIVE_SWEEP_MS) return;
    lookedAt = now;
    const settings = await readSettings(store);
    let freed = 0;
    for (const departmentId of [null, ...settings.departments.keys()]) {
      const { inactiveMs } = settingsFor(settings, departmentId);
      if (inactiveMs === null) continue;
      const found = await store.listInactive({ departmentId, silentSince: now - inactiveMs, limit: SWEEP_ROWS_MAX });
      for (const one of found) await store.setRoom({ ...one, room: 0, at: now });
      freed += found.length;
    }
    if (freed > 0) wakeRouting();
  };
}
