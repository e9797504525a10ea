import type { Language } from '../language.ts';

export const choices: Language['choices'] = {
  add: 'Respostas para escolher',
  hint: (min, max) =>
    `O visitante as vê como botões abaixo da sua mensagem. De ${min} a ${max}, cada uma em sua linha.`,
  label: 'Respostas, uma por linha',
  wrong: (min, max, charsMax) =>
    `Escreva de ${min} a ${max} respostas diferentes, com no máximo ${charsMax} caracteres cada e sem colchetes.`,
  put: 'Pôr abaixo da mensagem',
  remove: 'Não oferecer nenhuma',
  cancel: 'Cancelar',
  offered: 'Oferecido:',
  preview: 'Como botões:',
};
