import { Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { READY_KEPT_MS, READY_MS_MAX } from '../../protocol/wire/limits.ts';
import type { LoadShed } from '../usecases/shed-load.ts';

export interface HealthParts {
  clock: Clock;
  /** Resolves when the store can write. */
  ping(): Promise<void>;
  isClosing(): boolean;
  load: LoadShed;
}

/** `/healthz`: the process turns. `/readyz`: it can do its work, so a balancer may send people here. */
export function createHealthRoutes(parts: HealthParts): Router {
  const isReady = createReadiness(parts);
  const findOut = async () => ((await isReady()) ? undefined : 'database');
  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ ok: true });
  });
  routes.get('/readyz', async (_request, response) => {
    const why = parts.isClosing() ? 'closing' : parts.load.isShedding ? 'overload' : await findOut();
    response
      .status(why ? 503 : 200)
      .set('Cache-Control', 'no-store')
      .json(why ? { ok: false, why } : { ok: true });
  });
  return routes;
}

/** One look for all who ask at once, kept for READY_KEPT_MS: probes must not become load. */
function createReadiness({ clock, ping }: Pick<HealthParts, 'clock' | 'ping'>): () => Promise<boolean> {
  let looked: { at: number; result: Promise<boolean> } | undefined;

  function look(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = clock.after(READY_MS_MAX, () => resolve(false));
      ping()
        .then(
          () => resolve(true),
          () => resolve(false),
        )
        .finally(cancel);
    });
  }

  return () => {
    const now = clock.now();
    if (!looked || now - looked.at >= READY_KEPT_MS) looked = { at: now, result: look() };
    return looked.result;
  };
}
