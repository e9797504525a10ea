/** Another department, for the asking (W40). */
export const redirectStrings = {
  title: 'Ask another department',
  back: 'Back to the chat',
  more: 'Your chat goes there as it is, with all that was written. Somebody else will answer you.',
  where: 'Which one?',
  why: 'Why? (optional)',
  go: 'Ask there',
  going: 'Asking',
  notNow: 'That is not possible right now. You can go on writing here.',
  tooOften: 'You have asked for another department a short while ago. Please wait a little.',
};
