import type { Language } from '../language.ts';

export const meanwhile: Language['meanwhile'] = {
  changed:
    'Quelqu’un d’autre a enregistré ceci pendant votre saisie. Vous avez modifié la même chose ; votre saisie est toujours là.',
  changedBy: (name) =>
    `${name} a enregistré ceci pendant votre saisie. Vous avez modifié la même chose ; votre saisie est toujours là.`,
  theirsShown: 'Voici ce qui a été enregistré. Votre saisie est conservée.',
  seeTheirs: 'Voir l’autre version',
  takeTheirs: 'Prendre l’autre version',
  keepMine: 'Enregistrer ma version',
};
