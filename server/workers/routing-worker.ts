import type { Clock } from '../../protocol/kit/clock.ts';
import { ROUTING_FRUITLESS_ROUNDS_MAX, ROUTING_INTERVAL_MS, ROUTING_QUEUED_MAX } from '../../protocol/wire/limits.ts';
import { type Pairing, pickPairing } from '../domain/routing.ts';
import type { Store } from '../store/store.ts';
import { tellEntries } from '../usecases/finish.ts';
import { every } from './every.ts';
import type { ReportFailure, Tell } from './tell.ts';

export interface RoutingWorker {
  start(): void;
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
  /** Someone waits, or room came free. Cheap; many calls make one look, and none is lost. */
  wake(): void;
  /** Resolves when nothing is left to do for now. */
  idle(): Promise<void>;
}

export interface RoutingParts {
  store: Pick<Store, 'readRouting' | 'assignConversation'>;
  clock: Clock;
  tell: Tell;
  onFailure: ReportFailure;
}

/** Brings those who wait together with those who have room (R1–R6). The only place that assigns. */
export function createRoutingWorker(parts: RoutingParts): RoutingWorker {
  let again = false;
  let stopped = true;
  let running: Promise<void> | null = null;
  const ticks = every(parts.clock, ROUTING_INTERVAL_MS, async () => wake());

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= run();
  }

  async function run(): Promise<void> {
    // The first wake must see `running` set before this goes on.
    await null;
    try {
      while (again && !stopped) {
        again = false;
        await drain(parts, () => stopped);
      }
    } catch (error) {
      parts.onFailure('routing', error);
    } finally {
      // Here and not in a `then` of the caller: between the last look at `again` and this line no wake can come in.
      running = null;
    }
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      ticks.start();
      wake();
    },
    async stop() {
      stopped = true;
      again = false;
      await ticks.stop();
      await running;
    },
    wake,
    async idle() {
      while (running) await running;
    },
  };
}

/** Rounds of read, pick, assign, until nothing can be paired. Rounds in which others were faster are bounded. */
async function drain(parts: RoutingParts, isStopped: () => boolean): Promise<void> {
  for (let fruitless = 0; fruitless < ROUTING_FRUITLESS_ROUNDS_MAX && !isStopped(); ) {
    const now = parts.clock.now();
    const need = await parts.store.readRouting({ now, limit: ROUTING_QUEUED_MAX });
    const pairings = pickPairing(need, now);
    if (pairings.length === 0) return;
    const assigned = await assignAll(parts, pairings, now);
    fruitless = assigned === 0 ? fruitless + 1 : 0;
  }
}

/** Together, so that they share one durable commit. `stale` and `full` need no care: the next round reads again. */
async function assignAll(parts: RoutingParts, pairings: Pairing[], at: number): Promise<number> {
  const results = await Promise.allSettled(
    pairings.map(({ conversationId, version, agentId, reason }) =>
      parts.store.assignConversation({ conversationId, expectVersion: version, agentId, reason, at }),
    ),
  );
  let assigned = 0;
  let failure: unknown;
  for (const [index, result] of results.entries()) {
    if (result.status === 'rejected') {
      failure = result.reason;
    } else if (result.value.result === 'changed') {
      assigned += 1;
      const agentId = pairings[index]?.agentId ?? result.value.agentId;
      parts.tell(tellEntries({ ...result.value, agentId }));
    }
  }
  if (failure !== undefined) throw failure;
  return assigned;
}
