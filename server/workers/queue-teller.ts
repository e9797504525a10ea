import type { Cancel } from '../../protocol/kit/clock.ts';
import {
  QUEUE_PLACES_MAX,
  QUEUE_TOLD_EVERY_MS,
  QUEUE_TOLD_FIRST_MS,
  RANGE_SAMPLE_AGE_MS_MAX,
  RANGE_SAMPLES_MAX,
} from '../../protocol/wire/limits.ts';
import { ROUTING_PLAN_DEFAULT } from '../../protocol/wire/routing.ts';
import type { QueuePlace } from '../../protocol/wire/settings.ts';
import { type Line, linesOf, type Placed, placesIn } from '../domain/queue/places.ts';
import type { NewPromise } from '../store/service-store.ts';
import type { Store } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import { keepPlaces, placesOf } from '../usecases/places-book.ts';
import { serviceBookOf } from '../usecases/service-book.ts';
import type { ReportFailure, Tell } from './tell.ts';

export interface QueueTeller {
  start(): void;
  /** Resolves when the look under way has ended. */
  stop(): Promise<void>;
  /** The queue moved. Cheap; many calls make one look. */
  moved(): void;
  /** One look now. Never rejects. */
  look(): Promise<void>;
}

export interface QueueTellerParts {
  context: Pick<Context, 'store' | 'clock'>;
  tell: Tell;
  onFailure: ReportFailure;
}

/** Handling times change slowly: they are read again after so long. */
const SAMPLES_KEPT_MS = 60_000;

/**
 * Tells everybody in the queue their place (Q1–Q3). One look serves all who wait, and looks keep apart by
 * QUEUE_TOLD_EVERY_MS however often the queue moves: what it costs does not grow with moves × visitors (Q2). While
 * somebody waits it looks by itself, because a range grows shorter with time.
 */
export function createQueueTeller(parts: QueueTellerParts): QueueTeller {
  const { store, clock } = parts.context;
  const samples = createSamples(parts.context);
  const promised = new Set<string>();
  let started = false;
  let waiting: Cancel | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();

  function arm(delayMs: number): void {
    waiting ??= clock.after(delayMs, () => {
      waiting = null;
      running = look().then(() => {
        if (started && placesOf(store).size > 0) arm(QUEUE_TOLD_EVERY_MS);
      });
    });
  }

  async function look(): Promise<void> {
    lookedAt = clock.now();
    try {
      await tellPlaces(parts, samples, promised);
    } catch (error) {
      parts.onFailure('queue:places', error);
    }
  }

  return {
    start() {
      started = true;
      arm(QUEUE_TOLD_FIRST_MS);
    },
    async stop() {
      started = false;
      waiting?.();
      waiting = null;
      await running;
    },
    moved() {
      // A moment later: whoever is given to somebody at once has no place.
      if (started) arm(Math.max(QUEUE_TOLD_FIRST_MS, lookedAt + QUEUE_TOLD_EVERY_MS - clock.now()));
    },
    look,
  };
}

type Samples = (line: Line) => Promise<number[]>;

async function tellPlaces({ context, tell }: QueueTellerParts, samplesOf: Samples, promised: Set<string>) {
  const { store, clock } = context;
  const now = clock.now();
  const book = serviceBookOf(store);
  const { waiting, agents } = await store.readQueue({ now, limit: QUEUE_PLACES_MAX });
  const stepMs = waiting.some((one) => one.priority > 0) ? await readStep(store) : 0;
  // R13: as routing serves them.
  const lines = linesOf(waiting.map((one) => ({ ...one, order: one.queuedAt - one.priority * stepMs })));
  const places = new Map<string, QueuePlace>();
  const promises = new Map<string, NewPromise>();
  for (const line of lines) {
    const { queue, wrapUpMs } = book.settingsOf(line.siteId);
    const samplesMs = queue.showsRange ? await samplesOf(line) : [];
    for (const placed of placesIn(line, { samplesMs, wrapUpMs, ...queue }, agents, now)) {
      places.set(placed.place.conversationId, placed.place);
      const promise = promiseOf(placed, now);
      const key = `${placed.place.conversationId} ${placed.episode} ${line.departmentId ?? ''}`;
      if (promise && !promised.has(key)) promises.set(key, promise);
      if (hasMoved(placesOf(store).get(placed.place.conversationId), placed.place)) {
        tell([{ tell: 'place', visitorId: placed.visitorId, place: placed.place }]);
      }
    }
  }
  keepPlaces(store, places);
  if (promises.size > 0) await store.addPromises([...promises.values()]);
  remember(promised, promises.keys(), places);
}

async function readStep(store: Store): Promise<number> {
  return (await store.readRoutingPlan()).priorityStepMs ?? ROUTING_PLAN_DEFAULT.priorityStepMs;
}

/** M17: the first range that somebody was told in this line is written down, to be compared with the truth. */
function promiseOf({ place, episode, samples }: Placed, at: number): NewPromise | undefined {
  const { conversationId, position, lowMs, highMs } = place;
  if (lowMs === undefined || highMs === undefined) return undefined;
  return { conversationId, episode, at, position, lowMs, highMs, samples };
}

/** Only of those who still wait, so that it never grows beyond the queue. */
function remember(promised: Set<string>, told: Iterable<string>, places: ReadonlyMap<string, unknown>): void {
  for (const key of told) promised.add(key);
  for (const key of promised) if (!places.has(key.slice(0, key.indexOf(' ')))) promised.delete(key);
}

function hasMoved(before: QueuePlace | undefined, now: QueuePlace): boolean {
  return before?.position !== now.position || before.lowMs !== now.lowMs || before.highMs !== now.highMs;
}

/** The latest handling times of a line, read at most once in SAMPLES_KEPT_MS. */
function createSamples({ store, clock }: QueueTellerParts['context']): Samples {
  const kept = new Map<string, { readAt: number; samplesMs: number[] }>();
  return async ({ siteId, departmentId }) => {
    const key = `${siteId} ${departmentId ?? ''}`;
    const now = clock.now();
    const known = kept.get(key);
    if (known && now - known.readAt < SAMPLES_KEPT_MS) return known.samplesMs;
    const since = now - RANGE_SAMPLE_AGE_MS_MAX;
    const samplesMs = await store.listHandlingTimes({ siteId, departmentId, since, limit: RANGE_SAMPLES_MAX });
    kept.set(key, { readAt: now, samplesMs });
    return samplesMs;
  };
}
