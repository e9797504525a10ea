import type { Language } from '../language.ts';

export const key: Language['key'] = {
  names: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    space: 'المسافة',
    home: 'Home',
    end: 'End',
    pageup: 'Page Up',
    pagedown: 'Page Down',
    delete: 'Delete',
    backspace: 'Backspace',
  },
  andThen: 'ثم',
  withKeys: (label, keys) => `${label} (${keys})`,
  inOrder: (first, second) => `${first} ثم ${second}`,
};
