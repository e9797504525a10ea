/** Every text of the loader: two for people, the others for owners, in the browser's console. */
export const strings = {
  open: 'Open chat',
  failed: 'The chat could not be loaded. Try again.',
  /** Before a reason of W2, which docs/widget.md explains. */
  complaint: 'Deskbell: ',
};
