import type { RatedEntry } from '../../../protocol/wire/model.ts';
import type { RatedBefore, RateEpisode } from '../feedback-store.ts';
import type { Changed, NotFound } from '../store.ts';
import { keepAnonymous } from './anonymous-answers.ts';
import { lockConversation } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { correctOutcome, keepRating, type Rating } from './episodes.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { type Operation, row, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { findWordsFrom } from './question-words.ts';

const keep = prepare<{ no: number; seq: number; change: number; score: number | null }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.seq, change: p.change, score: p.score }).where('no', '=', p.no),
);
const moveOn = prepare<{ no: number; seq: number; change: number }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.seq, change: p.change }).where('no', '=', p.no),
);
const ratedBefore = prepare<{ no: number; number: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .select(['score', 'comment', 'reasons', 'solved', 'complaint', 'effort', 'recommend', 'anonymous'])
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.number)
    .where('rated_at', 'is not', null),
);
const lastRated = prepare<{ no: number; number: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .select(['seq', 'at'])
    .where('conversation_no', '=', p.no)
    .where('kind', '=', 'rated')
    .where('episode', '=', p.number)
    .orderBy('seq', 'desc')
    .limit(1),
);

const erasure = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('erasure').select('at').where('visitor_id', '=', p.visitorId),
);

export function* rateEpisode(input: RateEpisode): Operation<Changed | RatedBefore | NotFound> {
  const { conversationId, episode, at, anonymous, corrected, followUp, once = false } = input;
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  // P36: from the moment on in which she is erased, long before each of her conversations is emptied.
  if (yield* row(erasure, { visitorId: state.visitor_id })) return { result: 'not_found' };
  const { no } = state;
  const rating = anonymous ? silent(no, episode, at) : spoken(no, input, yield* findWordsFrom(state.site_id));
  const before = yield* row(ratedBefore, { no, number: episode });
  // K9: an answer without a name is never replaced, and replaces none: that would tell whose it is.
  if (before && (once || before.anonymous !== rating.anonymous)) return { result: 'not_found' };
  // P36: what was sent twice is stored once.
  if (before && (anonymous || isSame(before, rating))) {
    const place = yield* row(lastRated, { no, number: episode });
    return place ? { result: 'rated_before', ...place } : { result: 'not_found' };
  }
  if (!(yield* keepRating(rating))) return { result: 'not_found' };
  if (anonymous) yield* keepAnonymous(state.site_id, anonymous, input);
  else if (corrected) yield* correctOutcome(no, episode, corrected);
  const made = followUp && !anonymous ? yield* makeFollowUp({ no, episode }, followUp, at) : undefined;
  const seq = state.head + 1;
  const rated = entryOf(input, seq);
  yield* addEntry(no, rated, state.visitor_id);
  const change = yield* takeChange();
  // The list shows the score of the episode that is current.
  if (episode === state.episode) yield* run(keep, { no, seq, change, score: rating.score });
  else yield* run(moveOn, { no, seq, change });
  const { visitor_id: visitorId, agent_id: agentId } = state;
  return {
    ...{ result: 'changed', conversationId, visitorId, agentId, entries: [rated], change },
    ...(made && { followUp: made }),
  };
}

function spoken(no: number, { episode, score, comment, more = {}, at }: RateEpisode, wordsFrom: number): Rating {
  const { reasons, solved, complaint, effort, recommend } = more;
  return {
    ...{ no, number: episode, score, comment, at, wordsFrom, anonymous: 0 },
    reasons: reasons && reasons.length > 0 ? JSON.stringify(reasons) : null,
    solved: solved ?? null,
    complaint: complaint ? 1 : 0,
    effort: effort ?? null,
    recommend: recommend ?? null,
  };
}

/** K9: of the episode only that it was rated. */
function silent(no: number, number: number, at: number): Rating {
  const nothing = { score: null, comment: null, reasons: null, solved: null, effort: null, recommend: null };
  return { no, number, at, ...nothing, complaint: 0, anonymous: 1, wordsFrom: 0 };
}

function isSame(
  before: Omit<Rating, 'no' | 'number' | 'at' | 'wordsFrom'>,
  { no, number, at, wordsFrom, ...rating }: Rating,
): boolean {
  return (Object.keys(rating) as (keyof typeof rating)[]).every((name) => before[name] === rating[name]);
}

function entryOf({ episode, score, comment, at, more = {}, anonymous }: RateEpisode, seq: number): RatedEntry {
  const kind = 'rated';
  if (anonymous) return { kind, seq, at, episode, score: 0, anonymous: true };
  const { reasons, solved, complaint, effort, recommend } = more;
  return {
    ...{ kind, seq, at, episode, score },
    ...(comment === null ? {} : { comment }),
    ...(reasons && reasons.length > 0 ? { reasons } : {}),
    ...(solved ? { solved } : {}),
    ...(complaint ? { complaint } : {}),
    ...(effort === undefined ? {} : { effort }),
    ...(recommend === undefined ? {} : { recommend }),
  };
}
