import type { FeedbackSettings, QuestionWords } from '../../../protocol/wire/rating-settings.ts';
import type { KeptWords } from '../feedback-store.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const NONE = '{}';

const all = prepare()((db) => db.selectFrom('question_words').selectAll().orderBy('site_id').orderBy('valid_from'));
const last = prepare<{ siteId: string }>()((db, p) =>
  db
    .selectFrom('question_words')
    .select(['valid_from as from', 'document'])
    .where('site_id', '=', p.siteId)
    .orderBy('valid_from', 'desc')
    .limit(1),
);
const add = prepare<{ siteId: string; from: number; document: string }>()((db, p) =>
  db.insertInto('question_words').values({ site_id: p.siteId, valid_from: p.from, document: p.document }),
);

/** K10: words that differ from those in force are kept from now on. Part of the transaction that saves the settings. */
export function* keepQuestionWords(siteId: string, words: FeedbackSettings['words'], at: number): Operation<void> {
  const before = yield* row(last, { siteId });
  const document = textOf(words);
  if (document === textOf(before ? JSON.parse(before.document) : {})) return;
  // A clock that was put back must put new words neither before the old ones nor in their place.
  yield* run(add, { siteId, from: before ? Math.max(at, before.from + 1) : at, document });
}

export function* listQuestionWords(): Operation<KeptWords[]> {
  return (yield* rows(all, {})).map(({ site_id: siteId, valid_from: from, document }) => ({
    ...{ siteId, from },
    words: JSON.parse(document) as FeedbackSettings['words'],
  }));
}

/** Since when the words are in force that a site's visitors are asked now. */
export function* findWordsFrom(siteId: string): Operation<number> {
  return (yield* row(last, { siteId }))?.from ?? 0;
}

/** The same words make the same text, in whatever order they were sent. */
function textOf(words: FeedbackSettings['words']): string {
  const said = Object.entries(words)
    .map(([language, own]) => [language, Object.fromEntries(inOrder(own))] as const)
    .filter(([, own]) => Object.keys(own).length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return said.length === 0 ? NONE : JSON.stringify(Object.fromEntries(said));
}

function inOrder({ score, effort, recommend }: QuestionWords): [string, string][] {
  return Object.entries({ score, effort, recommend }).filter((pair): pair is [string, string] => Boolean(pair[1]));
}
