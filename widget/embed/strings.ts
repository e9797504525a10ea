/**
 * Every text of the loader: two for people, the others for owners, in the browser's console. Not one object: names cost bytes.
 * Those for people, and which language they are, are put into the served script by the relay (W33): sixteen of each have no room here.
 */
export const LANG = 'en';
export const OPEN = 'Open chat';
export const FAILED = 'The chat could not be loaded. Try again.';
/** Before a reason of W2, which docs/widget.md explains. */
export const COMPLAINT = 'Deskbell: ';
/** Before what was asked for, a symbol is shown as one, and what came of it. Written out: that is lighter than joining the two. */
export const NO_COMMAND = 'Deskbell: no_command';
