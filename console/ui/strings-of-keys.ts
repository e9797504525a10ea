import { inLanguage } from './language.ts';

/** Names of keys, as they stand on the keyboards that people have, and of what is said about them. */
export const keyWords = inLanguage('key', {
  names: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    space: 'Space',
    home: 'Home',
    end: 'End',
    pageup: 'Page Up',
    pagedown: 'Page Down',
    delete: 'Delete',
    backspace: 'Backspace',
  } as Record<string, string>,
  andThen: 'then',
  /** A tooltip: what it does and its keys. */
  withKeys: (label: string, keys: string) => `${label} (${keys})`,
  inOrder: (first: string, second: string) => `${first} then ${second}`,
} as const);
