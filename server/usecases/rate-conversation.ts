import type { Placed, VisitorCommands } from '../../protocol/wire/events.ts';
import { RATING_WINDOW_MS } from '../../protocol/wire/limits.ts';
import { decideRating } from '../domain/conversation.ts';
import { correctionOf } from '../domain/outcome.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** By a link in a mail: for longer, and one answer alone (E9). */
interface RatingTerms {
  windowMs: number;
  once: boolean;
}

/** The visitor's score for the episode that ended last (C9, M6); a later one replaces it. */
export async function rateConversation(
  context: Context,
  subject: VisitorSubject,
  input: VisitorCommands['conversation:rate']['in'],
  terms: RatingTerms = { windowMs: RATING_WINDOW_MS, once: false },
): Promise<Done<Placed>> {
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const at = context.clock.now();
  const decision = decideRating(state, subject.visitorId, input.episode, at, terms.windowMs);
  if (decision.do === 'refuse') return refused(decision.error);
  const comment = input.comment?.trim() || null;
  const { episode, score, reasons, solved, complaint } = input;
  const more = { reasons, solved, complaint };
  const corrected = correctionOf(solved);
  const written = await context.store.rateEpisode({
    conversationId: state.id,
    episode,
    score,
    comment,
    more,
    corrected,
    once: terms.once,
    at,
  });
  if (written.result === 'not_found') return refused('rating_closed');
  return answered(lastPlace(written.entries), tellEntries({ ...written, agentId: written.agentId ?? state.agentId }));
}
