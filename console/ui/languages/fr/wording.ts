import type { Language } from '../language.ts';

export const wording: Language['wording'] = {
  titles: {
    score: 'Satisfaction selon le texte de la question',
    effort: 'Effort selon le texte de la question',
    recommend: 'Recommandation selon le texte de la question',
  },
  unit: 'chaque réponse figure sous la question qui a été posée',
  changed: (n) =>
    `Le texte a changé : ${n} versions ont reçu des réponses sur cette période. Comparez-les avec prudence.`,
  words: 'Texte',
  ourOwn: 'Notre propre texte',
  quoted: (text, language) => `« ${text} » (${language})`,
  otherwise: 'Dans les autres langues : notre propre texte',
  asked: 'Posée',
  always: 'tout le temps',
  from: (at) => `depuis ${at}`,
  until: (at) => `jusqu’à ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  answers: 'Réponses',
  value: { score: 'Satisfaction', effort: 'Facile', recommend: 'Points' },
  rows: {
    score: 'Évaluations de la question sous ce texte',
    effort: 'Évaluations avec une réponse sur l’effort, sous ce texte',
    recommend: 'Évaluations avec une recommandation, sous ce texte',
  },
  askedWas: (text) => `Question posée : ${text}`,
};
