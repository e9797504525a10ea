/** The words under a message that was not taken. */
export const failureStrings = {
  failed: 'Not sent',
  sendAnew: 'Send in a new chat',
  copy: 'Copy text',
  remove: 'Remove',

  conversationClosed: 'The chat had ended before this arrived.',
  notFound: 'That chat is not there any more.',
  tooLarge: 'This is too long.',
  blocked: 'This team does not take messages from you at the moment.',
  refused: 'Our server did not take this.',
};
