import {
  OVERLOAD_LOOKS_MIN,
  OVERLOAD_LOOP_MS_MAX,
  OVERLOAD_SEND_MS_MAX,
  OVERLOAD_SHARE_MIN,
  OVERLOAD_TURN_COMMANDS_MIN,
} from '../../protocol/wire/limits.ts';

/** What was measured since the look before, ms. */
export interface LoadSample {
  /** How late the event loop came round, on average: everybody waits so long, whatever they ask. */
  loopMs: number;
  /** How long messages wait to be stored: a slow or locked database. */
  sendMs: number;
}

export interface LoadState {
  /** Which part of the load that is shed first is let in: 1 is everything. */
  share: number;
  /** Looks in a row that found too much. */
  bad: number;
}

export const CALM: LoadState = { share: 1, bad: 0 };

/** Who is turned away first, who then; `last` never is, so that what runs can go on (O2). */
export type Rank = 'first' | 'then' | 'last';

/** What is shed in the second place goes only when little of the first is let in. */
const THEN_SHARE = 8;
/** Four calm looks, one second, open it again: /readyz is green within two seconds of a database that came back (P10). */
const SHARE_STEP = 1 / 4;

/**
 * One look at the load (O1). Too much, OVERLOAD_LOOKS_MIN times in a row, halves what is let in, or cuts it by as many
 * times as it is too much; less than half of too much lets in a step more; in between nothing moves, so that the gate does not flap. Pure: fast down, slowly up.
 */
export function judgeLoad(state: LoadState, { loopMs, sendMs }: LoadSample): LoadState {
  const pressure = Math.max(loopMs / OVERLOAD_LOOP_MS_MAX, sendMs / OVERLOAD_SEND_MS_MAX);
  if (pressure >= 1) {
    const bad = state.bad + 1;
    if (bad < OVERLOAD_LOOKS_MIN) return { bad, share: state.share };
    return { bad, share: Math.max(OVERLOAD_SHARE_MIN, state.share / Math.max(2, pressure)) };
  }
  return { bad: 0, share: pressure > 0.5 ? state.share : Math.min(1, state.share + SHARE_STEP) };
}

/** Whether one more of this rank is let in; `chance` is between 0 and 1. */
export function admits(state: LoadState, rank: Rank, chance: number): boolean {
  if (state.share >= 1 || rank === 'last') return true;
  return chance < (rank === 'first' ? state.share : state.share * THEN_SHARE);
}

/**
 * O5: a turn that has lasted too long already. Looks come by timer, and no timer runs while a turn goes on: without this
 * a relay whose processor is taken away takes in a whole turn's messages, seconds of work, before it can notice. Many
 * commands, because a pause of the machine in the middle of a few is no load.
 */
export function isTurnOver({ commands, ms }: { commands: number; ms: number }): boolean {
  return commands >= OVERLOAD_TURN_COMMANDS_MIN && ms >= OVERLOAD_LOOP_MS_MAX;
}

/** Hints that are worth nothing a moment later. */
const FLEETING = new Set(['typing:set', 'receipt:set']);

/** O2: a visitor can wait with a message, an agent's answer ends somebody's wait, and who reads goes on reading. */
export function rankOf(who: 'visitor' | 'agent', command: string, writes: boolean): Rank {
  if (writes) return who === 'visitor' ? 'first' : 'then';
  return FLEETING.has(command) ? 'then' : 'last';
}
