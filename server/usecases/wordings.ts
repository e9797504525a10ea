import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { MeasureRows, MeasuresWordings, NamelessRow, Question } from '../../protocol/wire/measures.ts';
import { countAnswers, findAsked } from '../domain/feedback/answers.ts';
import { type FoundPlace, latestPlaces } from '../domain/feedback/latest-places.ts';
import { type AskedQuestion, readWordings, wordingAt, wordingsOf } from '../domain/feedback/wordings.ts';
import type { AnonymousLine, KeptWords, ListAskedNameless } from '../store/feedback-store.ts';
import type { WordsAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { keepBooks, refuseTooOld } from './keep-books.ts';
import { toMeasureRows } from './measure-rows.ts';
import { knowsNameless, namelessOf } from './nameless-answers.ts';

const WORDS = /^words:(score|effort|recommend)-(\d+)$/;
const NAMED_CURSOR = /^(\d{1,16})-(\d{1,16})-(\d{1,16})$/;
const NAMELESS_CURSOR = /^nameless-(\d{1,9})$/;

/** K10: what was answered, by the words that were asked. Of all or of one site, of its days and months. */
export async function readQuestionWordings(
  context: Context,
  _subject: AgentSubject,
  question: Question,
): Promise<Done<MeasuresWordings>> {
  const at = context.clock.now();
  if (!knowsNameless(question)) return answered({ question, at, wordings: null });
  const chosen = namelessOf(context, question);
  const { books, fresh } = await keepBooks(context);
  const tooOld = refuseTooOld({ books }, chosen.from);
  if (tooOld) return tooOld;
  const [kept, nameless, { sites }] = await Promise.all([
    context.store.listQuestionWords(),
    context.store.countAskedNameless(chosen),
    context.store.listNames(),
  ]);
  const counts = [...countAnswers(books, fresh, chosen).asked, ...nameless];
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return answered({ question, at, wordings: readWordings(kept, counts, (id) => names.get(id) ?? id) });
}

/** The rows behind one of them: those with a name, and then the others. */
export async function listWordingRows(
  context: Context,
  _subject: AgentSubject,
  { question, of, cursor, limit = REPORT_ROWS_MAX }: WordsAsked,
): Promise<Done<MeasureRows>> {
  const [, asked = 'score', since = '0'] = WORDS.exec(of) ?? [];
  const { site } = question;
  if (!site) return refused('invalid_payload', { field: 'site', hint: 'Name the site: words are a site’s own.' });
  if (!knowsNameless(question))
    return refused('invalid_payload', {
      field: 'of',
      hint: 'Answers by their words are narrowed by site, day and month only.',
    });
  const place = placeOf(cursor);
  if (!place) return refused('invalid_payload', { field: 'cursor', hint: 'Send `next` of the page before.' });
  const kept = await context.store.listQuestionWords();
  const wording = wordingsOf(kept, site, asked as AskedQuestion).find((one) => one.since === Number(since));
  if (!wording) return refused('invalid_payload', { field: 'of', hint: 'No words of this site began then.' });
  const { from, to } = namelessOf(context, question);
  const until = wording.until ?? Number.MAX_SAFE_INTEGER;
  const input = { from, to, siteId: site, question: asked as AskedQuestion, since: wording.since, until };
  const page = await pageOf(context, input, place, limit);
  const rows = await toMeasureRows(
    context,
    page.rows.map(({ at: openedAt, ...row }) => ({ ...row, openedAt, seq: 0, ms: null, isLonger: false })),
  );
  const { total, next } = page;
  return answered({
    question,
    at: context.clock.now(),
    of,
    total,
    rows,
    nameless: page.nameless.map(sayAsked(kept)),
    next,
  });
}

interface Page {
  total: number;
  rows: FoundPlace[];
  nameless: AnonymousLine[];
  next: string | null;
}

type Asked = Omit<ListAskedNameless, 'offset' | 'limit'>;

async function pageOf(
  context: Context,
  asked: Asked,
  { after, offset }: { after: FoundPlace | null; offset: number | null },
  limit: number,
): Promise<Page> {
  const without = await countWithout(context, asked);
  const { books, fresh } = await keepBooks(context);
  const found = findAsked(books, fresh, asked, asked);
  const total = found.count + without;
  if (offset === null) {
    // One more than is shown tells whether there are more.
    const rows = latestPlaces(found, limit + 1, after);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const next = last ? `${last.at}-${last.no}-${last.episode}` : without > 0 ? 'nameless-0' : null;
    return { total, rows: shown, nameless: [], next };
  }
  const nameless = await context.store.listAskedNameless({ ...asked, offset, limit });
  const read = offset + nameless.length;
  return { total, rows: [], nameless, next: nameless.length > 0 && read < without ? `nameless-${read}` : null };
}

async function countWithout({ store }: Context, { question, since, until, ...chosen }: Asked): Promise<number> {
  const counts = await store.countAskedNameless(chosen);
  const own = counts.filter((one) => one.question === question && one.wordsFrom >= since && one.wordsFrom < until);
  return own.reduce((sum, { n }) => sum + n, 0);
}

function placeOf(cursor: string | null): { after: FoundPlace | null; offset: number | null } | undefined {
  if (cursor === null) return { after: null, offset: null };
  const offset = NAMELESS_CURSOR.exec(cursor)?.[1];
  if (offset !== undefined) return { after: null, offset: Number(offset) };
  const named = NAMED_CURSOR.exec(cursor);
  if (!named) return undefined;
  const [at = 0, no = 0, episode = 0] = named.slice(1).map(Number);
  return { after: { at, no, episode }, offset: null };
}

/** An answer without a name, with the words that were asked. */
export function sayAsked(kept: readonly KeptWords[]): (line: AnonymousLine) => NamelessRow {
  return ({ siteId, wordsFrom, ...line }) => ({
    ...line,
    asked: wordingAt(wordingsOf(kept, siteId, 'score'), wordsFrom)?.words ?? {},
  });
}
