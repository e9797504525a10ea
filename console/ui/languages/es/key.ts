import type { Language } from '../language.ts';

export const key: Language['key'] = {
  names: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Mayús',
    enter: 'Intro',
    escape: 'Esc',
    tab: 'Tab',
    space: 'Espacio',
    home: 'Inicio',
    end: 'Fin',
    pageup: 'Re Pág',
    pagedown: 'Av Pág',
    delete: 'Supr',
    backspace: 'Retroceso',
  },
  andThen: 'luego',
  withKeys: (label, keys) => `${label} (${keys})`,
  inOrder: (first, second) => `${first}, luego ${second}`,
};
