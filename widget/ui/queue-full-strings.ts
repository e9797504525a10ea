/** The words where the queue is full. */
export const queueFullStrings = {
  full: 'So many people are waiting right now that we cannot take you into the queue. Leave it with us and we answer by e-mail, or try again in a while. What you wrote is kept here.',
  leave: 'Leave it with us',
};
