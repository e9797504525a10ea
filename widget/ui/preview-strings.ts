/** Beside the box, where the team sees what is not sent yet (J17). */
export const previewStrings = {
  seen: 'We see what you write before you send it.',
  hide: 'Do not show it',
  unseen: 'We only see what you send.',
  show: 'Show it while I write',
};
