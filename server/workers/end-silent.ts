import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { IdleSettings, SiteSettings } from '../../protocol/wire/settings.ts';
import { decideIdle } from '../domain/idle.ts';
import type { Silent } from '../store/service-store.ts';
import type { Changed, Stale } from '../store/store.ts';
import type { Notice } from '../usecases/context.ts';
import { tellEntries, tellWrapUp } from '../usecases/finish.ts';
import { newFollowUp } from '../usecases/new-follow-up.ts';
import { recentConversationsOf } from '../usecases/recent-conversations.ts';
import { serviceBookOf } from '../usecases/service-book.ts';
import type { ServiceParts } from './service-parts.ts';

/** C13: visitors who do not answer any more are warned, then it ends. A slice of each site's a look. */
export function createSilenceWatch(parts: ServiceParts): () => Promise<void> {
  const after = new Map<string, number>();
  return async () => {
    for (const [siteId, settings] of serviceBookOf(parts.context.store).sites()) {
      if (settings.idle)
        after.set(siteId, await lookAt(parts, siteId, settings, settings.idle, after.get(siteId) ?? 0));
    }
  };
}

async function lookAt(
  parts: ServiceParts,
  siteId: string,
  settings: SiteSettings,
  idle: IdleSettings,
  afterNo: number,
): Promise<number> {
  const { store, clock } = parts.context;
  const lastBefore = clock.now() - idle.warnAfterMs;
  const silent = await store.listSilent({ siteId, lastBefore, afterNo, limit: SWEEP_ROWS_MAX });
  const results = await Promise.allSettled(silent.map((one) => settle(parts, siteId, one, settings, idle)));
  for (const result of results) if (result.status === 'fulfilled' && result.value.length > 0) parts.tell(result.value);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return silent.length < SWEEP_ROWS_MAX ? 0 : (silent.at(-1)?.no ?? 0);
}

async function settle(
  parts: ServiceParts,
  siteId: string,
  silent: Silent,
  settings: SiteSettings,
  idle: IdleSettings,
): Promise<Notice[]> {
  const { store, clock } = parts.context;
  const at = clock.now();
  const { conversationId, version: expectVersion, head: expectHead, lastAt } = silent;
  const decision = decideIdle(silent, idle, at);
  const change = { conversationId, expectVersion, at };
  if (decision.do === 'leave') return [];
  if (decision.do === 'warn') {
    const words = { what: 'idle_warning', text: null, until: decision.closesAt, stage: null, lastAt } as const;
    return told(await store.tellVisitor({ ...change, ...words }));
  }
  const { wrapUpMs } = settings;
  const place = (await store.findConversation(conversationId)) ?? { siteId, departmentId: null };
  const followUp = await newFollowUp(parts.context, place, { outcome: idle.outcome }, at);
  const end = {
    by: 'system',
    byAgentId: null,
    outcome: idle.outcome,
    reason: 'idle',
    wrapUpMs,
    expectHead,
    followUp,
  } as const;
  const written = await store.closeConversation({ ...change, ...end });
  recentConversationsOf(store).forget(conversationId);
  if (written.result === 'changed') parts.wakeRouting();
  return written.result === 'changed' ? [...told(written), ...tellWrapUp(written.agentId, at, wrapUpMs)] : [];
}

/** Whoever wrote meanwhile made it `stale`: then there is no silence. */
function told(written: Changed | Stale): Notice[] {
  return written.result === 'changed' ? tellEntries(written) : [];
}
