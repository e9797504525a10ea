import type { MeasuresWordings, WordingFigure } from '../../protocol/wire/measures.ts';

const DAY = 24 * 3_600_000;

/** A question whose words were changed a week ago, for the story pages. */
export function wordingsOf(asked: Omit<MeasuresWordings, 'wordings'>): MeasuresWordings {
  const changedAt = asked.at - 7 * DAY;
  const of = { question: 'score', siteId: 'site-demo', siteName: 'Demo shop' } as const;
  const before: Omit<WordingFigure, 'question' | 'siteId' | 'siteName'> = {
    ...{ since: 0, until: changedAt, words: { en: 'How was it?', de: 'Wie war es?' } },
    ...{ n: 61, value: 0.87, low: 0.76, high: 0.93, few: false },
  };
  const since: typeof before = {
    ...{ since: changedAt, until: null, words: { en: 'Was the agent kind?', de: 'War die Antwort freundlich?' } },
    ...{ n: 9, value: 0.67, low: 0.35, high: 0.88, few: true },
  };
  return { ...asked, wordings: [before, since].map((one) => ({ ...of, ...one })) };
}
