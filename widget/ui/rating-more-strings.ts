/** The words that go with a score. */
export const ratingMoreStrings = {
  solved: 'Did this solve it?',
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  reasons: 'Why?',
  complaint: 'This is a complaint: please have somebody look at it',
};
