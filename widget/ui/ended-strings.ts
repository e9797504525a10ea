/** The words after the end. */
export const endedStrings = {
  rate: 'How did we do?',
  scores: ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'],
  scoreWords: ['Very bad', 'Bad', 'All right', 'Good', 'Very good'],
  comment: 'Comment',
  commentMore: 'What should we keep, or do better?',
  sendRating: 'Send rating',
  sendingRating: 'Sending your rating',
  skip: 'Skip',
  ratingFailed: 'We could not send your rating. Your choice is kept here; please try again.',
  ratingLate: 'The time for rating this chat is over. Thank you all the same.',
  thanks: 'Thank you for your rating',
  thanksMore: 'It helps us to do better.',
  goodbye: 'Thank you for writing to us',
  goodbyeMore: 'We are here when you need us again.',
  startNew: 'Start a new chat',
  goOn: 'Continue this chat',
};
