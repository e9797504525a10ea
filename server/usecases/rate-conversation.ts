import type { Placed, VisitorCommands } from '../../protocol/wire/events.ts';
import { RATING_WINDOW_MS } from '../../protocol/wire/limits.ts';
import { decideRating } from '../domain/conversation.ts';
import { correctionOf } from '../domain/outcome.ts';
import type { RateEpisode } from '../store/feedback-store.ts';
import type { Conversation } from '../store/store.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { mailFollowUp } from './mail-follow-up.ts';
import { newFollowUp } from './new-follow-up.ts';
import { withoutCards } from './without-cards.ts';

type RateIn = VisitorCommands['conversation:rate']['in'];

const DAY_MS = 24 * 3_600_000;
const NAMELESS = 'A complaint wants an answer, and nobody can answer without a name. Send one of the two.';

/** By a link in a mail: for longer, and one answer alone (E9). */
interface RatingTerms {
  windowMs: number;
  once: boolean;
}

/** The visitor's score for the episode that ended last (C9, M6); a later one replaces it. */
export async function rateConversation(
  context: Context,
  subject: VisitorSubject,
  input: RateIn,
  terms: RatingTerms = { windowMs: RATING_WINDOW_MS, once: false },
): Promise<Done<Placed>> {
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const at = context.clock.now();
  const decision = decideRating(state, subject.visitorId, input.episode, at, terms.windowMs);
  if (decision.do === 'refuse') return refused(decision.error);
  if (input.anonymous && input.complaint) return refused('invalid_payload', { field: 'complaint', hint: NAMELESS });
  const comment = await withoutCards(context, subject, input.comment);
  const rating = await ratingOf(context, state, { ...input, comment }, at);
  const written = await context.store.rateEpisode({ ...rating, once: terms.once });
  if (written.result === 'not_found') return refused('rating_closed');
  if (written.result === 'rated_before') return answered({ seq: written.seq, at: written.at });
  if (written.followUp) await mailFollowUp(context, written.followUp, 'made');
  return answered(lastPlace(written.entries), tellEntries({ ...written, agentId: written.agentId ?? state.agentId }));
}

async function ratingOf(context: Context, state: Conversation, input: RateIn, at: number): Promise<RateEpisode> {
  const { episode, score, reasons, solved, complaint, effort, recommend } = input;
  const comment = input.comment?.trim() || null;
  const more = { reasons, solved, complaint, effort, recommend };
  const rating = { conversationId: state.id, episode, score, comment, more, at };
  // K9: neither an outcome nor a follow-up may tell what was said without a name.
  if (input.anonymous) return { ...rating, anonymous: namelessOf(context, state) };
  const followUp = await newFollowUp(context, state, { score, solved, complaint }, at);
  return { ...rating, corrected: correctionOf(solved), followUp };
}

/** An id by chance alone, and the noon of the day on which the episode took its place: no more leads back to it. */
function namelessOf({ ids }: Context, { queuedAt }: Conversation): RateEpisode['anonymous'] {
  return { id: ids.hash(ids.secret('set')), dayAt: Math.floor(queuedAt / DAY_MS) * DAY_MS + DAY_MS / 2 };
}
