import type { Entry } from '../../../protocol/wire/model.ts';
import type { Changed, NotFound, RateEpisode } from '../store.ts';
import { lockConversation } from './conversation-row.ts';
import { addEntry } from './entries.ts';
import { correctOutcome, keepRating } from './episodes.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';

const keep = prepare<{ no: number; seq: number; change: number; score: number | null }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.seq, change: p.change, score: p.score }).where('no', '=', p.no),
);
const moveOn = prepare<{ no: number; seq: number; change: number }>()((db, p) =>
  db.updateTable('conversation').set({ head: p.seq, change: p.change }).where('no', '=', p.no),
);

export function* rateEpisode(input: RateEpisode): Operation<Changed | NotFound> {
  const { conversationId, episode, score, comment, at, more = {}, corrected, once = false } = input;
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const { no } = state;
  const { reasons, solved, complaint } = more;
  const kept = {
    reasons: reasons && reasons.length > 0 ? JSON.stringify(reasons) : null,
    solved: solved ?? null,
    complaint: complaint ? 1 : 0,
  };
  if (!(yield* keepRating({ no, number: episode, score, comment, ...kept, at, once: once ? 1 : 0 })))
    return { result: 'not_found' };
  if (corrected) yield* correctOutcome(no, episode, corrected);
  const seq = state.head + 1;
  const rated: Entry = {
    ...{ kind: 'rated', seq, at, episode, score },
    ...(comment === null ? {} : { comment }),
    ...(kept.reasons === null ? {} : { reasons }),
    ...(solved ? { solved } : {}),
    ...(complaint ? { complaint } : {}),
  };
  yield* addEntry(no, rated, state.visitor_id);
  const change = yield* takeChange();
  // The list shows the score of the episode that is current.
  if (episode === state.episode) yield* run(keep, { no, seq, change, score });
  else yield* run(moveOn, { no, seq, change });
  const { visitor_id: visitorId, agent_id: agentId } = state;
  return { result: 'changed', conversationId, visitorId, agentId, entries: [rated], change };
}
