/** The words of messages that were changed, taken away, or answer one another. */
export const amendedStrings = {
  removed: 'This message was removed',
  edited: 'edited',
  show: 'Show the message that this one answers',
};
