import { inLanguage } from './language.ts';

/** What stands in one of two conversations beside each other, and about it (U14). */
export const paneWords = inLanguage('pane', {
  openNamed: (name: string) => `Open beside: ${name}`,
  close: 'Close this pane',
  other: 'To the other conversation',
  pane: (place: number, name: string) => `Conversation ${place}: ${name}`,
  messages: (name: string) => `Messages with ${name}`,
  person: (name: string) => `About ${name}`,
  paletteHint: (keys: string) => `${keys} opens a conversation beside`,
} as const);
