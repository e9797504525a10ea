import type { Random } from '../../protocol/kit/random.ts';
import { type Refusal, refusal } from '../../protocol/wire/errors.ts';
import {
  CLOSING_SPREAD_MS,
  OVERLOAD_LOOKS_MIN,
  OVERLOAD_RETRY_MS_MIN,
  OVERLOAD_RETRY_SPREAD_MS,
} from '../../protocol/wire/limits.ts';
import {
  admits,
  CALM,
  isTurnOver,
  judgeLoad,
  type LoadSample,
  type LoadState,
  type Rank,
  rankOf,
} from '../domain/overload.ts';

/** Decides at the door, before anything is read or stored, who is asked to come back later (O1–O5). */
export interface LoadShed {
  /** One look at the load. Answers what it changed. */
  look(sample: LoadSample): 'began' | 'ended' | null;
  /** A new connection or session; agents are few, and end what others wait for. Undefined: go on. */
  refuseStart(who: 'visitor' | 'agent'): Refusal | undefined;
  /** One command. `writes`: text that people read. */
  refuseCommand(who: 'visitor' | 'agent', command: string, writes: boolean): Refusal | undefined;
  /** From now on everything new is refused, because the relay is closing. */
  shut(): void;
  readonly isShedding: boolean;
  /** How many were turned away since shedding began. */
  readonly refused: number;
}

/** Of the turn of the event loop that goes on: commands so far, and how long it has lasted, ms. */
type CountTurn = () => { commands: number; ms: number };

const NO_TURNS: CountTurn = () => ({ commands: 0, ms: 0 });

export function createLoadShed(random: Random, countTurn: CountTurn = NO_TURNS): LoadShed {
  let state: LoadState = CALM;
  let shut = false;
  let refused = 0;
  /** Of the turns since the last look that were too long (O5), the longest, ms. */
  let turnMs = 0;

  /** Spread, so that those who were turned away together do not come back together (O3). */
  function later(minMs: number, spreadMs: number, hint: string): Refusal {
    return refusal('unavailable', { retryAfterMs: Math.round(minMs + random() * spreadMs), hint });
  }

  function refuse(rank: Rank): Refusal | undefined {
    if (shut) return later(0, CLOSING_SPREAD_MS, 'The relay is closing. Connect again, then go on.');
    return admits(state, rank, random()) ? undefined : turnAway();
  }

  function turnAway(): Refusal {
    refused += 1;
    return later(
      OVERLOAD_RETRY_MS_MIN,
      OVERLOAD_RETRY_SPREAD_MS,
      'More than the relay can do at once. Ask again later.',
    );
  }

  return {
    look(sample) {
      const was = state.share;
      // Whoever turned people away within a turn need not look twice.
      const seen = turnMs > 0 ? { share: was, bad: OVERLOAD_LOOKS_MIN } : state;
      state = judgeLoad(seen, { ...sample, loopMs: Math.max(sample.loopMs, turnMs) });
      turnMs = 0;
      if (was === 1 && state.share < 1) {
        refused = 0;
        return 'began';
      }
      return was < 1 && state.share === 1 ? 'ended' : null;
    },
    refuseStart: (who) => (shut || state.share < 1 ? refuse(who === 'visitor' ? 'first' : 'last') : undefined),
    // The hot path: while there is nothing to shed, only the turn is counted.
    refuseCommand(who, command, writes) {
      const rank = rankOf(who, command, writes);
      const turn = countTurn();
      if (shut || state.share < 1) {
        const told = refuse(rank);
        if (told) return told;
      }
      if (!isTurnOver(turn)) return undefined;
      turnMs = Math.max(turnMs, turn.ms);
      return rank === 'first' ? turnAway() : undefined;
    },
    shut() {
      shut = true;
    },
    get isShedding() {
      return state.share < 1;
    },
    get refused() {
      return refused;
    },
  };
}
