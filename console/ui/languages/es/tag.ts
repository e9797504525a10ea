import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const tag: Language['tag'] = {
  title: 'Etiquetas de esta conversación',
  new: 'Etiqueta nueva de esta conversación',
  add: 'Añadir una etiqueta',
  remove: (tag) => `Quitar la etiqueta ${tag} de esta conversación`,
  list: {
    title: 'Etiquetas',
    hint: 'De qué tratan las conversaciones. Se ofrecen donde alguien etiqueta o filtra; se pueden seguir escribiendo otras palabras.',
    empty: 'Todavía no hay etiquetas.',
    add: 'Añadir etiquetas',
    name: 'Etiqueta',
    renameHint:
      'Las conversaciones abiertas cambian con ella. Las cerradas conservan la palabra que tenían, y sus informes también.',
    on: (count) => (count === 1 ? 'en 1 conversación abierta' : `en ${number(count)} conversaciones abiertas`),
    removing: 'Ya no se ofrecerá. Las conversaciones cerradas la conservan.',
    removeOnly: 'Quitarla de la lista',
    removeOn: (count) =>
      count === 1 ? 'Y quitarla de 1 conversación abierta' : `Y quitarla de ${number(count)} conversaciones abiertas`,
    others: 'Escritas a mano',
    othersHint: 'En conversaciones abiertas y fuera de la lista.',
    take: (tag) => `Añadir ${tag} a la lista`,
    instead: (tag) => `En lugar de ${tag}`,
    part: 'No se pudieron cambiar todas. Inténtelo de nuevo.',
    wrong: (chars, max) => `Hasta ${number(max)} etiquetas de hasta ${number(chars)} caracteres.`,
  },
  problems: {
    tooMany: 'Una conversación tiene como mucho 20 etiquetas. Quite una primero.',
    forbidden: 'Su función no puede cambiar etiquetas.',
    gone: 'Esta conversación ya no está.',
    failed: 'No se guardó. Inténtelo de nuevo.',
  },
};
