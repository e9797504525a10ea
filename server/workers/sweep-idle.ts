import type { Clock } from '../../protocol/kit/clock.ts';
import { IDLE_AWAY_MS_USUAL, IDLE_SWEEP_MS, IDLE_WARNING_MS, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { decideIdle } from '../domain/availability.ts';
import type { Store } from '../store/store.ts';
import type { Notice } from '../usecases/context.ts';
import type { Tell } from './tell.ts';

export interface SweepIdleParts {
  store: Pick<Store, 'readTeamRules' | 'listIdleAgents' | 'setAvailability'>;
  clock: Clock;
  tell: Tell;
}

/**
 * T12: an open console is no person. Whose sessions were all left alone is warned in each of them, and then set to away.
 * What the agent serves stays.
 */
export function createIdleSweep({ store, clock, tell }: SweepIdleParts): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (now - lookedAt < IDLE_SWEEP_MS) return;
    lookedAt = now;
    const { idleAwayMs } = await store.readTeamRules();
    const idleMs = idleAwayMs ?? IDLE_AWAY_MS_USUAL;
    if (idleMs === 0) return;
    const seenBefore = now - idleMs + IDLE_WARNING_MS;
    const notices: Notice[] = [];
    for (const idle of await store.listIdleAgents({ now, seenBefore, limit: SWEEP_ROWS_MAX })) {
      const { agentId } = idle;
      const decision = decideIdle(idle, idleMs, IDLE_WARNING_MS, now);
      if (decision.do === 'warn') notices.push({ tell: 'idle', agentId, awayAt: decision.awayAt });
      if (decision.do !== 'away') continue;
      const { awayReason } = decision;
      await store.setAvailability({ agentId, availability: 'away', awayReason, at: now });
      notices.push({ tell: 'agentAvailability', agentId, availability: 'away', awayReason }, { tell: 'availability' });
    }
    if (notices.length > 0) tell(notices);
  };
}
