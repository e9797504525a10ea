import { inLanguage } from './language.ts';

/** Names of what keys and the palette do, where no button says it already. */
export const commandWords = inLanguage('command', {
  becomeAway: 'Become away',
  palette: {
    open: 'Search or do something',
    title: 'Search and commands',
    label: 'Search',
    placeholder: 'Conversation, person, page or command',
    found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    nothing: 'Nothing fits.',
    gone: (name: string) => `No longer possible here: ${name}. Choose again.`,
    about: (name: string) => `About ${name}`,
    back: 'Back',
    hint: 'Arrow keys choose, Enter opens, Escape closes',
    kinds: { command: 'Command', conversation: 'Conversation', colleague: 'Colleague', page: 'Page', find: 'Search' },
  },
  colleague: 'Colleague',
  transferTo: (name: string) => `Transfer this conversation to ${name}`,
  invite: (name: string) => `Invite ${name} to this conversation`,
  findAll: (text: string) => `Search “${text}” in all messages`,
  write: {
    reply: 'Write a reply',
    note: 'Write a note',
    change: 'Change between reply and note',
    line: 'New line',
    replies: 'Saved replies and macros, at the beginning of a reply',
    mention: 'Name a colleague, in a note',
  },
  keys: {
    open: 'Show keyboard shortcuts',
    title: 'Keyboard shortcuts',
    letters: 'Letters alone are shortcuts',
    lettersHint: 'They do nothing while you write. Turn them off if you use speech input or press keys by mistake.',
    lettersOff: 'Off: letters alone do nothing.',
    list: 'Tab moves between controls, arrow keys within lists and menus, Escape closes what is open.',
  },
  groups: {
    anywhere: 'Anywhere',
    go: 'Go to',
    inbox: 'In the list',
    thread: 'In a conversation',
    composer: 'While you write',
    people: 'People',
    settings: 'Settings',
  } as Record<string, string>,
} as const);
