import { SATISFIED_SCORE_MIN } from '../../../protocol/wire/limits.ts';
import type { WordingFigure } from '../../../protocol/wire/measures.ts';
import type { FeedbackSettings, QuestionWords } from '../../../protocol/wire/rating-settings.ts';
import { type Counts, readEffort, readPart, readRecommend } from './figures.ts';

export type AskedQuestion = keyof QuestionWords;

/** The words of one question while they were the same, by language; none: our own. */
export interface Wording {
  siteId: string;
  /** 0: from the beginning. */
  since: number;
  /** Null: they still are. */
  until: number | null;
  words: Readonly<Record<string, string>>;
}

interface Kept {
  siteId: string;
  from: number;
  words: FeedbackSettings['words'];
}

interface Answer {
  question: AskedQuestion;
  siteId: string;
  wordsFrom: number;
  answer: number;
  n: number;
}

const OUR_OWN: FeedbackSettings['words'] = {};
export const ASKED: readonly AskedQuestion[] = ['score', 'effort', 'recommend'];

/** How the words of a question changed at a site, the oldest first. A change of another question is none of this one (K10). */
export function wordingsOf(kept: readonly Kept[], siteId: string, question: AskedQuestion): Wording[] {
  const found: Wording[] = [];
  for (const { from, words } of [{ siteId, from: 0, words: OUR_OWN }, ...kept.filter((one) => one.siteId === siteId)]) {
    const said = wordsOf(words, question);
    const before = found.at(-1);
    if (before && textOf(before.words) === textOf(said)) continue;
    if (before) before.until = from;
    found.push({ siteId, since: from, until: null, words: said });
  }
  // Words that are older than everything that was kept took the place of ours.
  return found.filter(({ until }) => until !== 0);
}

/** The words that were in force then. */
export function wordingAt(wordings: readonly Wording[], at: number): Wording | undefined {
  return wordings.findLast(({ since }) => since <= at);
}

/** Each question's figures by the words that were asked: their n add up to the answers of the question. */
export function readWordings(
  kept: readonly Kept[],
  answers: readonly Answer[],
  nameOf: (siteId: string) => string,
): WordingFigure[] {
  const figures: WordingFigure[] = [];
  for (const question of ASKED) {
    const asked = answers.filter((one) => one.question === question);
    for (const siteId of new Set(asked.map((one) => one.siteId))) {
      for (const wording of wordingsOf(kept, siteId, question)) {
        const counts = countsOf(asked, wording);
        if (counts.size > 0)
          figures.push({ question, siteName: nameOf(siteId), ...wording, ...figureOf(question, counts) });
      }
    }
  }
  return figures;
}

function countsOf(answers: readonly Answer[], { siteId, since, until }: Wording): Counts {
  const counts = new Map<number, number>();
  for (const { answer, n, wordsFrom, ...one } of answers) {
    if (one.siteId !== siteId || wordsFrom < since || (until !== null && wordsFrom >= until)) continue;
    counts.set(answer, (counts.get(answer) ?? 0) + n);
  }
  return counts;
}

/** Defined once, each where its question is (M6, K8). */
function figureOf(question: AskedQuestion, counts: Counts) {
  if (question === 'recommend') {
    const { n, points, low, high, few } = readRecommend(counts);
    return { n, value: points, low, high, few };
  }
  if (question === 'effort') {
    const { n, share, low, high, few } = readEffort(counts);
    return { n, value: share, low, high, few };
  }
  const satisfied = [...counts].reduce((sum, [score, times]) => sum + (score >= SATISFIED_SCORE_MIN ? times : 0), 0);
  const n = [...counts.values()].reduce((sum, times) => sum + times, 0);
  const { share, low, high, few } = readPart(satisfied, n);
  return { n, value: share, low, high, few };
}

function wordsOf(words: FeedbackSettings['words'], question: AskedQuestion): Record<string, string> {
  const said = Object.entries(words).map(([language, own]) => [language, own[question] ?? ''] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== '').sort(([one], [other]) => (one < other ? -1 : 1)));
}

function textOf(words: Readonly<Record<string, string>>): string {
  return JSON.stringify(words);
}
