import { Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { READY_KEPT_MS, READY_MS_MAX } from '../../protocol/wire/limits.ts';

export interface HealthParts {
  clock: Clock;
  /** Resolves when the store can write. */
  ping(): Promise<void>;
  isClosing(): boolean;
}

/** `/healthz`: the process turns. `/readyz`: it can do its work, so a balancer may send people here. */
export function createHealthRoutes(parts: HealthParts): Router {
  const isReady = createReadiness(parts);
  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ ok: true });
  });
  routes.get('/readyz', async (_request, response) => {
    const ready = !parts.isClosing() && (await isReady());
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ok: ready });
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
