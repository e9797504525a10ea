import { FRONT_DEFAULT } from '../../protocol/wire/front.ts';
import { SWEEP_INTERVAL_MS, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { FEEDBACK_DEFAULT } from '../../protocol/wire/rating-settings.ts';
import type { Notice } from '../usecases/context.ts';
import { readFront } from '../usecases/read-front.ts';
import { serviceBookOf } from '../usecases/service-book.ts';
import { createSilenceWatch } from './end-silent.ts';
import { every } from './every.ts';
import { sayStages } from './say-stages.ts';
import type { ServiceParts } from './service-parts.ts';
import { createWaitingSettler } from './settle-waiting.ts';

export interface ServiceWorker {
  start(): void;
  /** Resolves when the look under way has ended. */
  stop(): Promise<void>;
  /** One look now. Never rejects. */
  look(): Promise<void>;
}

/** What owners set and time brings: opening and closing, words while waiting, silence, wrap-up. Bounded work in each look. */
export function createServiceWorker(parts: ServiceParts): ServiceWorker {
  const { store } = parts.context;
  const tasks = [
    { task: 'service:settings', run: async () => serviceBookOf(store).fill(await store.listSettings()) },
    { task: 'service:hours', run: watchHours(parts) },
    { task: 'service:front', run: watchFront(parts) },
    { task: 'service:waiting', run: createWaitingSettler(parts) },
    { task: 'service:stages', run: () => sayStages(parts) },
    { task: 'service:silence', run: createSilenceWatch(parts) },
    { task: 'service:wrapup', run: () => endWrapUps(parts) },
  ];

  async function look(): Promise<void> {
    for (const { task, run } of tasks) {
      try {
        await run();
      } catch (error) {
        // Each on its own: one that fails must not keep the others from their work.
        parts.onFailure(task, error);
      }
    }
  }

  const ticks = every(parts.context.clock, SWEEP_INTERVAL_MS, look);
  return { start: ticks.start, stop: ticks.stop, look };
}

/** H6: visitors who are here hear when it opens and closes. Whoever comes is told by the greeting. */
function watchHours({ context, tell }: ServiceParts): () => Promise<void> {
  let known: Map<string, string> | null = null;
  return async () => {
    const book = serviceBookOf(context.store);
    const now = context.clock.now();
    const next = new Map<string, string>();
    const notices: Notice[] = [];
    for (const [siteId] of book.sites()) {
      const service = book.stateOf(siteId, null, context.zones, now).told;
      next.set(siteId, JSON.stringify(service));
      if (known?.has(siteId) && known.get(siteId) !== next.get(siteId)) {
        notices.push({ tell: 'service', siteId, service });
      }
    }
    known = next;
    if (notices.length > 0) tell(notices);
  };
}

/** B1: visitors who are here hear of a changed banner; what they see of measured times may wait for their next visit. */
function watchFront({ context, tell }: ServiceParts): () => Promise<void> {
  let known = new Map<string, string>();
  return async () => {
    const next = new Map<string, string>();
    for (const [siteId, { front, feedback, visitors }] of serviceBookOf(context.store).sites()) {
      // J17: who writes hears at once that it is seen, or is not any more.
      next.set(siteId, JSON.stringify([front, feedback, visitors.preview === true]));
      // Also in the first look: who came before it may have been greeted with what stood there until then.
      const before = known.get(siteId) ?? JSON.stringify([FRONT_DEFAULT, FEEDBACK_DEFAULT, false]);
      if (before === next.get(siteId)) continue;
      tell([{ tell: 'front', siteId, front: (await readFront(context, siteId)) ?? {} }]);
    }
    known = next;
  };
}

/** C15: room that was held long enough is free again. */
async function endWrapUps({ context, tell, wakeRouting }: ServiceParts): Promise<void> {
  const now = context.clock.now();
  const freed = await context.store.endWrapUps({ agentId: null, now, limit: SWEEP_ROWS_MAX });
  if (freed.length === 0) return;
  wakeRouting();
  for (const agentId of freed) {
    const left = await context.store.listWrapUps(agentId);
    tell([{ tell: 'wrapUp', agentId, until: left.at(-1)?.until ?? null }]);
  }
}
