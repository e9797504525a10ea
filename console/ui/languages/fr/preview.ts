import type { Language } from '../language.ts';

export const preview: Language['preview'] = {
  score: 'Comment s’est passé ce chat ?',
  solved: 'Cela a-t-il résolu votre problème ?',
  answers: ['Oui', 'En partie', 'Non'],
  why: 'Pourquoi ?',
  effort: 'Obtenir de l’aide a-t-il été facile ?',
  effortEnds: ['Très difficile', 'Très facile'],
  recommend: 'Nous recommanderiez-vous à un proche ?',
  recommendEnds: ['Pas du tout', 'Certainement'],
  complaint: 'C’est une réclamation : merci de l’examiner',
  anonymous: 'Répondre sans mon nom',
  comment: 'Commentaire',
};
