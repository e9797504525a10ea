import { inLanguage } from './language.ts';

/** Two conversations beside each other (U14). */
export const besideWords = inLanguage('beside', {
  open: 'Open beside',
  /** Where the window is too narrow: it says why not. */
  noRoom: 'Two conversations stand beside each other only in windows from 1,440 pixels wide.',
} as const);
