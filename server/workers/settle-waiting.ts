import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { decideWaiting, type WaitingDecision, wordsOf } from '../domain/hours/service-state.ts';
import { decideOutcome } from '../domain/outcome.ts';
import type { Waiting } from '../store/service-store.ts';
import type { Changed, Stale } from '../store/store.ts';
import type { Notice } from '../usecases/context.ts';
import { tellEntries } from '../usecases/finish.ts';
import { recentConversationsOf } from '../usecases/recent-conversations.ts';
import { serviceBookOf } from '../usecases/service-book.ts';
import type { ServiceParts } from './service-parts.ts';

/** H7, H8: goes through those who wait, a slice a look. While everything is open only the held ones are looked at. */
export function createWaitingSettler(parts: ServiceParts): () => Promise<void> {
  const after = { held: 0, waiting: 0 };

  async function slice(held: boolean): Promise<Waiting[]> {
    const key = held ? 'held' : 'waiting';
    const limit = SWEEP_ROWS_MAX;
    const found = await parts.context.store.listWaiting({ held, afterNo: after[key], limit });
    after[key] = found.length < limit ? 0 : (found.at(-1)?.no ?? 0);
    return found;
  }

  return async () => {
    const waiting = await slice(true);
    if (isAnythingClosed(parts)) waiting.push(...(await slice(false)));
    const results = await Promise.allSettled(waiting.map((one) => settle(parts, one)));
    const notices = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    if (notices.length > 0) {
      parts.tell(notices);
      parts.wakeRouting();
    }
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };
}

function isAnythingClosed({ context }: ServiceParts): boolean {
  const book = serviceBookOf(context.store);
  const now = context.clock.now();
  const isClosed = (siteId: string, departmentId: string | null) =>
    !book.stateOf(siteId, departmentId, context.zones, now).told.open;
  // A department's own hours hold on every site, so any site shows them.
  return book.sites().some(([siteId]) => isClosed(siteId, null)) || book.departmentIds().some((id) => isClosed('', id));
}

/** Whoever was faster (an agent, the visitor) made it `stale`: nothing is left to do. */
async function settle(parts: ServiceParts, waiting: Waiting): Promise<Notice[]> {
  const { context } = parts;
  const book = serviceBookOf(context.store);
  const { siteId, departmentId } = waiting;
  const state = book.stateOf(siteId, departmentId, context.zones, context.clock.now());
  const decision = decideWaiting(waiting, state, book.settingsOf(siteId).atClosing);
  const written = await carryOut(parts, waiting, decision, wordsOf(state));
  if (written?.result !== 'changed') return [];
  recentConversationsOf(context.store).forget(waiting.conversationId);
  return tellEntries(written);
}

/** On an open site a visitor cannot know that this department is closed: she is told. */
function isOpen({ context }: ServiceParts, siteId: string): boolean {
  return serviceBookOf(context.store).stateOf(siteId, null, context.zones, context.clock.now()).told.open;
}

async function carryOut(
  parts: ServiceParts,
  waiting: Waiting,
  decision: WaitingDecision,
  text: string | null,
): Promise<Changed | Stale | undefined> {
  const { store, clock } = parts.context;
  const change = { conversationId: waiting.conversationId, expectVersion: waiting.version, at: clock.now() };
  switch (decision) {
    case 'leave':
      return undefined;
    case 'release':
      return store.releaseConversation(change);
    case 'hold':
    case 'keep':
      return store.holdConversation({ ...change, text, tells: decision === 'keep' || isOpen(parts, waiting.siteId) });
    case 'close': {
      // The visitor did not end it, but the outcome is as if: what was not answered counts as that (M7).
      const { firstResponseMs } = waiting;
      const outcome = decideOutcome({ status: 'queued', waitingSince: waiting.queuedAt, firstResponseMs }, 'visitor');
      return store.closeConversation({ ...change, by: 'system', byAgentId: null, outcome, reason: 'hours' });
    }
  }
}
