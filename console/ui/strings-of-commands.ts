import { inLanguage } from './language.ts';

/** Names of what keys and the palette do, where no button says it already. */
export const commandWords = inLanguage('command', {
  becomeAway: 'Become away',
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
