import type { Language } from '../language.ts';

export const pane: Language['pane'] = {
  openNamed: (name) => `Ouvrir à côté : ${name}`,
  close: 'Fermer ce volet',
  other: 'Aller à l’autre conversation',
  pane: (place, name) => `Conversation ${place} : ${name}`,
  messages: (name) => `Messages avec ${name}`,
  person: (name) => `À propos de ${name}`,
  paletteHint: (keys) => `${keys} ouvre une conversation à côté`,
};
