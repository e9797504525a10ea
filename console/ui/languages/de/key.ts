import type { Language } from '../language.ts';

export const key: Language['key'] = {
  names: {
    ctrl: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    space: 'Leertaste',
    home: 'Pos1',
    end: 'Ende',
    pageup: 'Bild auf',
    pagedown: 'Bild ab',
    delete: 'Entf',
    backspace: 'Rücktaste',
  },
  andThen: 'dann',
  withKeys: (label, keys) => `${label} (${keys})`,
  inOrder: (first, second) => `${first}, dann ${second}`,
};
