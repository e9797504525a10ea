import { inLanguage } from './language.ts';

/** Texts of saved replies: the list in the composer and the settings page. */
export const replyWords = inLanguage('reply', {
  list: 'Saved replies',
  found: (count: number) =>
    count === 0
      ? 'No saved reply is like this. Escape closes the list.'
      : `${count} saved ${count === 1 ? 'reply' : 'replies'}. Arrow keys choose, Enter takes it, Escape closes the list.`,
  missing: (names: string) => `Not known here, so left out: ${names}`,

  title: 'Saved replies of the team',
  ownTitle: 'My own saved replies',
  ownHint: 'Nobody else finds them. In a conversation, type / and the first letters; yours are marked.',
  addOwn: 'Add one of my own',
  own: 'mine',
  hint: 'Answers that are written once. In a conversation, type / and the first letters.',
  failed: 'The saved replies could not be loaded.',
  empty: 'No saved reply yet.',
  shortcut: 'Shortcut',
  shortcutHint: 'Without spaces, such as “refund-late”. It is typed after the slash.',
  body: 'What it says',
  bodyHint:
    'May hold {visitor.name}, {visitor.email}, {agent.name} and {site.name}. With a word for when it is not known: {visitor.name|there}.',
  department: 'For conversations of',
  everybody: 'All departments',
  preview: 'What a visitor would read',
  sample: { 'visitor.name': 'Mia', 'visitor.email': 'mia@example.org', 'agent.name': 'Ana', 'site.name': 'My shop' },
  add: 'Add a saved reply',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  edit: (shortcut: string) => `Edit ${shortcut}`.trim(),
  remove: (shortcut: string) => `Remove ${shortcut}`.trim(),
  removing: 'It is found no more. What was sent with it stays.',
  problems: {
    shortcut: 'There is one with this shortcut already, or it holds more than letters, digits, dots and dashes.',
    body: 'Write what it says.',
    forbidden: 'You may not change saved replies.',
    gone: 'It is not there any more. Load the page again.',
    department: 'A department here is not there any more. Choose another one.',
    many: 'There are as many as there can be. Remove one first.',
    later: 'The relay does not answer. Try again in a moment.',
  },
} as const);
