import type { Language } from '../language.ts';

export const beside: Language['beside'] = {
  open: 'Abrir al lado',
  noRoom: 'Dos conversaciones solo caben una al lado de la otra en ventanas de al menos 1440 píxeles de ancho.',
};
