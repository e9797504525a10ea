/** The words of the panel's menu. */
export const menuStrings = {
  more: 'More',
  past: 'Your chats',
  keep: 'Keep a copy of this chat',
  redirect: 'Ask another department',
  own: 'Your data',
  larger: 'Larger window',
  textSize: 'Text size',
  sizes: ['Normal text', 'Large text', 'Largest text'],
  sound: 'Sound for new messages',
};
