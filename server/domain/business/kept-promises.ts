import type { Judged } from './rate.ts';

/** A range that a visitor was told, and what came of it. */
export interface PromiseMade {
  conversationId: string;
  episode: number;
  at: number;
  highMs: number;
  /** The first answer of the episode. */
  answeredAt: number | null;
  closedAt: number | null;
}

/**
 * M15: promises answered by their due time among those that fell due. Whoever left before it was due was promised nothing that
 * could be broken; one that is not due yet is not known, even if it was kept: those that will be broken show later.
 */
export function judgePromises(promises: readonly PromiseMade[], now: number): Judged<PromiseMade>[] {
  const judged: Judged<PromiseMade>[] = [];
  for (const row of promises) {
    const dueAt = row.at + row.highMs;
    if (row.closedAt !== null && row.closedAt < dueAt && row.answeredAt === null) continue;
    const isKept = row.answeredAt !== null && row.answeredAt <= dueAt;
    judged.push({ row, verdict: now < dueAt ? 'unknown' : isKept ? 'hit' : 'miss' });
  }
  return judged;
}
