import type { Language } from '../language.ts';

export const beside: Language['beside'] = {
  open: 'Abrir ao lado',
  noRoom: 'Duas conversas só ficam lado a lado em janelas com pelo menos 1.440 pixels de largura.',
};
