import type { Language } from '../language.ts';

export const cause: Language['cause'] = {
  queue_too_long: 'Die Warteschlange war zu lang',
  agent_silent: 'Der Agent antwortete nicht',
  page_left: 'Die Seite wurde innerhalb von 10 Sekunden verlassen',
  connection_lost: 'Die Verbindung ging verloren',
  outside_hours: 'Außerhalb der Öffnungszeiten',
  unknown: 'Nicht bekannt',
};
