import type { Language } from '../language.ts';

export const pane: Language['pane'] = {
  openNamed: (name) => `Daneben öffnen: ${name}`,
  close: 'Diesen Bereich schließen',
  other: 'Zum anderen Gespräch',
  pane: (place, name) => `Gespräch ${place}: ${name}`,
  messages: (name) => `Nachrichten mit ${name}`,
  person: (name) => `Über ${name}`,
  paletteHint: (keys) => `${keys} öffnet ein Gespräch daneben`,
};
