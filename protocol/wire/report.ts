import type { Outcome } from './model.ts';

/** Ranges that visitors were told while they waited: `n` of them ended with an agent. */
export interface PromisedWaits {
  n: number;
  inside: number;
  shorter: number;
  longer: number;
  /** The visitor left, or still waits. */
  unknown: number;
}

/** A range that a visitor was told, and how long it was. */
export interface PromisedLine {
  conversationId: string;
  episode: number;
  at: number;
  lowMs: number;
  highMs: number;
  /** Null: no agent came, or not yet. */
  waitMs: number | null;
  result: 'inside' | 'shorter' | 'longer' | 'unknown';
}

/** Percentiles by Kaplan–Meier: unanswered waits count as "longer than" (M11). Null where the share is not reached. */
export interface Spread {
  /** All waits, answered or not. */
  n: number;
  answered: number;
  p50Ms: number | null;
  p90Ms: number | null;
  p95Ms: number | null;
  /** Mean of the answered ones; beside the percentiles, never alone. */
  meanMs: number | null;
}

export interface Csat {
  /** Answers of 4 or 5. */
  satisfied: number;
  answers: number;
  /** Episodes that ended, whose visitors could have answered. */
  asked: number;
  /** satisfied / answers, 0 to 1; null without answers. */
  share: number | null;
  /** Wilson 95 % interval of the share. */
  low: number | null;
  high: number | null;
  /** How often each score was given, index 0 for score 1. */
  scores: [number, number, number, number, number];
  /** Fewer than CSAT_ANSWERS_MIN answers: say so beside the number. */
  few: boolean;
}

/** One episode behind a number: a row of GET /api/v1/agent/measures/rows. */
export interface EpisodeLine {
  conversationId: string;
  episode: number;
  siteName: string;
  visitorLabel: string;
  agentName: string | null;
  openedAt: number;
  closedAt: number | null;
  outcome: Outcome | null;
  firstResponseMs: number | null;
  queueMs: number | null;
  score: number | null;
  comment: string | null;
}
