/** Every text of the loader: two for people, the others for owners, in the browser's console. Not one object: names cost bytes. */
export const OPEN = 'Open chat';
export const FAILED = 'The chat could not be loaded. Try again.';
/** Before a reason of W2, which docs/widget.md explains. */
export const COMPLAINT = 'Deskbell: ';
