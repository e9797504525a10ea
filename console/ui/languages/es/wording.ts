import type { Language } from '../language.ts';

export const wording: Language['wording'] = {
  titles: {
    score: 'Satisfacción según el texto de la pregunta',
    effort: 'Esfuerzo según el texto de la pregunta',
    recommend: 'Recomendación según el texto de la pregunta',
  },
  unit: 'cada respuesta figura bajo la pregunta que se hizo',
  changed: (n) => `El texto cambió: en este período se respondió a ${n} versiones. Compárelas con cautela.`,
  words: 'Texto',
  ourOwn: 'Nuestro propio texto',
  quoted: (text, language) => `«${text}» (${language})`,
  otherwise: 'En los demás idiomas: nuestro propio texto',
  asked: 'Se preguntó',
  always: 'todo el tiempo',
  from: (at) => `desde ${at}`,
  until: (at) => `hasta ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  answers: 'Respuestas',
  value: { score: 'Satisfechas', effort: 'Fácil', recommend: 'Puntos' },
  rows: {
    score: 'Valoraciones de la pregunta con este texto',
    effort: 'Valoraciones con una respuesta sobre el esfuerzo, con este texto',
    recommend: 'Valoraciones con una recomendación, con este texto',
  },
  askedWas: (text) => `Se preguntó: ${text}`,
};
