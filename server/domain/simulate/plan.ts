import type { OpenMinutes } from '../hours/calendar.ts';
import type { Lengths } from './lengths.ts';

/** One typical day, lived again and again with other luck. */
export interface Plan {
  seed: number;
  /** Days that are counted; one more before them is not, so that the first queue is no empty one by chance. */
  days: number;
  /** How many visitors an hour come from a minute of the day on; in order, the first at minute 0. */
  arrivals: readonly { from: number; perHour: number }[];
  handling: Lengths;
  /** How long visitors wait before they leave; null: for ever. */
  patience: Lengths | null;
  /** At most so many wait; whoever comes then is turned away. Null: no limit. */
  queueMax: number | null;
  agents: readonly PlannedAgent[];
  /** A wait up to this is in time (M10). */
  targetMs: number;
}

export interface PlannedAgent {
  name: string;
  capacity: number;
  /** When this agent takes new conversations, minutes of the day; what was begun is finished. */
  shifts: readonly OpenMinutes[];
}
