import type { Language } from '../language.ts';

export const followUp: Language['followUp'] = {
  nav: 'Suivis',
  overdueCount: (count) => `${count} en retard`,
  news: (count) => (count < 2 ? 'Un suivi vous attend :' : `${count} suivis vous attendent. Le premier :`),
  newsOf: (causes, label) => `${causes}, ${label}`,
  show: 'Afficher',
  seen: 'J’ai vu',
  causes: { complaint: 'Réclamation', low_score: 'Évaluation basse', unresolved: 'Non résolu' },
  kinds: { by_hand: 'À la main', snooze: 'Rappel' },
  due: (time) => `À faire dans ${time}`,
  overdueBy: (time) => `En retard de ${time}`,
  later: 'Rappel ou suivi',
  laterShort: 'Plus tard',
  snoozeHour: 'Me le rappeler dans une heure',
  snoozeDay: 'Me le rappeler demain à cette heure',
  snoozeWorkday: 'Me le rappeler le prochain jour ouvré à neuf heures',
  make: 'Suivi…',
  saved: 'Enregistré. Il se trouve sous « Suivis ».',
  notDone: 'Ce n’était pas possible. Quelqu’un a peut-être été plus rapide ; la liste est maintenant à jour.',
};
