import type { Language } from '../language.ts';

export const key: Language['key'] = {
  names: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    space: 'Espaço',
    home: 'Home',
    end: 'End',
    pageup: 'Page Up',
    pagedown: 'Page Down',
    delete: 'Delete',
    backspace: 'Backspace',
  },
  andThen: 'depois',
  withKeys: (label, keys) => `${label} (${keys})`,
  inOrder: (first, second) => `${first}, depois ${second}`,
};
