import { type Kysely, sql } from 'kysely';
import type { SiteFilter } from '../business-store.ts';
import type { Period } from '../changes.ts';
import type { AskedCount, AskedQuestion } from '../feedback-store.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const QUESTIONS: readonly AskedQuestion[] = ['score', 'effort', 'recommend'];

/** Of episodes opened in the period, those in which this question was answered. */
export function namedIn(db: Kysely<Tables>, question: AskedQuestion, p: Period) {
  return db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .where('episode.opened_at', '>=', p.from)
    .where('episode.opened_at', '<', p.to)
    .where(`episode.${question}`, 'is not', null);
}

export function namelessIn(db: Kysely<Tables>, question: AskedQuestion, p: Period) {
  return db
    .selectFrom('anonymous_answer')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .where(question, 'is not', null);
}

const ofSite = (column: string, site: string) =>
  sql<boolean>`(cast(${site} as text) = '' or ${sql.ref(column)} = ${site})`;

const named = (question: AskedQuestion) =>
  prepare<Period & { site: string }>()((db, p) =>
    namedIn(db, question, p)
      .where(ofSite('conversation.site_id', p.site))
      .groupBy(['conversation.site_id', 'episode.words_from', `episode.${question}`])
      .select((eb) => [
        ...(['conversation.site_id as siteId', 'episode.words_from as wordsFrom'] as const),
        `episode.${question} as answer` as const,
        eb.fn.countAll<number>().as('n'),
      ]),
  );
const nameless = (question: AskedQuestion) =>
  prepare<Period & { site: string }>()((db, p) =>
    namelessIn(db, question, p)
      .where(ofSite('site_id', p.site))
      .groupBy(['site_id', 'words_from', question])
      .select((eb) => [
        ...(['site_id as siteId', 'words_from as wordsFrom'] as const),
        `${question} as answer` as const,
        eb.fn.countAll<number>().as('n'),
      ]),
  );
const counted = QUESTIONS.map((question) => ({ question, of: [named(question), nameless(question)] as const }));

/** How often each answer was given to the words of each time (K10). `siteId` null: of all. */
export function* countAsked({ from, to, siteId }: Period & SiteFilter): Operation<AskedCount[]> {
  const counts: AskedCount[] = [];
  const asked = { from, to, site: siteId ?? '' };
  for (const { question, of } of counted) {
    for (const query of of) {
      for (const { answer, n, wordsFrom, ...one } of yield* rows(query, asked)) {
        counts.push({ ...one, question, wordsFrom: Number(wordsFrom), answer: Number(answer), n: Number(n) });
      }
    }
  }
  return counts;
}
