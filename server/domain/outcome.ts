import type { ConversationStatus, Outcome, Party } from '../../protocol/wire/model.ts';

export interface EpisodeState {
  status: ConversationStatus;
  /** Start of the visitor's first unanswered message, ms; null when nobody waits. */
  waitingSince: number | null;
  /** First response of this episode, ms; null before it. */
  firstResponseMs: number | null;
}

/**
 * The one outcome of an episode that ends (M7). An episode that had an answer never counts as abandoned, even when its
 * agent went away and the visitor left from the queue: so "answered" and "abandoned" never hold the same episode.
 */
export function decideOutcome(
  episode: EpisodeState,
  by: Party,
  given?: Extract<Outcome, 'resolved' | 'unresolved' | 'spam'>,
  isGone = false,
): Outcome {
  const answered = episode.firstResponseMs !== null;
  // Who tidies up after a visitor that went unanswered did not leave her without help: she had gone before.
  if (by === 'agent' && (given || answered || !isGone)) return given ?? (answered ? 'resolved' : 'unresolved');
  if (answered) return episode.waitingSince === null ? 'resolved' : 'left_after_answer';
  return episode.status === 'queued' ? 'abandoned_in_queue' : 'abandoned_before_answer';
}

/** M7: what the visitor says of it counts more than what was guessed or named at the end. "Partly" says neither. */
export function correctionOf(
  solved: 'yes' | 'partly' | 'no' | undefined,
): { from: readonly Outcome[]; to: Outcome } | undefined {
  if (solved === 'yes') return { from: ['unresolved', 'left_after_answer'], to: 'resolved' };
  if (solved === 'no') return { from: ['resolved'], to: 'unresolved' };
  return undefined;
}
