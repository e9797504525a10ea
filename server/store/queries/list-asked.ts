import { type Kysely, sql } from 'kysely';
import type { AnonymousLine, AskedQuestion, AskedRows, ListAsked, ListAskedNameless } from '../feedback-store.ts';
import { toLine } from './anonymous-answers.ts';
import { namedIn, namelessIn } from './count-asked.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

type Listed = Omit<ListAsked, 'question' | 'after'> & { atOpened: number; atNo: number; atEpisode: number };
type Without = Omit<ListAskedNameless, 'question'>;
type Words = Pick<ListAsked, 'siteId' | 'since' | 'until' | 'from' | 'to'>;

const named = (db: Kysely<Tables>, question: AskedQuestion, p: Words) =>
  namedIn(db, question, p)
    .where('conversation.site_id', '=', p.siteId)
    .where('episode.words_from', '>=', p.since)
    .where('episode.words_from', '<', p.until);
const nameless = (db: Kysely<Tables>, question: AskedQuestion, p: Words) =>
  namelessIn(db, question, p)
    .where('site_id', '=', p.siteId)
    .where('words_from', '>=', p.since)
    .where('words_from', '<', p.until);

const list = (question: AskedQuestion) =>
  prepare<Listed>()((db, p) =>
    named(db, question, p)
      .where(
        sql<boolean>`(episode.opened_at, episode.conversation_no, episode.number) < (${p.atOpened}, ${p.atNo}, ${p.atEpisode})`,
      )
      .select(['episode.opened_at as openedAt', 'episode.conversation_no as no', 'episode.number as episode'])
      .orderBy('episode.opened_at', 'desc')
      .orderBy('episode.conversation_no', 'desc')
      .orderBy('episode.number', 'desc')
      .limit(p.limit),
  );
const listNameless = (question: AskedQuestion) =>
  prepare<Without>()((db, p) =>
    nameless(db, question, p)
      .innerJoin('site', 'site.id', 'anonymous_answer.site_id')
      .orderBy('day_at', 'desc')
      .orderBy('anonymous_answer.id')
      .limit(p.limit)
      .offset(p.offset)
      .select(['site_id as siteId', 'site.name as siteName', 'day_at as dayAt', 'score', 'comment', 'reasons'])
      .select('words_from as wordsFrom'),
  );
const queriesOf = (question: AskedQuestion) => ({
  list: list(question),
  listNameless: listNameless(question),
  countNamed: prepare<Words>()((db, p) => named(db, question, p).select((eb) => eb.fn.countAll<number>().as('n'))),
  countNameless: prepare<Words>()((db, p) =>
    nameless(db, question, p).select((eb) => eb.fn.countAll<number>().as('n')),
  ),
});
const queries: Record<AskedQuestion, ReturnType<typeof queriesOf>> = {
  score: queriesOf('score'),
  effort: queriesOf('effort'),
  recommend: queriesOf('recommend'),
};

/** K10: the answers to one question while its words were the same. */
export function* listAsked({ question, after, ...input }: ListAsked): Operation<AskedRows> {
  const of = queries[question];
  const { openedAt, no, episode } = after ?? { openedAt: input.to, no: 0, episode: 0 };
  return {
    named: Number((yield* row(of.countNamed, input))?.n ?? 0),
    nameless: Number((yield* row(of.countNameless, input))?.n ?? 0),
    rows: input.limit === 0 ? [] : yield* rows(of.list, { ...input, atOpened: openedAt, atNo: no, atEpisode: episode }),
  };
}

export function* listAskedNameless({ question, ...input }: ListAskedNameless): Operation<AnonymousLine[]> {
  return (yield* rows(queries[question].listNameless, input)).map(toLine);
}
