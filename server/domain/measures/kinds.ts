import type { FactColumns } from './columns.ts';
import { EPISODE_SHARES } from './definitions.ts';
import { judgedBy } from './judged-by.ts';
import type { Aim } from './judgement.ts';
import { settledAtOf } from './solved.ts';

/** Judgements are two bits each, one after the other; then outcome, cause and score. */
const JUDGEMENT_BITS = 2;
const CODE_BITS = 4;
const CODES_FROM = EPISODE_SHARES.length * JUDGEMENT_BITS;

/** What is counted of an episode by itself, as one number: of a thousand episodes there are a few dozen kinds. */
export interface Kinds {
  /** The place in `signatures` of each episode. */
  of: Uint16Array;
  signatures: readonly number[];
}

/** Of columns that are kept, for as long as they are; from when on time changes no judgement in them. */
const kept = new WeakMap<FactColumns, { kinds: Kinds; settledAt: number }>();

/** O(rows) the first time, then O(1). */
export function kindsOf(columns: FactColumns, aim: Aim): Kinds {
  const known = kept.get(columns);
  if (known && aim.now >= known.settledAt) return known.kinds;
  const kinds = findKinds(columns, aim);
  const settledAt = settledAtOf(columns);
  if (aim.now >= settledAt) kept.set(columns, { kinds, settledAt });
  return kinds;
}

export function judgementIn(signature: number, share: number): number {
  return (signature >>> (share * JUDGEMENT_BITS)) & 3;
}

export function codesIn(signature: number): { outcome: number; cause: number; score: number } {
  const codes = signature >>> CODES_FROM;
  return { outcome: codes & 15, cause: (codes >>> CODE_BITS) & 15, score: codes >>> (2 * CODE_BITS) };
}

function findKinds(columns: FactColumns, aim: Aim): Kinds {
  const judged = EPISODE_SHARES.map((name) => judgedBy(columns, name, aim));
  const places = new Map<number, number>();
  const of = new Uint16Array(columns.episodes);
  for (let row = 0; row < of.length; row += 1) {
    const outcome = columns.outcome[row] as number;
    const cause = columns.cause[row] as number;
    const score = columns.score[row] as number;
    let signature = (((score << CODE_BITS) | cause) << CODE_BITS) | outcome;
    for (let share = judged.length - 1; share >= 0; share -= 1)
      signature = (signature << JUDGEMENT_BITS) | ((judged[share] as Uint8Array)[row] as number);
    let place = places.get(signature);
    if (place === undefined) {
      place = places.size;
      places.set(signature, place);
    }
    of[row] = place;
  }
  return { of, signatures: [...places.keys()] };
}
