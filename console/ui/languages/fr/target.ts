import type { Language } from '../language.ts';

export const target: Language['target'] = {
  title: 'Objectifs',
  hint: 'Une réponse en tant de secondes. Une conversation proche de son objectif avance, et elle est signalée dans la boîte de réception et sur le tableau de bord. Vide : pas d’objectif.',
  everybody: 'Tous',
  departments: 'Services',
  departmentsHint: 'À la place de l’objectif commun.',
  noDepartments: 'Il n’y a pas encore de service.',
  asEverybody: 'Comme pour tous',
  segments: 'Segments de visiteurs',
  segmentsHint:
    'Un segment est une étiquette que vos pages ou l’import de votre boutique donnent à un visiteur. Son objectif passe avant celui du service ; parmi plusieurs, le plus court compte.',
  segment: 'Segment',
  seconds: 'Secondes',
  secondsOf: (name) => `Secondes pour ${name}`,
  add: 'Ajouter un segment',
  remove: (name) => `Retirer ${name}`,
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  saved: 'Enregistré.',
  failed: 'Ceci n’a pas pu être chargé.',
  seenTitle: 'Ce que cela signifie',
  seen: (name, length) => `${name} : une réponse en moins de ${length}`,
  seenNone: (name) => `${name} : pas d’objectif`,
};
