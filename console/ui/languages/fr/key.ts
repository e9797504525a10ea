import type { Language } from '../language.ts';

export const key: Language['key'] = {
  names: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Maj',
    enter: 'Entrée',
    escape: 'Échap',
    tab: 'Tab',
    space: 'Espace',
    home: 'Début',
    end: 'Fin',
    pageup: 'Page préc.',
    pagedown: 'Page suiv.',
    delete: 'Suppr',
    backspace: 'Retour arrière',
  },
  andThen: 'puis',
  withKeys: (label, keys) => `${label} (${keys})`,
  inOrder: (first, second) => `${first} puis ${second}`,
};
