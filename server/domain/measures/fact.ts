import type { Cause } from '../../../protocol/wire/measures.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';

/** A length on the wall's clock, and the part of it within the hours in force then (M11). */
export interface Length {
  ms: number;
  inHoursMs: number;
}

/** One episode as the measures see it: everything worked out, nothing counted yet. */
export interface EpisodeFact {
  no: number;
  episode: number;
  siteId: string;
  departmentId: string | null;
  /** Who served it last. */
  agentId: string | null;
  language: string | null;
  page: string | null;
  stage: string | null;
  topic: string | null;
  segments: readonly string[];
  /** What the team says it was about. */
  tags: readonly string[];
  openedAt: number;
  isClosed: boolean;
  /** Null: it is open. */
  closedAt: number | null;
  /** M8: opened again; and opened again or, on the same topic within seven days, another conversation of hers. */
  isReopened: boolean;
  isAgain: boolean;
  /** M9: said before the chat or with the rating; and that the customer said it is solved. */
  isComplaint: boolean;
  isConfirmed: boolean;
  /** M5: until it was closed, or until now. */
  resolution: Length;
  /** M5: the part with an agent; null: nobody ever had it. */
  handling: Length | null;
  /** M4: all its times in the queue; `isServed`: the last one ended with an agent. */
  queue: Length;
  isServed: boolean;
  outcome: Outcome | null;
  cause: Cause | null;
  score: number | null;
  targetMs: number | null;
  waits: WaitFact[];
  /** Who of the team wrote how much; of rated ones only. */
  credits: { agentId: string; messages: number }[];
}

export interface WaitFact {
  /** The `seq` of the message that began it. */
  seq: number;
  length: Length;
  /** The part of it in the queue. */
  queue: Length;
  isAnswered: boolean;
  isOpen: boolean;
  isFirst: boolean;
  /** Who answered, or who had the conversation when the wait ended otherwise. */
  agentId: string | null;
}

/** How much of a span lay within hours, ms. */
export type HoursWithin = (from: number, to: number) => number;
