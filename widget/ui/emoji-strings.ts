/** The words of the emoji picker. */
export const emojiStrings = {
  emoji: 'Emoji',
  search: 'Search emoji',
  none: 'Nothing found',
};
