import type { Standing } from '../../protocol/client/timeline.ts';

/**
 * Which of its faces the panel shows.
 * start: first message, somebody may answer · nobody: first message, to be left · waiting: in the queue · unattended: in
 * the queue and nobody available · active: an agent is here · rating: ended, asks · ended: rated, skipped or too late ·
 * blocked: the relay refuses this page.
 */
export type Screen = 'start' | 'nobody' | 'waiting' | 'unattended' | 'active' | 'rating' | 'ended' | 'blocked';

export interface ScreenFacts {
  blocked: boolean;
  /** Null: no conversation, or the last one was left behind. */
  standing: Standing | null;
  /** Messages that will open a conversation. */
  opening: boolean;
  /** Null: not known yet. */
  available: boolean | null;
  asksRating: boolean;
  /** The visitor goes on in the conversation that ended. */
  continued: boolean;
}

export function screenOf(facts: ScreenFacts): Screen {
  const { standing, available } = facts;
  if (facts.blocked) return 'blocked';
  if (standing?.status === 'active') return 'active';
  if (standing?.status === 'closed' && !facts.continued) return facts.asksRating ? 'rating' : 'ended';
  const alone = available === false;
  const queued = standing !== null && standing.status !== 'closed';
  if (queued || facts.opening) return alone ? 'unattended' : 'waiting';
  return alone ? 'nobody' : 'start';
}
