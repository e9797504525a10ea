/** The words of messages that were changed, taken away, or answer one another, and of what may be done with one (W34). */
export const amendedStrings = {
  removed: 'This message was removed',
  edited: 'edited',
  show: 'Show the message that this one answers',
  messageMore: 'Message options',
  answer: 'Answer',
  copyWords: 'Copy text',
  edit: 'Edit',
  removeIt: 'Remove',
  removeSure: 'Remove this message for everybody?',
  keepIt: 'Keep it',
  saveIt: 'Save',
  stopEditing: 'Cancel',
  answering: 'You are answering',
  stopAnswering: 'Do not answer this message',
  tooLateToEdit: 'It is too late to change this message.',
  notDone: 'That did not work. Please try again.',
};
