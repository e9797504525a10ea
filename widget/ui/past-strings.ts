/** The words about a visitor's own conversations. */
export const pastStrings = {
  title: 'Your chats',
  back: 'Back to the chat',
  toList: 'Back to your chats',
  none: 'There are none yet.',
  goesOn: 'Goes on',
  failed: 'We could not load this right now.',
};
