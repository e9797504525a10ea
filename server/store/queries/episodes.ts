import { sql } from 'kysely';
import type { Outcome, Party } from '../../../protocol/wire/model.ts';
import type { StageOf } from '../business-store.ts';
import type { RateEpisode } from '../store.ts';
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

interface Rating {
  no: number;
  number: number;
  score: number;
  comment: string | null;
  reasons: string | null;
  solved: string | null;
  complaint: number;
  at: number;
  /** 1: only where there is no score yet. */
  once: number;
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
      rated_at: p.at,
    })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.number)
    .where('closed_at', 'is not', null)
    .where((eb) => eb.or([eb('score', 'is', null), eb(sql<number>`${p.once}`, '=', 0)])),
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
