import type { Language } from '../language.ts';

export const beside: Language['beside'] = {
  open: 'Ouvrir à côté',
  noRoom: 'Deux conversations ne tiennent côte à côte que dans une fenêtre d’au moins 1 440 pixels de large.',
};
