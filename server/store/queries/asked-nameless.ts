import { type Kysely, sql } from 'kysely';
import type { AskedCount } from '../../domain/feedback/answers.ts';
import type { AskedQuestion } from '../../domain/feedback/wordings.ts';
import type { SiteFilter } from '../business-store.ts';
import type { Period } from '../changes.ts';
import type { AnonymousLine, ListAskedNameless } from '../feedback-store.ts';
import { toLine } from './anonymous-answers.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const QUESTIONS: readonly AskedQuestion[] = ['score', 'effort', 'recommend'];
type Asked = Omit<ListAskedNameless, 'question'>;

function answersTo(db: Kysely<Tables>, question: AskedQuestion, p: Period) {
  return db
    .selectFrom('anonymous_answer')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .where(question, 'is not', null);
}

const counted = QUESTIONS.map((question) => ({
  question,
  of: prepare<Period & { site: string }>()((db, p) =>
    answersTo(db, question, p)
      .where(sql<boolean>`(cast(${p.site} as text) = '' or site_id = ${p.site})`)
      .groupBy(['site_id', 'words_from', question])
      .select((eb) => [
        ...(['site_id as siteId', 'words_from as wordsFrom'] as const),
        `${question} as answer` as const,
        eb.fn.countAll<number>().as('n'),
      ]),
  ),
}));
const list = (question: AskedQuestion) =>
  prepare<Asked>()((db, p) =>
    answersTo(db, question, p)
      .where('site_id', '=', p.siteId)
      .where('words_from', '>=', p.since)
      .where('words_from', '<', p.until)
      .innerJoin('site', 'site.id', 'anonymous_answer.site_id')
      .orderBy('day_at', 'desc')
      .orderBy('anonymous_answer.id')
      .limit(p.limit)
      .offset(p.offset)
      .select(['site_id as siteId', 'site.name as siteName', 'day_at as dayAt', 'score', 'comment', 'reasons'])
      .select('words_from as wordsFrom'),
  );
const lists: Record<AskedQuestion, ReturnType<typeof list>> = {
  score: list('score'),
  effort: list('effort'),
  recommend: list('recommend'),
};

/** How often each answer was given to the words of each time (K10). `siteId` null: of all. */
export function* countAskedNameless({ from, to, siteId }: Period & SiteFilter): Operation<AskedCount[]> {
  const counts: AskedCount[] = [];
  for (const { question, of } of counted) {
    for (const { answer, n, wordsFrom, ...one } of yield* rows(of, { from, to, site: siteId ?? '' }))
      counts.push({ ...one, question, wordsFrom: Number(wordsFrom), answer: Number(answer), n: Number(n) });
  }
  return counts;
}

export function* listAskedNameless({ question, ...input }: ListAskedNameless): Operation<AnonymousLine[]> {
  return (yield* rows(lists[question], input)).map(toLine);
}
