import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Etiquetas de esta conversación',
  new: 'Etiqueta nueva de esta conversación',
  add: 'Añadir una etiqueta',
  remove: (tag) => `Quitar la etiqueta ${tag} de esta conversación`,
  problems: {
    tooMany: 'Una conversación tiene como mucho 20 etiquetas. Quite una primero.',
    forbidden: 'Su función no puede cambiar etiquetas.',
    gone: 'Esta conversación ya no está.',
    failed: 'No se guardó. Inténtelo de nuevo.',
  },
};
