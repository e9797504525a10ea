import { sql } from 'kysely';
import type { SiteFilter } from '../business-store.ts';
import type { Period } from '../changes.ts';
import type { AnonymousAsked, AnonymousCount, AnonymousLine, NewAnonymous, RateEpisode } from '../feedback-store.ts';
import type { AnonymousAnswerTable } from './feedback-tables.ts';
import { type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { findWordsFrom } from './question-words.ts';

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
    words_from: p.words_from,
  }),
);
const scores = prepare<Period & { site: string }>()((db, p) =>
  db
    .selectFrom('anonymous_answer')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('site_id', '=', p.site)]))
    .groupBy(['site_id', 'day_at', 'score'])
    .orderBy('day_at')
    .select((eb) => ['site_id as siteId', 'day_at as dayAt', 'score', eb.fn.countAll<number>().as('n')]),
);
const lines = prepare<AnonymousAsked & { site: string }>()((db, p) =>
  db
    .selectFrom('anonymous_answer')
    .innerJoin('site', 'site.id', 'anonymous_answer.site_id')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .where('score', '>=', p.scoreMin)
    .where('score', '<=', p.scoreMax)
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('site_id', '=', p.site)]))
    .orderBy('day_at', 'desc')
    .orderBy('anonymous_answer.id')
    .limit(p.limit)
    .offset(p.offset)
    .select(['site_id as siteId', 'site.name as siteName', 'day_at as dayAt', 'score', 'comment', 'reasons'])
    .select('words_from as wordsFrom'),
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
    words_from: yield* findWordsFrom(siteId),
  });
}

/** How often each score was given, by site and day. `siteId` null: of all. */
export function* countAnonymous({ from, to, siteId }: Period & SiteFilter): Operation<AnonymousCount[]> {
  return (yield* rows(scores, { from, to, site: siteId ?? '' })).map((one) => ({ ...one, n: Number(one.n) }));
}

export function* listAnonymous({ siteId, ...asked }: AnonymousAsked & SiteFilter): Operation<AnonymousLine[]> {
  return (yield* rows(lines, { ...asked, site: siteId ?? '' })).map(toLine);
}

export function toLine({
  reasons,
  ...line
}: Omit<AnonymousLine, 'reasons'> & { reasons: string | null }): AnonymousLine {
  return { ...line, reasons: reasons === null ? [] : (JSON.parse(reasons) as string[]) };
}
