import type { Random } from '../../../protocol/kit/random.ts';
import { RANGE_SAMPLES_MIN } from '../../../protocol/wire/limits.ts';

/** What a wait is worked out from (M17). */
export interface QueueAhead {
  /** For each conversation that the agents can have at once: how long it goes on already, ms; null: room that is free. */
  slots: readonly (number | null)[];
  /** Handling times that were measured, ms. */
  samplesMs: readonly number[];
  /** An agent's room is held so long after each conversation. */
  wrapUpMs: number;
  /** How many wait. */
  waiting: number;
}

/** Half of the waits end by `lowMs`, nine of ten by `highMs`. */
export interface WaitRange {
  lowMs: number;
  highMs: number;
}

/** Enough that the answer does not jump, few enough for every few seconds. */
const RUNS = 100;
/** More rooms than this are looked at in proportion: ten before a thousand rooms are as two before two hundred. */
const SLOTS_MAX = 200;
const MINUTE_MS = 60_000;

/**
 * Q3: the range of waiting for each place, the first one first; nothing where too little was measured, or nobody is
 * there. Lives the next minutes through a hundred times: rooms come free as measured handling times say, those ahead
 * take them in turn and hold them for a handling time of their own.
 */
export function readRanges(ahead: QueueAhead, random: Random): WaitRange[] {
  if (ahead.samplesMs.length < RANGE_SAMPLES_MIN || ahead.slots.length === 0 || ahead.waiting === 0) return [];
  const samplesMs = ahead.samplesMs.toSorted((one, other) => one - other);
  const share = Math.min(1, SLOTS_MAX / ahead.slots.length);
  const slots = share < 1 ? everyNth(ahead.slots, SLOTS_MAX) : ahead.slots;
  const places = Math.ceil(ahead.waiting * share);
  const waits = Array.from({ length: places }, () => new Float64Array(RUNS));
  const free = new Float64Array(slots.length);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, goesOnMs] of slots.entries()) {
      free[index] = goesOnMs === null ? 0 : restOf(goesOnMs, samplesMs, random);
    }
    // In order it is a heap: the room that is free first stands on top, whoever takes it holds it for a while.
    free.sort();
    for (const wait of waits) {
      const at = free[0] as number;
      wait[run] = at;
      replaceFirst(free, at + draw(samplesMs, random) + ahead.wrapUpMs);
    }
  }
  const ranges = waits.map(rangeOf);
  return Array.from(
    { length: ahead.waiting },
    (_, index) => ranges[Math.min(places, Math.ceil((index + 1) * share)) - 1] as WaitRange,
  );
}

/** Puts another time on top of the heap and lets it sink to its place. */
function replaceFirst(heap: Float64Array, at: number): void {
  let place = 0;
  for (let child = 1; child < heap.length; child = place * 2 + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
    if ((heap[child] as number) >= at) break;
    heap[place] = heap[child] as number;
    place = child;
  }
  heap[place] = at;
}

/** In whole minutes, as people are told it: down and up, so that it promises no more than it knows. */
function rangeOf(wait: Float64Array): WaitRange {
  wait.sort();
  const low = Math.floor((wait[Math.ceil(RUNS * 0.5) - 1] ?? 0) / MINUTE_MS);
  const high = Math.ceil((wait[Math.ceil(RUNS * 0.9) - 1] ?? 0) / MINUTE_MS);
  return { lowMs: low * MINUTE_MS, highMs: Math.max(high, low + 1) * MINUTE_MS };
}

/** What is left of a conversation that lasted so long already: as of those that were longer. `samplesMs` ascending. */
function restOf(goesOnMs: number, samplesMs: readonly number[], random: Random): number {
  let [low, high] = [0, samplesMs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samplesMs[middle] as number) > goesOnMs) high = middle;
    else low = middle + 1;
  }
  // Longer than any that was measured: it could end at any time, or not.
  if (low === samplesMs.length) return draw(samplesMs, random);
  const longer = samplesMs[low + Math.floor(random() * (samplesMs.length - low))] as number;
  return longer - goesOnMs;
}

function draw(samplesMs: readonly number[], random: Random): number {
  return samplesMs[Math.floor(random() * samplesMs.length)] as number;
}

function everyNth<T>(all: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}
