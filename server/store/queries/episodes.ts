import type { Outcome, Party } from '../../../protocol/wire/model.ts';
import type { StageOf } from '../business-store.ts';
import type { RateEpisode } from '../feedback-store.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insert = prepare<{ no: number; number: number; at: number; stage: string | null }>()((db, p) =>
  db.insertInto('episode').values({
    conversation_no: p.no,
    number: p.number,
    opened_at: p.at,
    queue_ms: null,
    first_response_ms: null,
    first_agent_id: null,
    last_agent_id: null,
    closed_at: null,
    closed_by: null,
    closed_by_agent_id: null,
    outcome: null,
    score: null,
    comment: null,
    rated_at: null,
    reasons: null,
    solved: null,
    complaint: 0,
    purchase_stage: p.stage,
    effort: null,
    recommend: null,
    anonymous: 0,
    words_from: 0,
    gone_at: null,
    gone_how: null,
  }),
);

interface EpisodeEnd {
  no: number;
  number: number;
  at: number;
  by: Party | 'system';
  agentId: string | null;
  outcome: Outcome;
}

const end = prepare<EpisodeEnd>()((db, p) =>
  db
    .updateTable('episode')
    .set({ closed_at: p.at, closed_by: p.by, closed_by_agent_id: p.agentId, outcome: p.outcome })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.number),
);

export interface Rating {
  no: number;
  number: number;
  score: number | null;
  comment: string | null;
  reasons: string | null;
  solved: string | null;
  complaint: number;
  effort: number | null;
  recommend: number | null;
  anonymous: number;
  wordsFrom: number;
  at: number;
}

const rate = prepare<Rating>()((db, p) =>
  db
    .updateTable('episode')
    .set({
      score: p.score,
      comment: p.comment,
      reasons: p.reasons,
      solved: p.solved,
      complaint: p.complaint,
      effort: p.effort,
      recommend: p.recommend,
      anonymous: p.anonymous,
      words_from: p.wordsFrom,
      rated_at: p.at,
    })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.number)
    .where('closed_at', 'is not', null),
);

const correct = prepare<{ no: number; number: number; from: string; to: Outcome }>()((db, p, dialect) =>
  db
    .updateTable('episode')
    .set({ outcome: p.to })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.number)
    .where('outcome', 'in', listOf(p.from, dialect) as never),
);

export function* startEpisode(no: number, number: number, at: number, stage: StageOf = null): Operation<void> {
  yield* run(insert, { no, number, at, stage });
}

export function* endEpisode(input: EpisodeEnd): Operation<void> {
  yield* run(end, input);
}

/** False: there is no such episode, or it has not ended. */
export function* keepRating(input: Rating): Operation<boolean> {
  return (yield* count(rate, input)) === 1;
}

/** The visitor knows better how it ended (M7). */
export function* correctOutcome(
  no: number,
  number: number,
  { from, to }: NonNullable<RateEpisode['corrected']>,
): Operation<void> {
  yield* run(correct, { no, number, from: JSON.stringify(from), to });
}
