import type { Csat } from '../../../protocol/wire/report.ts';
import type { Period } from '../changes.ts';
import type { NewAnonymous, RateEpisode } from '../feedback-store.ts';
import type { AnonymousAnswerTable } from './feedback-tables.ts';
import { type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insert = prepare<AnonymousAnswerTable>()((db, p) =>
  db.insertInto('anonymous_answer').values({
    id: p.id,
    site_id: p.site_id,
    day_at: p.day_at,
    score: p.score,
    comment: p.comment,
    reasons: p.reasons,
    solved: p.solved,
    effort: p.effort,
    recommend: p.recommend,
  }),
);
const scores = prepare<Period>()((db, p) =>
  db
    .selectFrom('anonymous_answer')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .groupBy('score')
    .select((eb) => ['score', eb.fn.countAll<number>().as('n')]),
);

/** What was said without a name: nothing of the row leads to the conversation (K9). */
export function* keepAnonymous(
  siteId: string,
  { id, dayAt }: NewAnonymous,
  { score, comment, more = {} }: RateEpisode,
): Operation<void> {
  const { reasons, solved, effort, recommend } = more;
  yield* run(insert, {
    ...{ id, site_id: siteId, day_at: dayAt, score, comment },
    reasons: reasons && reasons.length > 0 ? JSON.stringify(reasons) : null,
    solved: solved ?? null,
    effort: effort ?? null,
    recommend: recommend ?? null,
  });
}

export function* readAnonymousScores({ from, to }: Period): Operation<Csat['scores']> {
  const counted: Csat['scores'] = [0, 0, 0, 0, 0];
  for (const one of yield* rows(scores, { from, to })) counted[one.score - 1] = Number(one.n);
  return counted;
}
