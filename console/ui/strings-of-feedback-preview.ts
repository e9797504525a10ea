import { inLanguage } from './language.ts';

/** The widget's own English words about a rating, for the owner's look at it; a test holds them equal. */
export const previewWords = inLanguage('preview', {
  score: 'How did we do?',
  solved: 'Did this solve it?',
  answers: ['Yes', 'Partly', 'No'],
  why: 'Why?',
  effort: 'How easy was it to get help?',
  effortEnds: ['Very hard', 'Very easy'],
  recommend: 'Would you recommend us to a friend?',
  recommendEnds: ['Not at all', 'Very likely'],
  complaint: 'This is a complaint: please have somebody look at it',
  anonymous: 'Answer without my name',
  comment: 'Comment',
} as const);
