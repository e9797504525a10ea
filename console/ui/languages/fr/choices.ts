import type { Language } from '../language.ts';

export const choices: Language['choices'] = {
  add: 'Réponses à choisir',
  hint: (min, max) =>
    `Le visiteur les voit comme des boutons sous votre message. De ${min} à ${max}, chacune sur sa ligne.`,
  label: 'Réponses, une par ligne',
  wrong: (min, max, charsMax) =>
    `Écrivez de ${min} à ${max} réponses différentes, de ${charsMax} caractères au plus chacune et sans crochets.`,
  put: 'Mettre sous le message',
  remove: 'Ne rien proposer',
  cancel: 'Annuler',
  offered: 'Proposé :',
  preview: 'En boutons :',
};
