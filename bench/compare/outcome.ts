export type UsualMode = 'plain' | 'retries' | 'recovery';

export interface CompareSize {
  senders: number;
  everyMs: number;
  ms: number;
  seeds: number[];
}

export interface Outcome {
  sent: number;
  /** Sent and not stored. */
  lost: number;
  /** Stored more than once. */
  doubled: number;
  /** Stored and never shown to the reader. */
  missed: number;
  /** Shown to the reader more than once. */
  shownTwice: number;
  /** The reader saw exactly what is stored, in its order. */
  sameOrder: boolean;
  cuts: number;
  kills: number;
}

/** Names of messages: as sent, as stored in order, as shown in order. */
export function outcomeOf(
  sent: readonly string[],
  stored: readonly string[],
  shown: readonly string[],
  weather: { cuts: number; kills: number },
): Outcome {
  const [inStore, onScreen] = [new Set(stored), new Set(shown)];
  return {
    sent: sent.length,
    lost: sent.filter((name) => !inStore.has(name)).length,
    doubled: stored.length - inStore.size,
    missed: [...inStore].filter((name) => !onScreen.has(name)).length,
    shownTwice: shown.length - onScreen.size,
    sameOrder: stored.length === shown.length && stored.every((name, index) => name === shown[index]),
    ...weather,
  };
}
