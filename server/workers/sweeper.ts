import type { Clock } from '../../protocol/kit/clock.ts';
import type { FollowUp } from '../../protocol/wire/feedback.ts';
import { AGENT_LEASE_RENEW_MS, SWEEP_INTERVAL_MS, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../store/store.ts';
import type { Notice } from '../usecases/context.ts';
import { tellEntries } from '../usecases/finish.ts';
import { sessionLimits } from '../usecases/session-limits.ts';
import { every } from './every.ts';
import { type SweepAsksParts, sweepAsks } from './sweep-asks.ts';
import { type SweepFollowUpsParts, sweepFollowUps } from './sweep-follow-ups.ts';
import { createIdleSweep, type SweepIdleParts } from './sweep-idle.ts';
import { createInactiveSweep, type SweepInactiveParts } from './sweep-inactive.ts';
import { type SweepMissesParts, sweepAnswers, sweepOffers } from './sweep-misses.ts';
import { type SweepQuestionsParts, sweepQuestions } from './sweep-questions.ts';
import type { ReportFailure, Tell } from './tell.ts';

export interface Sweeper {
  start(): void;
  /** Resolves when the sweep under way has ended. */
  stop(): Promise<void>;
  /** One sweep now. Never rejects. */
  sweep(): Promise<void>;
}

export interface SweeperParts {
  store: Pick<Store, 'listOrphans' | 'requeueConversation' | 'isAnyAvailable' | 'listLiveSessions'> &
    SweepAsksParts['store'] &
    SweepMissesParts['store'] &
    SweepInactiveParts['store'] &
    SweepIdleParts['store'] &
    SweepFollowUpsParts['store'] &
    SweepQuestionsParts['store'];
  clock: Clock;
  tell: Tell;
  wakeRouting: () => void;
  /** Sessions (hashes) that have an open connection here. */
  listOpenSessions: () => string[];
  /** Renews the leases of all agents who have an open connection here. */
  keepPresence: () => Promise<void>;
  onFailure: ReportFailure;
  mailOverdue?: (followUp: FollowUp) => Promise<void>;
  /** Left out: nobody's connection is looked at. */
  noteGone?: () => Promise<void>;
  /** Left out: no answer is sent later. */
  sendPlanned?: () => Promise<void>;
}

/** What happens because time passed: leases and sessions run out. Bounded work in each sweep; the rest is in the next. */
export function createSweeper(parts: SweeperParts): Sweeper {
  const sweeps = [
    { task: 'sweep:orphans', run: () => requeueOrphans(parts) },
    { task: 'sweep:offers', run: () => sweepOffers(parts) },
    { task: 'sweep:answers', run: () => sweepAnswers(parts) },
    { task: 'sweep:inactive', run: createInactiveSweep(parts) },
    { task: 'sweep:asks', run: () => sweepAsks(parts) },
    { task: 'sweep:followUps', run: () => sweepFollowUps(parts) },
    { task: 'sweep:questions', run: () => sweepQuestions(parts) },
    { task: 'sweep:planned', run: async () => parts.sendPlanned?.() },
    { task: 'sweep:gone', run: async () => parts.noteGone?.() },
    { task: 'sweep:idle', run: createIdleSweep(parts) },
    { task: 'sweep:availability', run: watchAvailability(parts) },
    { task: 'sweep:sessions', run: watchSessions(parts) },
  ];

  let lookedAt = parts.clock.now();
  let failed = false;

  async function attempt(task: string, run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      parts.onFailure(task, error);
      return false;
    }
  }

  async function sweep(): Promise<void> {
    // R7: while the database was away or the machine slept, leases ran out that nobody could renew. Whoever is still here is
    // present again before anybody is judged.
    const wasAway = parts.clock.now() - lookedAt > AGENT_LEASE_RENEW_MS;
    if (wasAway || failed) {
      if (!(await attempt('sweep:presence', parts.keepPresence))) return;
      // Meanwhile somebody may have looked, seen nobody, and told it.
      parts.tell([{ tell: 'availability' }]);
    }
    failed = false;
    for (const { task, run } of sweeps) {
      // Each on its own: one that fails must not keep the others from their work.
      if (!(await attempt(task, run))) failed = true;
    }
    lookedAt = parts.clock.now();
  }

  const ticks = every(parts.clock, SWEEP_INTERVAL_MS, sweep);
  return { start: ticks.start, stop: ticks.stop, sweep };
}

/** R7: whose agent is gone waits again, at the place it had. */
async function requeueOrphans(parts: SweeperParts): Promise<void> {
  const at = parts.clock.now();
  const question = { now: at, limit: SWEEP_ROWS_MAX };
  if ((await parts.store.listOrphans(question)).length === 0) return;
  // P13: a lease also looks over when the clock was set. Whoever has a connection here is not gone, whatever the time.
  await parts.keepPresence();
  const orphans = await parts.store.listOrphans(question);
  if (orphans.length === 0) return;
  const results = await Promise.allSettled(
    orphans.map(({ conversationId, version }) =>
      parts.store.requeueConversation({ conversationId, expectVersion: version, at }),
    ),
  );
  const notices: Notice[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled' && result.value.result === 'changed') notices.push(...tellEntries(result.value));
  }
  if (notices.length > 0) {
    parts.tell(notices);
    parts.wakeRouting();
  }
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Visitors are told when the last available agent goes and when the first one comes, also by a lease that ran out. */
function watchAvailability(parts: SweeperParts): () => Promise<void> {
  let known: boolean | undefined;
  return async () => {
    const available = await parts.store.isAnyAvailable(parts.clock.now());
    const flipped = known !== undefined && known !== available;
    known = available;
    if (flipped) parts.tell([{ tell: 'availability' }]);
  };
}

/** A6: a connection does not outlive its session, whoever ended it. Goes through all sessions, a slice a sweep. */
function watchSessions(parts: SweeperParts): () => Promise<void> {
  let next = 0;
  return async () => {
    const open = parts.listOpenSessions();
    if (open.length === 0) return;
    if (next >= open.length) next = 0;
    const ids = open.slice(next, next + SWEEP_ROWS_MAX);
    next += ids.length;
    const live = new Set(await parts.store.listLiveSessions({ ids, ...sessionLimits(parts.clock.now()) }));
    const ended = ids.filter((id) => !live.has(id));
    if (ended.length === 0) return;
    parts.tell(ended.map((sessionId): Notice => ({ tell: 'sessionEnded', sessionId, error: 'unauthorized' })));
  };
}
