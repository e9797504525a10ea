import { inLanguage } from './language.ts';

/** What people read about the words of a question, and how they changed (K10). */
export const wordingWords = inLanguage('wording', {
  titles: {
    score: 'Satisfaction, by the words that were asked',
    effort: 'Effort, by the words that were asked',
    recommend: 'Recommendation, by the words that were asked',
  },
  unit: 'each answer stands under the question that it was given to',
  changed: (n: number) => `The words changed: ${n} versions were answered in this period. Compare them with care.`,
  words: 'Words',
  ourOwn: 'Our own words',
  quoted: (text: string, language: string) => `“${text}” (${language})`,
  otherwise: 'All other languages: our own words',
  asked: 'Asked',
  always: 'all the time',
  from: (at: string) => `from ${at}`,
  until: (at: string) => `until ${at}`,
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  answers: 'Answers',
  value: { score: 'Satisfied', effort: 'Easy', recommend: 'Points' },
  rows: {
    score: 'Ratings of the question in these words',
    effort: 'Ratings with an answer about effort, in these words',
    recommend: 'Ratings with a recommendation, in these words',
  },
  askedWas: (text: string) => `Asked: ${text}`,
} as const);
