/** The words to somebody for whom it may take a while. */
export const aloneStrings = {
  more: 'Your message waits here, and the first of us who is back will answer. You can write more at any time.',
  leaveEmail: 'Save e-mail',
};
