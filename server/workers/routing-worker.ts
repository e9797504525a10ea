import type { Clock } from '../../protocol/kit/clock.ts';
import {
  ROUTING_DECISIONS_MAX,
  ROUTING_FRUITLESS_ROUNDS_MAX,
  ROUTING_INTERVAL_MS,
} from '../../protocol/wire/limits.ts';
import type { Decision } from '../domain/routing/routing-table.ts';
import type { Store } from '../store/store.ts';
import { tellEntries } from '../usecases/finish.ts';
import { every } from './every.ts';
import { RoutingView } from './routing-view.ts';
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
  store: Pick<
    Store,
    | 'inRoutingTurn'
    | 'readChange'
    | 'readWaitingChanges'
    | 'listQueued'
    | 'readRoutingTeam'
    | 'assignConversation'
    | 'offerConversation'
  >;
  clock: Clock;
  tell: Tell;
  onFailure: ReportFailure;
}

/** Brings those who wait together with those who have room (R1–R6, R13–R18). The only place that assigns by itself. */
export function createRoutingWorker(parts: RoutingParts): RoutingWorker {
  const view = new RoutingView(parts.store);
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
        await drain(parts, view, () => stopped);
      }
    } catch (error) {
      view.forget();
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

/** Rounds of read, decide, store, until nothing can be paired. Rounds in which others were faster are bounded. */
async function drain(parts: RoutingParts, view: RoutingView, isStopped: () => boolean): Promise<void> {
  for (let fruitless = 0; fruitless < ROUTING_FRUITLESS_ROUNDS_MAX && !isStopped(); ) {
    const done = await parts.store.inRoutingTurn(() => runRound(parts, view));
    if (done === 'nothing') return;
    fruitless = done === 'fruitless' ? fruitless + 1 : 0;
  }
}

async function runRound(parts: RoutingParts, view: RoutingView): Promise<'given' | 'fruitless' | 'nothing'> {
  const now = parts.clock.now();
  if (!(await view.refresh(now))) return 'nothing';
  const decisions = decideSome(view, now);
  if (decisions.length === 0) return 'nothing';
  return (await giveAll(parts, view, decisions, now)) > 0 ? 'given' : 'fruitless';
}

function decideSome(view: RoutingView, now: number): Decision[] {
  const decisions: Decision[] = [];
  while (decisions.length < ROUTING_DECISIONS_MAX) {
    const next = view.next(now);
    if (!next) break;
    decisions.push(next);
  }
  return decisions;
}

/** Together, so that they share one durable commit. `stale` and `full` need no care: the next round reads again. */
async function giveAll(parts: RoutingParts, view: RoutingView, decisions: Decision[], at: number): Promise<number> {
  const results = await Promise.allSettled(decisions.map((decision) => give(parts.store, view, decision, at)));
  let given = 0;
  let failure: unknown;
  for (const [index, result] of results.entries()) {
    const decision = decisions[index];
    if (result.status === 'rejected') {
      failure = result.reason;
    } else if (result.value.result === 'changed') {
      given += 1;
      parts.tell(tellEntries({ ...result.value, agentId: decision?.agent.id ?? result.value.agentId }));
    } else if (decision) view.put(decision.waiting, at);
  }
  if (failure !== undefined) throw failure;
  return given;
}

/** At once, or as a ring (R18). */
function give(store: RoutingParts['store'], view: RoutingView, { waiting, agent, why }: Decision, at: number) {
  const { delivery, offerMs, answerMs, capacity } = view.settingsFor(waiting.needs?.departmentId);
  const giving = {
    conversationId: waiting.conversationId,
    expectVersion: waiting.version,
    agentId: agent.id,
    reason: JSON.stringify(why),
    at,
    weight: waiting.weight ?? 1,
    departmentLimit: capacity,
  };
  if (delivery === 'offer') return store.offerConversation({ ...giving, until: at + offerMs });
  return store.assignConversation({ ...giving, answerBy: answerMs === null ? null : at + answerMs });
}
