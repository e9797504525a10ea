import type { Language } from '../language.ts';

export const meanwhile: Language['meanwhile'] = {
  changed:
    'Quelqu’un d’autre a enregistré ceci pendant votre saisie. Vous avez modifié la même chose ; votre saisie est toujours là.',
  changedBy: (name) =>
    `${name} a enregistré ceci pendant votre saisie. Vous avez modifié la même chose ; votre saisie est toujours là.`,
  theirsShown: 'Voici ce qui a été enregistré. Votre saisie est conservée.',
  gone: 'Quelqu’un d’autre a retiré ou renommé ce que vous étiez en train de modifier. Ce que vous y aviez écrit n’a pas été enregistré.',
  seeTheirs: 'Voir l’autre version',
  takeTheirs: 'Prendre l’autre version',
  keepMine: 'Enregistrer ma version',
};
