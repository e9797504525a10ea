import type { Language } from '../language.ts';

export const cause: Language['cause'] = {
  queue_too_long: 'La file était trop longue',
  agent_silent: 'L’agent n’a pas répondu',
  page_left: 'La page a été quittée en moins de 10 secondes',
  connection_lost: 'La connexion a été perdue',
  outside_hours: 'En dehors des heures d’ouverture',
  unknown: 'Inconnue',
};
