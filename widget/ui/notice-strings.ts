/** The words about what holds things up while there is a connection. */
export const noticeStrings = {
  held: 'Our server cannot take messages right now. Yours are kept here and sent as soon as it can.',
  heldRate: 'You write faster than we can take it. Your messages are kept here and follow in a moment.',
  outboxFull: (max: number) => `${max} messages already wait to be sent. Please send this one later.`,
  endFailed: 'We could not end the chat. Please try again.',
  contactFailed: 'We could not save your address. Please try again.',
};
