import type { Language } from '../language.ts';

export const service: Language['service'] = {
  wrapUp: 'Finalisation',
  wrapUpHint:
    'Votre place est réservée pour que vous puissiez finir vos notes. La conversation suivante vient ensuite.',
  wrapUpDone: 'Terminé',
  wrapUpLeft: (left) => `encore ${left}`,
  inHours: 'Première réponse, heures ouvertes',
  inHoursMore:
    '« Heures ouvertes » ne compte que la partie de l’attente comprise dans vos heures d’ouverture, telles qu’elles étaient alors en vigueur.',
  promised: 'Attentes annoncées',
  promisedMore:
    'Une fourchette d’attente a été annoncée aux visiteurs de la file. Parmi ceux qu’un agent a ensuite pris en charge : combien de fois l’attente a été dans la fourchette, plus courte ou plus longue. La fourchette va de l’attente médiane à celle de neuf sur dix : environ quatre sur dix dedans et une sur dix plus longue est donc honnête.',
  inside: 'dans la fourchette',
  shorter: 'plus courtes',
  longer: 'plus longues',
  promisedLatest: 'les dernières de la période',
  promisedOf: (n) => `sur ${n} ${n === '1' ? 'attente annoncée' : 'attentes annoncées'}`,
};
