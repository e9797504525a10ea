/** The words that go with a score. */
export const ratingMoreStrings = {
  solved: 'Did this solve it?',
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  reasons: 'Why?',
  complaint: 'This is a complaint: please have somebody look at it',
  effort: 'How easy was it to get help?',
  effortLow: 'Very hard',
  effortHigh: 'Very easy',
  recommend: 'Would you recommend us to a friend?',
  recommendLow: 'Not at all',
  recommendHigh: 'Very likely',
  anonymous: 'Answer without my name',
  anonymousMore: 'The team reads it, but not from which chat it comes. Nobody can answer you.',
};
