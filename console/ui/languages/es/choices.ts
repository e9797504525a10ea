import type { Language } from '../language.ts';

export const choices: Language['choices'] = {
  add: 'Respuestas para elegir',
  hint: (min, max) =>
    `El visitante las ve como botones debajo de su mensaje. De ${min} a ${max}, cada una en su línea.`,
  label: 'Respuestas, una por línea',
  wrong: (min, max, charsMax) =>
    `Escriba de ${min} a ${max} respuestas distintas, de ${charsMax} caracteres como máximo cada una y sin corchetes.`,
  put: 'Poner debajo del mensaje',
  remove: 'No ofrecer ninguna',
  cancel: 'Cancelar',
  offered: 'Se ofrece:',
  preview: 'Como botones:',
};
