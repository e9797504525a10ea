import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { HEADS_INTERVAL_MS } from '../../protocol/wire/limits.ts';
import type { Report } from '../observe/report.ts';
import type { Context } from '../usecases/context.ts';
import { type Heads, readHeads } from '../usecases/read-heads.ts';
import { every } from './every.ts';

/** A round is spread over this many slices, so that ten thousand visitors are no burst. */
const SLICES = 40;
/** Conversations of one question to the store. */
const ASKED_AT_ONCE_MAX = 500;

/** Someone who is told heads: a visitor's room, or one agent's socket. */
export interface Listener {
  conversationIds: string[];
  tell(heads: Heads, own: Record<string, number>): void;
}

export interface HeartbeatParts {
  context: Context;
  clock: Clock;
  report: Report;
  /** Keys of everybody here, asked for once a round. */
  listeners(): string[];
  /** Undefined: gone, or has nothing to be told. */
  find(key: string): Listener | undefined;
}

/**
 * Every HEADS_INTERVAL_MS each connection hears what is stored of its conversations (P14), so that a fact lost on
 * the way is noticed within one interval. One bounded question to the store for each slice.
 */
export function startHeartbeat(parts: HeartbeatParts): Cancel {
  let round: string[] = [];
  let slice = 0;

  async function beat(): Promise<void> {
    if (slice === 0) round = parts.listeners();
    // A round takes all of its slices, however few listen: most of them are then empty.
    const [from, until] = [slice, slice + 1].map((at) => Math.floor((round.length * at) / SLICES));
    slice = (slice + 1) % SLICES;
    const listeners = round
      .slice(from, until)
      .map(parts.find)
      .filter((one) => one !== undefined);
    for (const batch of batches(listeners)) await tellHeads(parts.context, batch);
  }

  return every(parts.clock, HEADS_INTERVAL_MS / SLICES, beat, (error) =>
    parts.report({ kind: 'background_failed', task: 'heads', error }),
  );
}

function batches(listeners: Listener[]): Listener[][] {
  const made: Listener[][] = [];
  let size = ASKED_AT_ONCE_MAX;
  for (const one of listeners) {
    if (size + one.conversationIds.length > ASKED_AT_ONCE_MAX) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(one);
    size += one.conversationIds.length;
  }
  return made;
}

async function tellHeads(context: Context, listeners: Listener[]): Promise<void> {
  const ids = [...new Set(listeners.flatMap((one) => one.conversationIds))];
  const known = await readHeads(context, ids);
  for (const one of listeners) {
    const own: Record<string, number> = {};
    for (const id of one.conversationIds) {
      const head = known.heads[id];
      if (head !== undefined) own[id] = head;
    }
    one.tell(known, own);
  }
}
